// A decision's texts, as outbox rows for the transaction that makes the decision. Nothing is sent here.
import type { Case } from '#domain/cases/case.ts'
import { safeEmail } from '#domain/cases/contact.ts'
import type { SafeTimes } from '#domain/cases/safe-times.ts'
import { londonDay } from '#domain/london.ts'
import { ok, type Result } from '#domain/result.ts'
import { bookingValues } from '#domain/slots/booking-shown.ts'
import { wayTo } from '#domain/texts/channel.ts'
import { dueFor } from '#domain/texts/quiet-hours.ts'
import { stopLength } from '#domain/texts/stopping.ts'
import { fill, fillEmail, type Letter, safeName, type Unfilled } from '#domain/texts/template.ts'
import type { Text, TextTemplate, TextToSend } from '#domain/texts/text.ts'
import { reworded } from '#services/reworded.ts'
import type { Service } from '#services/service.ts'
import type { Clock, Ids, Keys } from '../ports/stores.ts'
import type { LiveWordings } from '../ports/texts.ts'
import { wayBack, wayBackByEmail } from './way-back.ts'

export type TextPorts = MakingPorts & { readonly wordings: LiveWordings }

export type MakingPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly citizenOrigin: string
}

// Nothing for a person who has no way that is safe and that the template has words for: that was their choice, and the case shows it.
export const textsFor = async (
  ports: TextPorts,
  service: Service,
  subject: Case,
  wanted: readonly TextToSend[],
): Promise<readonly Text[]> => {
  if (wanted.length === 0) return []
  const { of } = await ports.wordings.live(service.id)
  const values = valuesOf(ports, service, subject)
  return wanted.flatMap(({ values: more, ...one }) => {
    const live = of[one.template]
    const made = reworded(templateOf(service, one.template), live)
    const asked = askedFor(service, subject, { ...one, values: { ...values, ...more } }, made)
    if (asked === undefined) return []
    const held = live?.stopped === undefined ? {} : { heldBack: stoppedByStaff(live.stopped.by) }
    return dueOf(made, asked, ports.clock.now()) === undefined ? [] : [makeText(ports, made, { ...asked, ...held })]
  })
}

const stoppedByStaff = (by: string): string => `${by} stopped this text. Let it go, or tell them another way`

const valuesOf = (ports: TextPorts, service: Service, subject: Case): Readonly<Record<string, string>> => {
  const { phone } = subject.applicant
  const email = safeEmail(subject.applicant)
  return {
    reference: subject.reference,
    name: safeName(subject.applicant.name.split(' ')[0] ?? ''),
    link: `${ports.citizenOrigin}/return/${subject.reference}`,
    ...(phone === undefined ? {} : { yourLink: wayBack(ports, phone, subject.reference) }),
    ...(email === undefined ? {} : { emailLink: wayBackByEmail(ports, email, subject.reference) }),
    book: `${ports.citizenOrigin}/${service.id}`,
    ...bookingValues(subject),
    ...service.words?.(subject, londonDay(ports.clock.now())),
  }
}

type Asked = Omit<TextToSend, 'values'> & Pick<Wanted, 'values'>

const askedFor = (
  service: Service,
  subject: Case,
  { template: _template, ...asked }: Asked,
  made: TextTemplate,
): Wanted | undefined => {
  const { safeTimes } = subject.applicant
  const way = wayTo(subject.applicant, made, service.lettersTo?.(subject))
  if (way === undefined) return undefined
  const unproved = subject.unproved === true && isOfTheirs(made)
  return {
    ...way,
    about: subject.reference,
    service: service.id,
    // Of calls and texts; an email is read when they like.
    ...(safeTimes === undefined || way.channel !== undefined ? {} : { safe: safeTimes }),
    ...(unproved ? { unproved } : {}),
    ...asked,
  }
}

// What they themselves did made it, and no decision of ours.
const isOfTheirs = ({ quiet, category }: TextTemplate): boolean => quiet === 'at-once' || category === 'reminder'

// Those that wait to be sent and hold no longer, once the case has moved on: reminders of what is
// settled, an offer that has ended.
export const calledOff = (texts: readonly Text[]): readonly Text[] =>
  texts.filter(({ state, category, lapses }) => state === 'due' && (lapses ?? category === 'reminder'))

