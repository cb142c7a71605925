// DynamoDB's own protocol, without the SDK's walk through its schemas: what we send and what comes back
// is JSON already, since no attribute of ours holds bytes. Errors are read by the SDK.
// docs/decisions/official-clients.md has what it spares.
import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols'
import { HttpRequest } from '@smithy/core/protocols'
import type { HttpResponse, MetadataBearer, OperationSchema } from '@smithy/types'

type Context = Parameters<AwsJson1_0Protocol['deserializeResponse']>[1]

/** For the client's option `protocol`. `endpoint`: http or https, without a path. */
export const plainProtocol = (endpoint: string) => {
  const { protocol, hostname, port, host } = new URL(endpoint)
  const to = { protocol, hostname, ...(port === '' ? {} : { port: Number(port) }), path: '/', method: 'POST' }
  return class extends AwsJson1_0Protocol {
    override async serializeRequest<Input extends object>({ name }: OperationSchema, input: Input) {
      const headers = {
        host,
        'content-type': this.getDefaultContentType(),
        'x-amz-target': `${this.serviceTarget}.${name}`,
      }
      return new HttpRequest({ ...to, headers, body: JSON.stringify(input) })
    }

    override async deserializeResponse<Output extends MetadataBearer>(
      operation: OperationSchema,
      context: Context,
      response: HttpResponse,
    ): Promise<Output> {
      if (this.isErrorResponse(response.statusCode)) return super.deserializeResponse(operation, context, response)
      const output = JSON.parse(String(response.body))
      output.$metadata = { httpStatusCode: response.statusCode }
      return output
    }
  }
}
