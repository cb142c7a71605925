// Lambda's event source mapping for a stream, as its Developer Guide documents it: batches in order, the lowest failure is the checkpoint,
// a batch that throws is halved, and what is too old or tried too often goes to the on-failure destination.
export type StreamRecord = { readonly dynamodb: { readonly SequenceNumber: string } }

type Reply = { readonly batchItemFailures?: readonly { readonly itemIdentifier?: string }[] | null } | null | undefined

export type Mapping = {
  readonly batchSize: number
  readonly mostRetries: number
  // Milliseconds; each try of a batch takes `tryMs` of them.
  readonly maxAge?: number
  readonly tryMs?: number
}

export type Delivered<T> = { readonly onFailure: readonly T[]; readonly invocations: number; readonly tookMs: number }

export const delivered = async <T extends StreamRecord>(
  mapping: Mapping,
  records: readonly T[],
  invoke: (event: { readonly Records: readonly T[] }) => Promise<unknown>,
): Promise<Delivered<T>> => {
  const onFailure: T[] = []
  let [invocations, tookMs] = [0, 0]
  const deliver = async (batch: readonly T[], retries: number): Promise<void> => {
    if (batch.length === 0) return
    if (retries > mapping.mostRetries || tookMs > (mapping.maxAge ?? Number.POSITIVE_INFINITY)) {
      onFailure.push(...batch)
      return
    }
    invocations += 1
    tookMs += mapping.tryMs ?? 0
    const from = await failedFrom(batch, () => invoke({ Records: batch }))
    const rest = batch.slice(from)
    if (from > 0) return deliver(rest, 0)
    if (rest.length === 1) return deliver(rest, retries + 1)
    // Halved: with what it is not halved is done again, the poison ends alone.
    const half = Math.ceil(rest.length / 2)
    await deliver(rest.slice(0, half), retries)
    await deliver(rest.slice(half), retries)
  }
  for (let at = 0; at < records.length; at += mapping.batchSize)
    await deliver(records.slice(at, at + mapping.batchSize), 0)
  return { onFailure, invocations, tookMs }
}

// Where the batch goes on: its length where all succeeded (also for an empty, null or misspelt reply), 0 where the reply names nothing known.
const failedFrom = async (batch: readonly StreamRecord[], invoke: () => Promise<unknown>): Promise<number> => {
  try {
    const failures = failuresIn(await invoke())
    if (failures.length === 0) return batch.length
    const places = failures.map((id) => batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id))
    return Math.max(0, Math.min(...places))
  } catch {
    return 0
  }
}

const failuresIn = (reply: unknown): readonly (string | undefined)[] => {
  const isReply = (given: unknown): given is NonNullable<Reply> => typeof given === 'object' && given !== null
  return isReply(reply) ? (reply.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier) : []
}