type Wanted = {
  readonly channel?: 'email' | 'letter'
  readonly to: string
  readonly about: string
  readonly service: string
  readonly values: Readonly<Record<string, string>>
  readonly dueAt?: number
  readonly notAfter?: number
  readonly safe?: SafeTimes
  readonly unproved?: boolean
  readonly heldBack?: string
}

// A template whose words cannot be made is kept as failed, so that staff see it; the decision itself stands.
export const makeText = (ports: MakingPorts, template: TextTemplate, wanted: Wanted): Text => {
  const now = ports.clock.now()
  const dueAt = dueOf(template, wanted, now) ?? now
  const stop = stopOf(ports, template, wanted)
  const made = written(template, wanted, { ...wanted.values, ...stop?.values })
  const { body: words, ...headed } = made.ok ? made.value : { body: '' }
  const asked = ports.ids.asked()
  return {
    ...{ id: ports.ids.ordered(now), about: wanted.about, service: wanted.service },
    ...{ template: template.id, templateVersion: versionOf(template, wanted), category: template.category },
    ...{ to: wanted.to, body: words, state: stateOf(wanted, made.ok), version: 1 },
    ...{ madeAt: now, dueAt, attempts: [], ...keptRules(template) },
    ...knownBy(ports, template, wanted, words),
    ...(stop === undefined ? {} : { stopKey: stop.key }),
    ...(asked === undefined ? {} : { asked }),
    ...(wanted.safe === undefined ? {} : { safe: wanted.safe }),
    ...(wanted.notAfter === undefined ? {} : { notAfter: wanted.notAfter }),
    ...(wanted.unproved === true ? { unproved: true } : {}),
    ...(wanted.channel === undefined ? {} : { channel: wanted.channel, ...headed }),
    ...(made.ok ? {} : { reason: unfilledInWords(made.error) }),
    ...(made.ok && wanted.heldBack !== undefined ? { reason: wanted.heldBack } : {}),
  }
}

const stateOf = ({ heldBack }: Wanted, filled: boolean): Text['state'] => {
  if (!filled) return 'failed'
  return heldBack === undefined ? 'due' : 'held'
}

const versionOf = (template: TextTemplate, { channel }: Wanted): number =>
  channel === undefined ? template.version : (template[channel]?.version ?? template.version)

const written = (
  template: TextTemplate,
  { channel }: Wanted,
  values: Readonly<Record<string, string>>,
): Result<{ readonly body: string } | Letter, Unfilled> => {
  const post = channel === undefined ? undefined : template[channel]
  if (post !== undefined) return fillEmail({ id: template.id, email: post }, values)
  const body = fill(template, values)
  return body.ok ? ok({ body: body.value }) : body
}

// Undefined where it could go only when it is of no use any more.
const dueOf = (template: TextTemplate, wanted: Wanted, now: number): number | undefined =>
  dueFor({ ...template, ...wanted }, { ...wanted, now, at: wanted.dueAt ?? now })

// As they were when it was made, whatever becomes of the template.
const keptRules = ({ quiet, lapses, chased, resendWhenUncertain }: TextTemplate) => ({
  quiet,
  ...(lapses ? { lapses } : {}),
  ...(chased ? {} : { unchased: true }),
  ...(resendWhenUncertain ? { resends: true } : {}),
})

const unfilledInWords = (why: Unfilled): string =>
  why.is === 'too-long'
    ? 'The text is longer than the phone networks take'
    : `The text has no value for ${why.missing.join(', ')}`

const knownBy = ({ keys }: MakingPorts, { id, category }: TextTemplate, { to, about }: Wanted, words: string) =>
  category === 'security'
    ? {}
    : { phoneKey: keys.hash('texts to', to), sameKey: keys.hash('same text', [to, about, id, words].join('\n')) }

const stopOf = ({ keys, citizenOrigin }: MakingPorts, { category, canStop }: TextTemplate, { to, about }: Wanted) => {
  if (!canStop) return undefined
  const token = keys.hash(`stop ${category}`, to).slice(0, stopLength)
  return { key: stopKey(keys, token), values: { stop: `${citizenOrigin}/stop/${token}/${about}` } }
}

// Of a link's token: what is kept opens no link.
export const stopKey = (keys: Keys, token: string): string => keys.hash('stopped', token)

const templateOf = (service: Service, id: string): TextTemplate => {
  const template = service.texts[id]
  if (template === undefined) throw new Error(`${service.id} has no text template ${id}`)
  return template
}
