// Messages between an applicant and the council about a case. Each is an event of its history, whose
// words are kept as sealed as all that is said on it.
import { cleaned } from '../forms/cleaned.ts'
import type { Problem } from '../forms/kind.ts'
import { no, ok, type Result } from '../result.ts'
import type { Actor, Case, CaseEvent } from './case.ts'
import { withNews, withoutNews } from './news.ts'
import { actorName } from './workflow.ts'

export const messageAction = 'message'

const most = 2000
// From an applicant in a day: the last of them asks to phone.
const mostADay = 10
const dayMs = 86_400_000

export type Sending = {
  readonly by: Actor
  readonly typed: string
  readonly now: number
  readonly today: string
  readonly id: string
  readonly history: readonly CaseEvent[]
}

type Sent = { readonly case: Case; readonly event: CaseEvent }

export const message = (subject: Case, sending: Sending): Result<Sent, readonly Problem[]> => {
  const words = cleaned(sending.typed)
  const problems = problemsOf(words, sending)
  if (problems.length > 0) return no(problems)
  const event = eventOf(subject, words, sending)
  const told = sending.by.is === 'applicant' ? withNews(subject, 'message', sending.today) : withoutNews(subject)
  return ok({ case: { ...told, version: event.version, changedAt: event.at }, event })
}

export type Message = { readonly at: number; readonly ours: boolean; readonly by: string; readonly words: string }

// Oldest first. `ours`: the council's.
export const messagesIn = (events: readonly CaseEvent[]): readonly Message[] =>
  events
    .filter(({ action }) => action === messageAction)
    .map(({ at, by, byId, details }) => ({
      at,
      by,
      ours: byId !== undefined,
      words: (details ?? []).flatMap(({ lines }) => lines).join('\n'),
    }))

const problemsOf = (words: string, { by, history, now }: Sending): readonly Problem[] => {
  if (words === '') return [{ field: 'message', words: 'Enter your message' }]
  if (words.length > most) return [{ field: 'message', words: `Message must be ${most} characters or fewer` }]
  const today = history.filter(({ action, at, byId }) => isTheirs(action, byId) && at > now - dayMs)
  return by.is === 'applicant' && today.length >= mostADay
    ? [{ field: 'message', words: 'You have sent 10 messages since this time yesterday. Call us instead' }]
    : []
}

const isTheirs = (action: string, byId: string | undefined): boolean => action === messageAction && byId === undefined

const eventOf = (subject: Case, words: string, { by, now, id }: Sending): CaseEvent => ({
  id,
  at: now,
  by: actorName(by),
  ...(by.is === 'staff' ? { byId: by.id } : {}),
  action: messageAction,
  words: by.is === 'staff' ? 'answered the applicant' : 'sent a message',
  from: subject.state,
  to: subject.state,
  version: subject.version + 1,
  details: [{ question: 'Message', lines: words.split('\n'), sensitive: true }],
})
