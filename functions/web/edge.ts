// What a web function adds in AWS and the local gateway does on a laptop: only CloudFront is answered, and pages are compressed. (CloudFront
// compresses nothing that it must not keep, and it must not keep a page.)
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { pageHeaders } from './middleware/headers.ts'
import type { WebHandler } from './stack.ts'

// Does whoever says this come from our own edge?
export type KnowsEdge = (said: string) => Promise<boolean>

export const edgeHeader = 'x-from-edge'

export const behindEdge = (knows: KnowsEdge | undefined, handler: WebHandler): WebHandler => {
  if (knows === undefined) return handler
  return async (event, context) => {
    const { [edgeHeader]: said = '', 'accept-encoding': accepted = '' } = event.headers
    if (!(await knows(said))) return { statusCode: 403, headers: { ...pageHeaders({}) }, body: '' }
    return compressed(await handler(event, context), accepted)
  }
}

// Bytes: below this, a compressed answer saves no packet.
const least = 1024

const brotli = promisify(brotliCompress)
const zipped = promisify(gzip)

// Each form's token is masked anew for each page, so that its compressed length tells nothing of it (BREACH).
const compressed = async (
  result: APIGatewayProxyStructuredResultV2,
  accepted: string,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const { body = '', headers = {} } = result
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined
  if (encoding === undefined || body.length < least || result.isBase64Encoded === true) return result
  const bytes = await (encoding === 'br' ? brotli(body, quick) : zipped(body))
  return {
    ...result,
    body: bytes.toString('base64'),
    isBase64Encoded: true,
    headers: { ...headers, 'content-encoding': encoding, vary: 'accept-encoding' },
  }
}

// Level 4 of 11: a page in half a millisecond, a few per cent larger than the best.
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
