// What stores are told of a call that failed, with DynamoDB's answers word for word.
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Db, DynamoProblem, dbAt, isConditionFailed } from '#adapters/dynamo/db.ts'

type Reply = { readonly status: number; readonly body: string }

let server: Server
let db: Db
let replies: Reply[]
let came = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    came += 1
    const { status, body } = replies.shift() ?? { status: 200, body: '{}' }
    request.resume()
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const endpoint = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  db = dbAt({ endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } })
})
beforeEach(() => {
  came = 0
})
afterAll(() => {
  db.close()
  server.close()
})

const refusal = (name: string, more: object = {}): Reply => ({
  status: 400,
  body: JSON.stringify({
    __type: `com.amazonaws.dynamodb.v20120810#${name}`,
    message: 'Mrs Example, LS1 1AA',
    ...more,
  }),
})
const broken = (status: number): Reply => ({ status, body: '<html>Mrs Example, LS1 1AA</html>' })

const key = { pk: { S: 'DRAFT#1' }, sk: { S: 'DRAFT' } }
const put = () => db.putItem({ TableName: 'table', Item: key })
const transact = () =>
  db.transactWriteItems({ TransactItems: [{ Put: { TableName: 'table', Item: key } }], ClientRequestToken: 'token' })

const problemOf = async (call: () => Promise<unknown>): Promise<DynamoProblem> => {
  const problem = await call().catch((error: unknown) => error)
  if (problem instanceof DynamoProblem) return problem
  throw new Error('The call did not fail as it should')
}

describe('a call that DynamoDB refuses', () => {
  it('says which condition did not hold and what stood there, and not a word of what was written', async () => {
    replies = [refusal('ConditionalCheckFailedException', { Item: key })]
    const problem = await problemOf(put)
    expect([isConditionFailed(problem), problem.Item, came]).toEqual([true, key, 1])
    expect(`${problem.message}${problem.stack}${problem.cause}`).not.toContain('Example')
  })

  it('says of a transaction which of its writes was refused', async () => {
    const reasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'Mrs Example, LS1 1AA' }]
    replies = [refusal('TransactionCanceledException', { CancellationReasons: reasons })]
    const problem = await problemOf(transact)
    expect(problem.name).toBe('TransactionCanceledException')
    expect(problem.CancellationReasons.map(({ Code: code }) => code)).toEqual(['None', 'ConditionalCheckFailed'])
    expect(`${problem.message}${problem.stack}`).not.toContain('Example')
  })

  it.each(['TransactionConflictException', 'ThrottlingException', 'InternalServerError'])(
    'with %s is made three times, and no more',
    async (name) => {
      replies = Array.from({ length: 3 }, () => refusal(name))
      if (name === 'InternalServerError') replies = replies.map(({ body }) => ({ status: 500, body }))
      expect([(await problemOf(put)).name, came]).toEqual([name, 3])
      replies = [refusal('TransactionConflictException')]
      came = 0
      await put()
      expect(came).toBe(2)
    },
  )

  it('as a transaction is made once, since transact.ts has to know of each reply that was lost', async () => {
    replies = [{ status: 500, body: refusal('InternalServerError').body }]
    expect([(await problemOf(transact)).name, came]).toEqual(['InternalServerError', 1])
  })
})

describe('an answer that is none', () => {
  it('is one of a server that failed, whatever it said', async () => {
    replies = [503, 500, 502].map(broken)
    const problem = await problemOf(put)
    expect([problem.name, came]).toEqual(['InternalServerError', 3])
    expect(`${problem.message}${problem.stack}`).not.toContain('Example')
  })

  it('is not taken for an empty one, and is not quoted', async () => {
    replies = [broken(200)]
    const problem = await problemOf(put)
    expect(`${problem.name}${problem.message}${problem.stack}`).not.toContain('Example')
  })
})
