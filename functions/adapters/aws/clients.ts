// What our AWS clients have in common: whose they are, how they reach AWS, when they try again.
// docs/decisions/official-clients.md says why each setting stands here, with figures.
import { HttpRequest } from '@smithy/core/protocols'
import { SignatureV4 } from '@smithy/signature-v4'
import type { FinalizeRequestMiddleware, MiddlewareStack, RequestSigner } from '@smithy/types'
import { connections } from './connections.ts'
import type { Again } from './retries.ts'
import { Sha256 } from './sha256.ts'

export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export type AwsSettings = {
  // http or https, without a path; in AWS https://dynamodb.<region>.amazonaws.com
  readonly endpoint: string
  readonly region: string
  readonly credentials: Credentials
}

type Env = Readonly<Record<string, string | undefined>>

// Lambda gives a function its role's credentials in its environment.
export const credentialsIn = (env: Env): Credentials => ({
  accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
  secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
  ...(env.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: env.AWS_SESSION_TOKEN }),
})

export const awsIn = (env: Env, service: string, endpoint: string | undefined): AwsSettings => {
  const region = env.AWS_REGION ?? 'eu-west-2'
  return {
    endpoint: endpoint ?? `https://${service}.${region}.amazonaws.com`,
    region,
    credentials: credentialsIn(env),
  }
}

const replyMs = 2000

/**
 * Client options. `service`: its name in a signature. `again` is for calls that may be made twice;
 * `once` for those whose caller tries again itself, and has to know of each reply that was lost.
 */
export const clientSettings = ({ endpoint, region, credentials }: AwsSettings, service: string) => {
  const reach = connections(replyMs)
  const shared = {
    ...{ endpoint, region, credentials },
    // One for the client, where the SDK makes one for each request.
    signer: new SignatureV4({ service, region, credentials, sha256: Sha256, applyChecksum: false }),
    sha256: Sha256,
    // The middleware is put together once a command, not once a call.
    cacheMiddleware: true,
    ...lookedUpNowhere,
  }
  return {
    again: { ...shared, requestHandler: reach.again },
    once: { ...shared, requestHandler: reach.once },
  }
}

// The SDK else reads each from the environment and from files of a home folder.
export const lookedUpNowhere = {
  defaultsMode: 'standard' as const,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  authSchemePreference: async () => [],
  userAgentAppId: '',
}

/**
 * Takes out what tells AWS about the program, logs to nowhere, and follows a chain of functions
 * through services that are not ours. `stack`: a client's own. `again`: what makes a call again
 * (retries.ts); nothing does by itself.
 */
export const lightened = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
  again: Again = (next) => next,
): void => {
  for (const name of ['getUserAgentMiddleware', 'loggerMiddleware', 'recursionDetectionMiddleware']) stack.remove(name)
  stack.add(again, { step: 'finalizeRequest', priority: 'high', name: 'retryMiddleware', override: true })
}

/**
 * Leaves one middleware to sign, in the place of those that look for where to and how at each call:
 * both are the same for all of a client's. `stack`: a client's own, whose protocol says where to.
 */
export const signedOnly = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
  signer: RequestSigner,
): void => {
  for (const name of settled) stack.remove(name)
  const { concat } = stack
  stack.concat = (command) => {
    const all = concat(command)
    all.remove('endpointV2Middleware')
    return all
  }
  stack.add(signing(signer), { step: 'finalizeRequest', priority: 'low', name: 'signing' })
}

const settled = ['httpAuthSchemeMiddleware', 'httpSigningMiddleware', 'hostHeaderMiddleware', 'contentLengthMiddleware']

const signing =
  <Input extends object, Output extends object>(signer: RequestSigner): FinalizeRequestMiddleware<Input, Output> =>
  (next) =>
  async (args) =>
    next(HttpRequest.isInstance(args.request) ? { ...args, request: await signer.sign(args.request) } : args)
