// Sends what is due, once: claim with a lease → mark that publishing begins → publish → mark what came of it.
// The stream and the sweeper may both try; the conditional claim lets one through.

import { unknownTimesWords } from '#domain/cases/safe-times.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import { type Allowance, heldInWords, textChargeFor, warnAt } from '#domain/texts/allowance.ts'
import { channelOf } from '#domain/texts/channel.ts'
import { afterAsking } from '#domain/texts/provider.ts'
import { allowedAt, sendingTimeOf } from '#domain/texts/quiet-hours.ts'
import {
  afterCrash,
  afterTry,
  claimed,
  givenUp,
  publishing,
  settledText,
  unheardOf,
  waiting,
} from '#domain/texts/sending.ts'
import { doubtedWords, optedOutWords, sameWords, stoppedWords } from '#domain/texts/stopping.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Log } from '../ports/log.ts'
import type { Clock } from '../ports/stores.ts'
import type { KnownSwitches } from '../ports/switches.ts'
import type { NotBegun, OutboxStore, StoppedStore, TextSender } from '../ports/texts.ts'
import { drain, type Pause } from './drain.ts'

export type SendPorts = {
  readonly clock: Clock
  readonly outbox: OutboxStore
  readonly sender: TextSender
  readonly switches: KnownSwitches
  readonly allowance: Allowance
  readonly stopped: Pick<StoppedStore, 'is'>
  readonly pause: Pause
  readonly log: Log
}

const most = 100

// SNS takes 20 texts a second of an account (Amazon SNS quotas, "SMS messages per second"). 18, so that those which the
// stream sends in between have room.
const together = 6
const paceMs = 333
// Of the sender's 60 seconds, so that what was begun comes to its end and no two sweeps of a minute meet.
const sweepMs = 45_000

// Everything that is due or stuck, for as long as a sweep has and the network takes them; gives how many were tried.
// What is left goes with the next one.
export const sweepTexts = async (ports: SendPorts): Promise<number> => {
  if (await areOff(ports)) return 0
  const { clock, outbox } = ports
  const given = { clock, pause: ports.pause, together, paceMs, until: clock.now() + sweepMs }
  const stuck = await drain({
    ...given,
    waiting: () => outbox.stuck(clock.now(), most),
    work: (id) => unstick(ports, id),
  })
  const sent = await drain({
    ...given,
    waiting: () => outbox.due(clock.now(), most),
    work: (id) => sendText(ports, id),
  })
  await warnOfSpending(ports)
  return stuck + sent
}

/** 'busy': the phone networks took nothing just now, and would take no other text either. */
export const sendText = async (ports: SendPorts, id: string): Promise<'done' | 'busy'> => {
  if (await areOff(ports)) return 'busy'
  const text = await ports.outbox.get(id)
  const now = ports.clock.now()
  if (text === undefined || text.state !== 'due' || text.dueAt > now) return 'done'
  if (text.notAfter !== undefined && now > text.notAfter) {
    await ports.outbox.move(text, givenUp(text, 'cancelled', 'Its time had passed before it could be sent.'))
    return 'done'
  }
  const instead = notNow(text, now) ?? (await stoppedBy(ports, text, now))
  if (instead !== undefined) {
    await ports.outbox.move(text, instead)
    return 'done'
  }
  const mine = await ports.outbox.move(text, claimed(text, now))
  return mine.ok ? publish(ports, mine.value) : 'done'
}

// A text comes to its turn late: texts were off, or it was tried for hours. Then it keeps its quiet
// hours and the person's own as it did when it was made.
const notNow = (text: Text, now: number): Text | undefined => {
  const at = allowedAt(sendingTimeOf(text, now), now)
  if (at === undefined) return givenUp(text, 'held', unknownTimesWords)
  return at > now ? waiting(text, at) : undefined
}

// Reminders that they stopped are not sent, and nobody has to do anything. A phone that takes nothing from us is not tried: staff are to phone. Nor is an
// address from which a letter came back.
// A code is: whoever asks for one is waiting for it.
const stoppedBy = async ({ stopped }: SendPorts, text: Text, now: number): Promise<Text | undefined> => {
  const { stopKey, phoneKey } = text
  if (stopKey !== undefined && (await stopped.is(stopKey, now))) return unwanted(text, stoppedWords)
  if (phoneKey === undefined || text.category === 'security') return undefined
  if (!(await stopped.is(phoneKey, now))) return undefined
  return channelOf(text) === 'letter' ? givenUp(text, 'held', doubtedWords) : givenUp(text, 'failed', optedOutWords)
}

