// Residents' pages.
import { citizenHandler } from '#web/citizen/handler.ts'
import { counterFrom } from './wiring.ts'

export const handler = citizenHandler(counterFrom(process.env))
