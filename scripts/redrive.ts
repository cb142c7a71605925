// `npm run redrive -- --queue NAME`: makes the calls again that a queue of failures holds (infra/README.md, "Redrive").
// With the credentials of the environment. `--region us-east-1` for the queue of the edge.
import { parseArgs } from 'node:util'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SQSClient } from '@aws-sdk/client-sqs'
import { region } from '#infra/aws/stages.ts'
import { redrive } from './redrive/redrive.ts'

const { values: asked } = parseArgs({
  options: { queue: { type: 'string' }, region: { type: 'string', default: region } },
})
if (asked.queue === undefined) throw new Error('Say --queue NAME: infra/README.md lists them')

// The longest function runs for 15 minutes, and is called once: a call that the client gave up may still be going on.
const patient = { region: asked.region, maxAttempts: 1, requestHandler: { requestTimeout: 910_000 } }
const clients = { sqs: new SQSClient({ region: asked.region }), lambda: new LambdaClient(patient) }
const { again, removed, left } = await redrive(clients, asked.queue)
process.stdout.write(
  [
    `${again} called again and removed, ${removed} needed no call and are removed, ${left.length} left`,
    ...left,
    '',
  ].join('\n'),
)
process.exitCode = left.length === 0 ? 0 : 1
