// Receipts from the phone networks. One that comes before our own mark, or twice, or for a text that is not ours, changes nothing.
import { afterReceipt, type Receipt } from '#domain/texts/receipts.ts'
import type { Clock, OutboxStore } from './ports.ts'

type Ports = { readonly clock: Clock; readonly outbox: OutboxStore }

// Gives the receipts whose text was not found: they are tried again later, as a receipt may overtake our own record.
export const takeReceipts = async (
  { clock, outbox }: Ports,
  receipts: readonly Receipt[],
): Promise<readonly Receipt[]> => {
  const unknown: Receipt[] = []
  for (const receipt of receipts) {
    const text = await outbox.byMessageId(receipt.messageId)
    const after = text === undefined ? undefined : afterReceipt(text, receipt, clock.now())
    if (text === undefined) unknown.push(receipt)
    else if (after !== undefined) await outbox.move(text, after)
  }
  return unknown
}
