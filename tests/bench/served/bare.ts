// A bare node:http server that sends the same bytes: what nothing can be faster than here. GET sends the page, POST leads back to it.
import { createServer } from 'node:http'

const [, , port = '0', length = '10000'] = process.argv
const page = Buffer.alloc(Number(length), 'x')

createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length }).end(page)
    return
  }
  request.on('data', () => {})
  request.on('end', () => response.writeHead(303, { location: '/', 'content-length': 0 }).end())
}).listen(Number(port), '127.0.0.1')
