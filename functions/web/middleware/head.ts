// HEAD asks for what GET would answer, without its content (RFC 9110, 9.3.2): link checkers and monitors do.
// Who asks so only looks beforehand, as a browser that prefetches: an address that ends something ends nothing.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

type Asked = { event: APIGatewayProxyEventV2; response?: unknown; internal: Record<string, unknown> }

export const headAsGet = () => {
  const empty = ({ internal, response }: Asked): void => {
    if (internal.head === true && isResult(response)) response.body = ''
  }
  return {
    before: (asked: Asked): void => {
      const { requestContext } = asked.event
      if (requestContext.http.method !== 'HEAD') return
      asked.internal.head = true
      asked.event = {
        ...asked.event,
        headers: { ...asked.event.headers, 'sec-purpose': 'prefetch' },
        requestContext: { ...requestContext, http: { ...requestContext.http, method: 'GET' } },
      }
    },
    after: empty,
    onError: empty,
  }
}

const isResult = (response: unknown): response is APIGatewayProxyStructuredResultV2 =>
  typeof response === 'object' && response !== null && 'statusCode' in response
