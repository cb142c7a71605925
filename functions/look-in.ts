// Looks in every five minutes, as a resident would.
import { lookInHandler } from './events/look-in.ts'
import { lookInFrom } from './wiring-look-in.ts'

export const handler = lookInHandler(lookInFrom(process.env))
