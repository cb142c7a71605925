// Counts what happened, from the table's stream: starts, ends, outcomes and texts, without an answer.
import { told } from '#adapters/told.ts'
import { countEventsHandler } from './events/count-events.ts'
import { countingFrom } from './wiring/measures.ts'

export const handler = told('count-events', process.env, countEventsHandler(countingFrom(process.env)))