const unwanted = (text: Text, words: string): Text => ({ ...givenUp(text, 'cancelled', words), unwanted: true })

// Then every row is left as it is: due, and sent when texts are on again.
const areOff = async ({ switches }: SendPorts): Promise<boolean> => (await switches.now()).textsOff

const publish = async (ports: SendPorts, text: Text): Promise<'done' | 'busy'> => {
  const begun = await began(ports, text)
  if (!begun.ok) return 'done'
  const sent = await ports.sender.send(begun.value)
  const after = afterTry(begun.value, sent, ports.clock.now())
  await ports.outbox.move(begun.value, after)
  ports.log({ level: 'info', event: 'text', ...requestOf(after), service: after.service, tried: sent.is })
  if (after.state === 'failed')
    ports.log({ level: 'warn', event: 'text-given-up', ...requestOf(after), service: after.service })
  if (sent.is !== 'retry') return 'done'
  if (channelOf(text) === 'text') return 'busy'
  // Emails that wait keep no text waiting.
  ports.log({ level: 'warn', event: 'email-not-taken', service: text.service })
  return 'done'
}

// Of the page on which it was decided, so that both are found together.
const requestOf = ({ asked }: Text) => (asked === undefined ? {} : { requestId: asked })

const began = async (ports: SendPorts, text: Text): Promise<Result<Text, 'changed-elsewhere'>> => {
  const { clock, outbox, allowance } = ports
  const now = clock.now()
  const [after, charge] = [publishing(text, now), textChargeFor(text, londonDay(now))]
  if (charge === undefined) return outbox.move(text, after)
  const begun = await outbox.begin(text, after, { charge, allowance, now })
  if (begun.ok || begun.error === 'changed-elsewhere') return begun.ok ? begun : no('changed-elsewhere')
  return heldBack(ports, text, begun.error)
}

const heldBack = async (
  ports: SendPorts,
  text: Text,
  used: Exclude<NotBegun, 'changed-elsewhere'>,
): Promise<Result<never, 'changed-elsewhere'>> => {
  if (used === 'same') {
    await ports.outbox.move(text, unwanted(text, sameWords))
    return no('changed-elsewhere')
  }
  // A code that waits is worth nothing: another can be asked for.
  const state = text.category === 'security' ? 'failed' : 'held'
  await ports.outbox.move(text, givenUp(text, state, heldInWords(used, text)))
  ports.log({ level: 'error', event: 'text-held-back', service: text.service, error: used })
  return no('changed-elsewhere')
}

const warnOfSpending = async ({ clock, outbox, allowance, log }: SendPorts): Promise<void> => {
  const spent = await outbox.spent(londonDay(clock.now()).slice(0, 7))
  if (spent >= warnAt * allowance.monthPence)
    log({ level: 'warn', event: 'texts-budget-low', count: Math.round(spent) })
}

const unstick = async (ports: SendPorts, id: string): Promise<'done'> => {
  const text = await ports.outbox.get(id)
  if (text === undefined) return 'done'
  const now = ports.clock.now()
  if (text.state === 'sending') await ports.outbox.move(text, afterCrash(text, now))
  else if (!(await asked(ports, text))) await unheard(ports, text, now)
  return 'done'
}

// Whoever can be asked is: then nothing goes twice that was taken once (docs/rules/texts.md, "Emails and letters").
const asked = async ({ clock, outbox, sender, log }: SendPorts, text: Text): Promise<boolean> => {
  const told = await sender.ask?.(text)
  if (told === undefined) return false
  const after = afterAsking(text, told, clock.now())
  await outbox.move(text, after)
  if (after.state === 'failed') log({ level: 'warn', event: 'text-given-up', service: after.service })
  return true
}

const unheard = async (ports: SendPorts, text: Text, now: number): Promise<void> => {
  if (text.state === 'sent') await ports.outbox.move(text, unheardOf(text))
  if (text.state === 'uncertain') await ports.outbox.move(text, settledText(text, text.resends === true, now))
}
