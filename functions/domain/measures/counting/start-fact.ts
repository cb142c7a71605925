// A draft as it stands, as a fact: when it was begun and saved last, and how it ended. No answer.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { londonDay } from '#domain/london.ts'
import type { Ended, StartFact } from './facts.ts'

// What counting reads of a draft.
export type Begun = Pick<Draft, 'id' | 'service' | 'version' | 'status' | 'startedAt' | 'touchedAt'> & {
  readonly reopens?: object
}

// Answers that were asked for again are no start.
export const startFact = (draft: Begun): StartFact | undefined =>
  draft.reopens === undefined
    ? {
        is: 'start',
        service: draft.service,
        day: londonDay(draft.startedAt),
        id: draft.id,
        v: draft.version,
        channel: 'self',
        device: 'other',
        startedAt: draft.startedAt,
        savedAt: draft.touchedAt,
        ...endOf(draft),
      }
    : undefined

const endOf = ({ status, touchedAt }: Begun): { readonly end?: Ended } =>
  status === 'submitted' ? { end: { is: 'sent', at: touchedAt } } : {}
