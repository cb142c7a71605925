// Sends what is due, once: claim with a lease → mark that publishing begins → publish → mark what came of it.
// The stream and the sweeper may both try; the conditional claim lets one through.
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import { type Allowance, chargeFor, heldWords, warnAt } from '#domain/texts/allowance.ts'
import { allowedAt, whenOf } from '#domain/texts/quiet-hours.ts'
import { unknownTimesWords } from '#domain/texts/safe-times.ts'
import { afterCrash, afterTry, claimed, given, publishing, settled, unheardOf, waiting } from '#domain/texts/sending.ts'
import { optedOutWords, sameWords, stoppedWords } from '#domain/texts/stopping.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Log } from './log.ts'
import type { Clock } from './ports.ts'
import type { KnownSwitches } from './switch-ports.ts'
import type { NotBegun, OutboxStore, StoppedStore, TextSender } from './text-ports.ts'

export type SendPorts = {
  readonly clock: Clock
  readonly outbox: OutboxStore
  readonly sender: TextSender
  readonly switches: KnownSwitches
  readonly allowance: Allowance
  readonly stopped: Pick<StoppedStore, 'is'>
  readonly log: Log
}

const most = 100

// Everything that is due or stuck; gives how many were tried.
export const sweepTexts = async (ports: SendPorts): Promise<number> => {
  if (await areOff(ports)) return 0
  const stuck = await ports.outbox.stuck(ports.clock.now(), most)
  for (const id of stuck) await unstick(ports, id)
  const due = await ports.outbox.due(ports.clock.now(), most)
  for (const id of due) await sendText(ports, id)
  await warnOfSpending(ports)
  return stuck.length + due.length
}

export const sendText = async (ports: SendPorts, id: string): Promise<void> => {
  if (await areOff(ports)) return
  const text = await ports.outbox.get(id)
  const now = ports.clock.now()
  if (text === undefined || text.state !== 'due' || text.dueAt > now) return
  if (text.notAfter !== undefined && now > text.notAfter) {
    await ports.outbox.move(text, given(text, 'cancelled', 'Its time had passed before it could be sent.'))
    return
  }
  const instead = notNow(text, now) ?? (await stoppedBy(ports, text, now))
  if (instead !== undefined) {
    await ports.outbox.move(text, instead)
    return
  }
  const mine = await ports.outbox.move(text, claimed(text, now))
  if (mine.ok) await publish(ports, mine.value)
}

// A text comes to its turn late: texts were off, or it was tried for hours. Then it keeps its quiet
// hours and the person's own as it did when it was made.
const notNow = (text: Text, now: number): Text | undefined => {
  const at = allowedAt(whenOf(text, now), now)
  if (at === undefined) return given(text, 'held', unknownTimesWords)
  return at > now ? waiting(text, at) : undefined
}

// Reminders that they stopped are not sent, and nobody has to do anything. A phone that takes nothing from us is not tried: staff are to phone.
// A code is: whoever asks for one is waiting for it.
const stoppedBy = async ({ stopped }: SendPorts, text: Text, now: number): Promise<Text | undefined> => {
  const { stopKey, phoneKey } = text
  if (stopKey !== undefined && (await stopped.is(stopKey, now))) return unwanted(text, stoppedWords)
  if (phoneKey === undefined || text.category === 'security') return undefined
  return (await stopped.is(phoneKey, now)) ? given(text, 'failed', optedOutWords) : undefined
}

const unwanted = (text: Text, words: string): Text => ({ ...given(text, 'cancelled', words), unwanted: true })

// Then every row is left as it is: due, and sent when texts are on again.
const areOff = async ({ switches }: SendPorts): Promise<boolean> => (await switches.now()).textsOff

const publish = async (ports: SendPorts, text: Text): Promise<void> => {
  const begun = await began(ports, text)
  if (!begun.ok) return
  const sent = await ports.sender.send(begun.value)
  const after = afterTry(begun.value, sent, ports.clock.now())
  await ports.outbox.move(begun.value, after)
  if (after.state === 'failed') ports.log({ level: 'warn', event: 'text-given-up', service: after.service })
}

const began = async (ports: SendPorts, text: Text): Promise<Result<Text, 'changed-elsewhere'>> => {
  const { clock, outbox, allowance } = ports
  const now = clock.now()
  const [after, charge] = [publishing(text, now), chargeFor(text, londonDay(now))]
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
  await ports.outbox.move(text, given(text, 'held', heldWords[used]))
  ports.log({ level: 'error', event: 'text-held-back', service: text.service, error: used })
  return no('changed-elsewhere')
}

const warnOfSpending = async ({ clock, outbox, allowance, log }: SendPorts): Promise<void> => {
  const spent = await outbox.spent(londonDay(clock.now()).slice(0, 7))
  if (spent >= warnAt * allowance.monthPence)
    log({ level: 'warn', event: 'texts-budget-low', count: Math.round(spent) })
}

const unstick = async (ports: SendPorts, id: string): Promise<void> => {
  const text = await ports.outbox.get(id)
  if (text === undefined) return
  const now = ports.clock.now()
  if (text.state === 'sending') await ports.outbox.move(text, afterCrash(text, now))
  if (text.state === 'sent') await ports.outbox.move(text, unheardOf(text))
  if (text.state === 'uncertain') await ports.outbox.move(text, settled(text, text.resends === true, now))
}
