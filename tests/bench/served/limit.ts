// A bare server that makes one database call for each request: what nothing that keeps answers in DynamoDB can be faster
// than here. A GET reads an item and sends the page, a POST writes it and leads back.
import { createServer } from 'node:http'
import { dbAt } from '#adapters/dynamo/db.ts'

const [, , port = '0', length = '10000'] = process.argv
const page = Buffer.alloc(Number(length), 'x')

const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
const db = dbAt({ endpoint: process.env.DYNAMODB_ENDPOINT ?? '', region: 'eu-west-2', credentials })
const TableName = process.env.TABLE_NAME ?? ''
const Key = { pk: { S: 'BENCH' }, sk: { S: 'BENCH' } }

const written = async (): Promise<unknown> =>
  db.updateItem({
    ...{ TableName, Key },
    UpdateExpression: 'SET #answer = :answer',
    ExpressionAttributeNames: { '#answer': 'answer' },
    ExpressionAttributeValues: { ':answer': { S: 'council-tax' } },
  })

createServer(async (request, response) => {
  if (request.method === 'GET') {
    await db.getItem({ TableName, Key, ConsistentRead: true })
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length }).end(page)
    return
  }
  request.resume()
  await written()
  response.writeHead(303, { location: '/', 'content-length': 0 }).end()
}).listen(Number(port), '127.0.0.1')
