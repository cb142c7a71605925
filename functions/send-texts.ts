// Sends the texts that are due: the table's stream tells of each as it is decided, a schedule sweeps up what is left.
import { told } from '#adapters/told.ts'
import { sendTextsHandler } from './events/send-texts.ts'
import { sendTextsFrom } from './wiring/texts.ts'

export const handler = told('send-texts', process.env, sendTextsHandler(sendTextsFrom(process.env)))
