// Takes each message of a queue of failures, makes its call again, and removes what then succeeded. What fails again stays.
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message as Received,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { type LaidAside, laidAside } from './laid-aside.ts'

export type Clients = { readonly sqs: SQSClient; readonly lambda: LambdaClient }

export type Redriven = { readonly again: number; readonly removed: number; readonly left: readonly string[] }

// Longer than the longest function runs, in seconds: nobody else gets a message while its call is being made.
const hidden = 1000

/** `queue`: a name or URL. Gives how many calls succeeded, how many needed none, and why each other one was left. */
export const redrive = async (clients: Clients, queue: string): Promise<Redriven> => {
  const QueueUrl = await urlOf(clients, queue)
  let done: Redriven = { again: 0, removed: 0, left: [] }
  for (;;) {
    const asked = { QueueUrl, MaxNumberOfMessages: 1, VisibilityTimeout: hidden, WaitTimeSeconds: 1 }
    const { Messages: messages = [] } = await clients.sqs.send(
      new ReceiveMessageCommand({ ...asked, MessageAttributeNames: ['All'] }),
    )
    const [message] = messages
    if (message === undefined) return done
    const came = await tried(clients, message)
    if (came.remove)
      await clients.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }))
    done = counted(done, came)
  }
}

const urlOf = async ({ sqs }: Clients, queue: string): Promise<string | undefined> =>
  queue.startsWith('http') ? queue : (await sqs.send(new GetQueueUrlCommand({ QueueName: queue }))).QueueUrl

type Came = { readonly remove: boolean; readonly called: boolean; readonly why: string }

const tried = async (
  { lambda }: Clients,
  { Body: body = '', MessageAttributes: said = {} }: Received,
): Promise<Came> => {
  const attributes = Object.fromEntries(Object.entries(said).map(([name, { StringValue: value }]) => [name, value]))
  const found = laidAside({ body, attributes })
  if (found.is !== 'call') return { remove: found.is === 'done', called: false, why: found.why }
  return called(lambda, found)
}

// With the answer: a call that is only taken may fail again and lie here anew.
const called = async (
  lambda: LambdaClient,
  { functionArn, payload }: Extract<LaidAside, { is: 'call' }>,
): Promise<Came> => {
  const { FunctionError: failed } = await lambda.send(
    new InvokeCommand({ FunctionName: functionArn, Payload: Buffer.from(payload), InvocationType: 'RequestResponse' }),
  )
  const name = functionArn.split(':function:')[1] ?? functionArn
  return failed === undefined
    ? { remove: true, called: true, why: '' }
    : { remove: false, called: true, why: `${name} failed again (${failed}); its log says why` }
}

const counted = (done: Redriven, { remove, called: wasCalled, why }: Came): Redriven => ({
  again: done.again + (remove && wasCalled ? 1 : 0),
  removed: done.removed + (remove && !wasCalled ? 1 : 0),
  left: remove ? done.left : [...done.left, why],
})
