// Takes what the phone networks say of texts that were sent.
import { textReceiptsHandler } from './events/text-receipts.ts'
import { receiptsFrom } from './wiring-texts.ts'

export const handler = textReceiptsHandler(receiptsFrom(process.env))
