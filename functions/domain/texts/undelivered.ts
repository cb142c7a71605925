// Texts that did not reach the person, for staff to do something about: send again, let go, or phone instead.
import type { Applicant } from '../cases/case.ts'
import { areKnown } from '../cases/safe-times.ts'
import { no, ok, type Result } from '../result.ts'
import { addressNow, type WayTo } from './channel.ts'
import { allowedAt, quietAgain, sendingTimeOf } from './quiet-hours.ts'
import type { Text } from './text.ts'

// Still to be dealt with. A text that was cancelled with a reason ran out of time; one without was called off by what came after.
export const isUndelivered = (text: Text): boolean => {
  if (!isAboutCase(text) || text.again !== undefined || text.phoned !== undefined || text.unwanted === true)
    return false
  return text.state === 'failed' || text.state === 'held' || (text.state === 'cancelled' && text.reason !== undefined)
}

// A code can be asked for again, and where to find saved answers stood on the page: nobody has a case to phone about.
const isAboutCase = ({ category, unchased }: Text): boolean => category !== 'security' && unchased !== true

// Since when: the last try, or when it was due.
export const undeliveredSince = ({ attempts, dueAt }: Text): number => attempts.at(-1)?.at ?? dueAt

// The text service did not take it, for hours; nothing speaks against the number or the words.
export const wasNotTaken = ({ state, attempts }: Text): boolean =>
  state === 'failed' && attempts.length > 0 && attempts.every(({ outcome }) => outcome === 'retry')

export type NotAgain = 'settled' | 'no-number' | 'no-words' | 'too-late'

// The new text, to the number that the applicant has now. The old one keeps its history, and names the new one.
export const sentAgain = (
  text: Text,
  applicant: Applicant,
  given: { readonly id: string; readonly now: number; readonly post?: string | undefined },
): Result<{ readonly old: Text; readonly fresh: Text }, NotAgain> => {
  const { id, now } = given
  if (!isUndelivered(text)) return no('settled')
  const to = addressNow(text, applicant, given.post)
  if (to === undefined) return no('no-number')
  if (text.body === '') return no('no-words')
  if (text.notAfter !== undefined && now > text.notAfter) return no('too-late')
  return ok({ old: { ...text, again: id, version: text.version + 1 }, fresh: freshFrom(text, to, given) })
}

type Instead = {
  readonly id: string
  readonly now: number
  readonly way: WayTo
  readonly subject: string
  readonly body: string
}

/** By another channel, in its own words. Staff sent it: nobody waits at that moment. */
export const sentInstead = (
  text: Text,
  { way, subject, body, id, now }: Instead,
): Result<{ readonly old: Text; readonly fresh: Text }, NotAgain> => {
  if (!isUndelivered(text)) return no('settled')
  if (text.body === '') return no('no-words')
  if (text.notAfter !== undefined && now > text.notAfter) return no('too-late')
  const {
    phoneKey: _phone,
    stopKey: _stop,
    channel: _channel,
    subject: _subject,
    ...rest
  } = freshFrom(text, way.to, { id, now })
  const headed = way.channel === undefined ? {} : { channel: way.channel, subject }
  return ok({ old: { ...text, again: id, version: text.version + 1 }, fresh: { ...rest, ...headed, body } })
}

const freshFrom = (text: Text, to: string, { id, now }: { readonly id: string; readonly now: number }): Text => ({
  ...{ id, about: text.about, service: text.service, template: text.template },
  ...{ templateVersion: text.templateVersion, category: text.category, to, body: text.body },
  ...{ state: 'due', version: 1, madeAt: now, dueAt: dueAgain(text, now), attempts: [] },
  ...(text.channel === undefined ? {} : { channel: text.channel }),
  ...(text.subject === undefined ? {} : { subject: text.subject }),
  ...(text.quiet === undefined ? {} : { quiet: quietAgain({ quiet: text.quiet }) }),
  ...(text.safe === undefined ? {} : { safe: text.safe }),
  ...(text.lapses === undefined ? {} : { lapses: text.lapses }),
  ...(text.notAfter === undefined ? {} : { notAfter: text.notAfter }),
  ...(text.resends === undefined ? {} : { resends: text.resends }),
  // It counts for the phone, but may say what was said before: that is why it is sent again.
  ...(text.phoneKey === undefined || to !== text.to ? {} : { phoneKey: text.phoneKey }),
  // Who stopped reminders stopped this one too, whoever sends it.
  ...(text.stopKey === undefined ? {} : { stopKey: text.stopKey }),
  resendOf: text.id,
})

// Held back, and let go by a person.
export const released = (text: Text, now: number): Result<Text, NotAgain> => {
  const { reason: _held, ...rest } = text
  if (text.state !== 'held' || !isUndelivered(text)) return no('settled')
  const free = withoutUnknownTimes(rest)
  return ok({ ...free, state: 'due', version: text.version + 1, dueAt: dueAgain(free, now) })
}

// When it is safe could not be told but by who let it go.
const withoutUnknownTimes = ({ safe, ...text }: Text): Text =>
  safe === undefined || !areKnown(safe) ? text : { ...text, safe }

// Nobody waits for it at this moment.
const dueAgain = (text: Text, now: number): number => {
  const { quiet, ...when } = sendingTimeOf(text, now)
  return allowedAt({ ...when, quiet: quietAgain({ quiet }) }, now) ?? now
}

// Told by phone. What was held back does not go any more.
export const phonedInstead = (text: Text, byId: string, at: number): Result<Text, NotAgain> =>
  isUndelivered(text)
    ? ok({
        ...text,
        ...(text.state === 'held' ? { state: 'cancelled' } : {}),
        phoned: { at, byId },
        version: text.version + 1,
      })
    : no('settled')
