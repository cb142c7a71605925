// Receipts from the phone networks. One that comes before our own mark, or twice, or for a text that is not ours, changes nothing.
// A phone that opted out with its network is not tried again.
import { afterReceipt, type DeliveryReceipt, isOptedOut } from '#domain/texts/receipts.ts'
import { optedOutMs } from '#domain/texts/stopping.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Clock } from '../ports/stores.ts'
import type { OutboxStore, StoppedStore } from '../ports/texts.ts'

type Ports = { readonly clock: Clock; readonly outbox: OutboxStore; readonly stopped: Pick<StoppedStore, 'set'> }

// Gives the receipts whose text was not found: they are tried again later, as a receipt may overtake our own record.
export const takeReceipts = async (
  ports: Ports,
  receipts: readonly DeliveryReceipt[],
): Promise<readonly DeliveryReceipt[]> => {
  const unknown: DeliveryReceipt[] = []
  for (const receipt of receipts) {
    const text = await ports.outbox.byMessageId(receipt.messageId)
    if (text === undefined) unknown.push(receipt)
    else await take(ports, text, receipt)
  }
  return unknown
}

const take = async ({ clock, outbox, stopped }: Ports, text: Text, receipt: DeliveryReceipt): Promise<void> => {
  const now = clock.now()
  if (isOptedOut(receipt) && text.phoneKey !== undefined)
    await stopped.set(text.phoneKey, { stopped: true, now, until: now + optedOutMs })
  const after = afterReceipt(text, receipt, now)
  if (after !== undefined) await outbox.move(text, after)
}
