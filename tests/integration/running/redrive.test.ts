// Calls that failed every time are made again by one command, and only what succeeded leaves the queue.
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterEach, describe, expect, it } from 'vitest'
import {
  type Functions,
  type Laid,
  type QueueAndFunctions,
  startQueueAndFunctions,
} from '#tests/support/worlds/queue-and-functions.ts'
import { redrive } from '../../../scripts/redrive/redrive.ts'

const check = 'arn:aws:lambda:eu-west-2:000000000000:function:guildhall-production-check-upload:live'
const nightly = 'arn:aws:lambda:eu-west-2:000000000000:function:guildhall-production-nightly:live'

// As Lambda notes a call whose function failed (Lambda Developer Guide, "Capturing records of asynchronous invocations").
const failed = (functionArn: string, requestPayload: object): Laid => ({
  body: JSON.stringify({
    version: '1.0',
    timestamp: '2026-11-30T02:30:00.000Z',
    requestContext: { requestId: 'r', functionArn, condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload,
    responseContext: { statusCode: 200, executedVersion: '7', functionError: 'Unhandled' },
  }),
})

// As EventBridge and its Scheduler note what they could not hand over: the event itself, and whose it was.
const undelivered = (TARGET_ARN: string, event: object): Laid => ({
  body: JSON.stringify(event),
  attributes: { TARGET_ARN, ERROR_CODE: 'THROTTLING' },
})

const batch: Laid = {
  body: JSON.stringify({
    version: '1.0',
    requestContext: {
      requestId: 'r',
      functionArn: 'arn:…:guildhall-production-send-texts:live',
      condition: 'RetryAttemptsExhausted',
    },
    DDBStreamBatchInfo: { shardId: 's', startSequenceNumber: '1', endSequenceNumber: '9', batchSize: 2 },
  }),
}

const worlds: QueueAndFunctions[] = []
afterEach(() => {
  for (const world of worlds.splice(0)) world.close()
})

const laidIn = async (laid: readonly Laid[], functions: Functions): Promise<QueueAndFunctions> => {
  const world = await startQueueAndFunctions(laid, functions)
  worlds.push(world)
  return world
}

const redriven = ({ endpoint }: QueueAndFunctions) => {
  const at = { endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'i', secretAccessKey: 'k' } }
  return redrive({ sqs: new SQSClient({ ...at, useQueueUrlAsEndpoint: false }), lambda: new LambdaClient(at) }, 'lost')
}

describe('a redrive', () => {
  it('makes each call again with what it said, whoever laid it aside, and removes it', async () => {
    const verdict = { source: 'aws.guardduty', detail: { scanStatus: 'COMPLETED' } }
    const night = { source: 'aws.scheduler' }
    const world = await laidIn([failed(check, verdict), undelivered(nightly, night)], () => 'done')
    expect(await redriven(world)).toEqual({ again: 2, removed: 0, left: [] })
    expect(world.calls).toEqual([`${check} ${JSON.stringify(verdict)}`, `${nightly} ${JSON.stringify(night)}`])
    expect(world.left()).toEqual([])
  })

  it('leaves what fails again where it is, says which function, and goes on with the rest', async () => {
    const laid = [failed(check, { a: 1 }), failed(nightly, { b: 2 })]
    const world = await laidIn(laid, (arn) => (arn === check ? 'failed' : 'done'))
    expect(await redriven(world)).toEqual({
      again: 1,
      removed: 0,
      left: ['guildhall-production-check-upload:live failed again (Unhandled); its log says why'],
    })
    world.showAgain()
    expect((await redriven(world)).left.length).toBe(1)
    expect(world.left()).toEqual([laid[0]?.body])
  })

  it('calls nothing for a batch of texts, whose rows are still due, and touches nothing that it does not know', async () => {
    const strange = '{"context":{"partnerResourceArn":"pipe"}}'
    const world = await laidIn([batch, { body: strange }, { body: 'not JSON' }], () => 'done')
    const came = await redriven(world)
    expect([came.again, came.removed, came.left.length]).toEqual([0, 1, 2])
    expect(world.calls).toEqual([])
    expect(world.left()).toEqual([strange, 'not JSON'])
  })
})
