// A world for a test: the embedded DynamoDB, our own stand-in for SNS at its real endpoint, a clock in the test's hand, and the real handlers.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configFrom } from '#adapters/config.ts'
import type { SealedTable } from '#adapters/dynamo/client.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { counterFrom, sealedTableFrom } from '#functions/wiring/residents.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import { createTables, type Engine, freePort, startDynamo } from '#infra/local/dynamo.ts'
import { localAnswersKey, startKms } from '#infra/local/kms.ts'
import { localPhone, type PhoneText } from '#infra/local/phone.ts'
import {
  type LocalNotify,
  localCallbackKey,
  localNotify,
  localNotifyKey,
  localTemplates,
  type Posted,
} from '#infra/local/post/notify.ts'
import type { LogLine } from '#usecases/ports/log.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { citizenHandler } from '#web/citizen/handler.ts'
import type { WebHandler } from '#web/stack.ts'

export const citizenOrigin = 'http://localhost:3000'
export const staffOrigin = 'http://localhost:3001'
export const dutyPhone = '+447700900999'

// Wednesday 25 November 2026, 10am in London: a working day.
export const noon = Date.parse('2026-11-25T10:00:00Z')

export type World = {
  readonly env: Readonly<Record<string, string>>
  readonly table: SealedTable
  readonly counter: Counter
  readonly citizen: WebHandler
  readonly texts: () => readonly PhoneText[]
  // Emails and letters that GOV.UK Notify took.
  readonly posted: () => readonly Posted[]
  // Everything due now is sent, as the stream and the sweeper would.
  readonly sendTexts: () => Promise<void>
  readonly clock: {
    readonly now: () => number
    readonly set: (ms: number) => void
    readonly pass: (ms: number) => void
  }
  readonly log: readonly LogLine[]
  readonly close: () => Promise<void>
}

export type Endpoints = { readonly dynamo: string; readonly sns: string; readonly kms: string; readonly notify: string }

// `through`: what stands between the product and its storage and phone.
export const startWorld = async (
  given: {
    readonly engine?: Engine
    // Where tables stand already, or are kept.
    readonly directory?: string
    readonly through?: (direct: Endpoints) => Promise<Endpoints>
  } = {},
): Promise<World> => {
  const dynamo = await startDynamo(given)
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-'))
  const clock = testClock()
  const phone = localPhone({
    file: join(directory, 'texts.jsonl'),
    now: clock.now,
    receipt: async () => {},
  })
  const sns = await startSns(phone.publish)
  const post = localNotify({ now: clock.now })
  const notify = await startNotify(post.answer)
  const kms = await startKms()
  const direct = { dynamo: dynamo.endpoint, sns: sns.endpoint, kms: kms.endpoint, notify: notify.endpoint }
  const used = (await given.through?.(direct)) ?? direct
  const env = environment(used)
  Object.assign(process.env, { AWS_REGION: env.AWS_REGION, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
  const table = sealedTableFrom(configFrom(env), env, clock)
  // What the stream would bring is handed over by `sendTexts`, or by the event source of tests/support/faults.
  await createTables(dynamo.endpoint, { main: table.name, audit: table.audit }, { streamed: false })
  const log: LogLine[] = []
  const record = (line: LogLine): void => {
    log.push(line)
  }
  const known = () => knownSwitches(switchStore(table), clock, record)
  const counter: Counter = { ...counterFrom(env, clock), log: record, switches: known() }
  const send = sendTextsHandler({ ...sendTextsFrom(env, clock), pause: noPause, clock, log: record, switches: known() })
  return {
    env,
    table,
    counter,
    citizen: citizenHandler(counter),
    texts: phone.texts,
    posted: post.posted,
    sendTexts: async () => {
      await send({ source: 'aws.scheduler' })
    },
    clock,
    log,
    close: async () => {
      table.client.close()
      await sns.close()
      await notify.close()
      await kms.close()
      await dynamo.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

// How many texts go in a second is tested by a clock of its own (unit/usecases/texts/backlog): here nobody waits for it.
export const noPause = async (): Promise<void> => {}

const testClock = (): World['clock'] => {
  let now = noon
  return {
    now: () => now,
    set: (ms) => {
      now = ms
    },
    pass: (ms) => {
      now += ms
    },
  }
}

const environment = ({ dynamo, sns, kms, notify }: Endpoints) => ({
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  TABLE_NAME: 'guildhall',
  AUDIT_TABLE_NAME: 'guildhall-audit',
  DYNAMODB_ENDPOINT: dynamo,
  SNS_ENDPOINT: sns,
  NOTIFY_ENDPOINT: notify,
  NOTIFY_KEY: localNotifyKey,
  NOTIFY_CALLBACK_KEY: localCallbackKey,
  NOTIFY_EMAIL_TEMPLATE: localTemplates.email,
  NOTIFY_LETTER_TEMPLATE: localTemplates.letter,
  KMS_ENDPOINT: kms,
  ANSWERS_WRAPPED_BY: localAnswersKey,
  CITIZEN_ORIGIN: citizenOrigin,
  STAFF_ORIGIN: staffOrigin,
  DUTY_PHONE: dutyPhone,
  // A test's people share numbers; what a phone may get is tested by itself.
  TEXTS_A_PHONE: '1000',
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
})

type Publish = (form: URLSearchParams) => { readonly status: number; readonly xml: string }

const startSns = (publish: Publish) =>
  startServer(async (request, response) => {
    const { status, xml } = publish(new URLSearchParams(await bodyOf(request)))
    response.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
  })

const startNotify = (answer: LocalNotify['answer']) =>
  startServer(async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request
    const text = await bodyOf(request)
    const { status, body } = answer({ method, path, authorization: headers.authorization ?? '', text })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const startServer = async (answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const port = await freePort()
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

// Every line of the audit log of somebody, or about a case: 'STAFF#housing-manager'.
export const auditOf =
  ({ table }: Pick<World, 'table'>) =>
  async (pk: string) => {
    const { Items: items = [] } = await table.client.query({
      TableName: table.audit,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    })
    return items.map((item) => JSON.parse(item.data?.S ?? '{}'))
  }
