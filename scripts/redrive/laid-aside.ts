// What a message of a queue of failures says: the call that could not be made, if there is one to make again.
import * as v from 'valibot'

export type LaidAside =
  | { readonly is: 'call'; readonly functionArn: string; readonly payload: string }
  // Nothing has to be called: why, for whoever looks.
  | { readonly is: 'done'; readonly why: string }
  | { readonly is: 'unknown'; readonly why: string }

export type LaidMessage = {
  readonly body: string
  // By name: EventBridge and its Scheduler say there which target they could not reach.
  readonly attributes: Readonly<Record<string, string | undefined>>
}

export const laidAside = ({ body, attributes: { TARGET_ARN: target } }: LaidMessage): LaidAside => {
  const record = v.safeParse(json, body)
  if (!record.success) return { is: 'unknown', why: 'The message is not JSON' }
  if (target !== undefined) return { is: 'call', functionArn: target, payload: body }
  const failed = v.safeParse(invocation, record.output)
  if (failed.success) {
    const { requestContext, requestPayload } = failed.output
    return { is: 'call', functionArn: requestContext.functionArn, payload: JSON.stringify(requestPayload) }
  }
  if (v.is(batch, record.output))
    return { is: 'done', why: 'A batch of the table’s stream: its texts are still due, and the next sweep sends them' }
  return { is: 'unknown', why: 'Not a call. For the audit trail, export its table from that time on' }
}

const json = v.pipe(v.string(), v.parseJson())

// Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations": an invocation record.
const invocation = v.object({
  requestContext: v.object({ functionArn: v.string(), condition: v.string() }),
  requestPayload: v.unknown(),
  version: v.string(),
})

// Lambda Developer Guide, "Retaining discarded records for a DynamoDB data source": it names the place in the stream only.
const batch = v.object({ requestContext: v.object({ functionArn: v.string() }), DDBStreamBatchInfo: v.looseObject({}) })
