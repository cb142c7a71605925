// Looks in every five minutes, as a resident would.
import { told } from '#adapters/told.ts'
import { lookInHandler } from './events/look-in.ts'
import { lookInFrom } from './wiring/look-in.ts'

export const handler = told('look-in', process.env, lookInHandler(lookInFrom(process.env)))
