// Takes what the phone networks say of texts that were sent.
import { told } from '#adapters/told.ts'
import { textReceiptsHandler } from './events/text-receipts.ts'
import { receiptsFrom } from './wiring/texts.ts'

export const handler = told('text-receipts', process.env, textReceiptsHandler(receiptsFrom(process.env)))
