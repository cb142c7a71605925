// A letter that the post brought back, weeks after it went: no other goes to that address until somebody has looked, and whoever works the case
// is to ask for another (docs/rules/texts.md, "Letters that come back").
import type { Case, Staff } from '#domain/cases/case.ts'
import type { Task, TaskFor } from '#domain/cases/task.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { channelOf } from '#domain/texts/channel.ts'
import { afterReceipt, letterReturned } from '#domain/texts/receipts.ts'
import type { Text } from '#domain/texts/text.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { CaseStore, Clock, Ids, Keys } from '../ports/stores.ts'
import type { TaskStore } from '../ports/tasks.ts'
import type { OutboxStore, StoppedStore } from '../ports/texts.ts'

export type ReturnPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly outbox: Pick<OutboxStore, 'byMessageId' | 'move'>
  readonly stopped: Pick<StoppedStore, 'set'>
  readonly cases: Pick<CaseStore, 'get'>
  readonly tasks: Pick<TaskStore, 'add'>
}

export type NotReturned = 'unknown' | 'settled' | 'changed-elsewhere'

/** As GOV.UK Notify tells it: by its own id of the letter. */
export const takeBackById = async (ports: ReturnPorts, messageId: string): Promise<Result<null, NotReturned>> => {
  const text = await ports.outbox.byMessageId(messageId)
  return text === undefined ? no('unknown') : takeBackLetter(ports, text)
}

/** `by`: whoever has it in hand. What was half done goes on where it is told again. */
export const takeBackLetter = async (
  ports: ReturnPorts,
  text: Text,
  by: Pick<Staff, 'id' | 'name'> = notify,
): Promise<Result<null, NotReturned>> => {
  const now = ports.clock.now()
  const after = cameBack(text, now)
  if (after === undefined) return no('settled')
  if (text.phoneKey !== undefined) await ports.stopped.set(text.phoneKey, { stopped: true, now })
  const subject = await ports.cases.get(text.about)
  if (subject !== undefined) await giveTask(ports, { subject, text, by, now })
  const moved = await ports.outbox.move(text, after)
  return moved.ok ? ok(null) : moved
}

const notify = { id: 'notify', name: 'GOV.UK Notify' }

const cameBack = (text: Text, now: number): Text | undefined =>
  channelOf(text) === 'letter'
    ? afterReceipt(text, { messageId: text.messageId ?? '', delivered: false, words: letterReturned }, now)
    : undefined

type Giving = {
  readonly subject: Case
  readonly text: Text
  readonly by: Pick<Staff, 'id' | 'name'>
  readonly now: number
}

const giveTask = ({ ids, keys, tasks }: ReturnPorts, { subject, text, by, now }: Giving): Promise<void> => {
  const { reference, assignee, team } = subject
  const of: TaskFor = assignee === undefined ? { is: 'team', team } : { is: 'person', ...assignee }
  const task: Task = {
    ...{ id: keys.hash('task', `${reference}/returned ${text.id}`), reference, for: of, from: 'letter' },
    ...{ what: askWords, due: addWorkingDays(londonDay(now), 2), at: now, by: by.name, byId: by.id },
  }
  const told = { id: ids.ordered(now), at: now, by: by.id, did: 'letter-came-back', allowed: true }
  return tasks.add(subject, task, { ...told, reference, on: text.id })
}

const askWords =
  'A letter to the applicant came back. Ask them where to write to, and tell them what it said another way.'
