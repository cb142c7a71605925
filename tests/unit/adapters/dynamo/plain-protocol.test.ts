// What we send to DynamoDB and hear from it is what the SDK's own protocol sends and hears.
import { createServer, type Server } from 'node:http'
import { DynamoDBClient, GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dbAt } from '#adapters/dynamo/db.ts'

type Came = { readonly target: string; readonly type: string; readonly said: unknown }

let server: Server
let endpoint: string
const came: Came[] = []
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const item = {
  pk: { S: 'DRAFT#1' },
  count: { N: '12' },
  open: { BOOL: true },
  none: { NULL: true },
  list: { L: [{ S: '‘a’ and “b”' }, { N: '1' }] },
  map: { M: { 'about-you/name': { S: '{"name":["Zoë"]}' } } },
  set: { SS: ['a', 'b'] },
}
const reply = { Item: item, Items: [item], Attributes: item, Count: 1, LastEvaluatedKey: { pk: item.pk } }

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { 'x-amz-target': target, 'content-type': type } = request.headers
    came.push({ target: String(target), type: String(type), said: JSON.parse(Buffer.concat(chunks).toString()) })
    response.end(JSON.stringify(reply))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  endpoint = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('each kind of value goes and comes as the SDK lets it go and come', async () => {
  const [ours, theirs] = [
    dbAt({ endpoint, region: 'eu-west-2', credentials }),
    new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials }),
  ]
  const get = { TableName: 't', Key: { pk: item.pk }, ConsistentRead: true, ProjectionExpression: undefined }
  const query = { TableName: 't', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': item.pk } }
  const update = {
    TableName: 't',
    Key: get.Key,
    UpdateExpression: 'SET a = :a',
    ExpressionAttributeValues: { ':a': item.map },
  }
  const [got, found, written] = [await ours.getItem(get), await ours.query(query), await ours.updateItem(update)]
  const [gotRight, foundRight, writtenRight] = [
    await theirs.send(new GetItemCommand(get)),
    await theirs.send(new QueryCommand(query)),
    await theirs.send(new UpdateItemCommand(update)),
  ]
  expect(came.slice(0, 3)).toEqual(came.slice(3))
  expect([got.Item, found.Items, found.LastEvaluatedKey, written.Attributes]).toEqual([
    ...[gotRight.Item, foundRight.Items, foundRight.LastEvaluatedKey, writtenRight.Attributes],
  ])
  ours.close()
  theirs.destroy()
})
