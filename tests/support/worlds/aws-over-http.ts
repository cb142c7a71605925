// Secrets Manager and CloudFront as far as the edge secret meets them, over their own protocols.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type FakeAws = {
  readonly env: Readonly<Record<string, string>>
  // Secrets Manager's: version → the text, and which version is current.
  readonly versions: Map<string, string>
  readonly labels: Map<string, string>
  // Secrets Manager's others, by name.
  readonly others: Map<string, string>
  // CloudFront's: distribution → its configuration.
  readonly distributions: Map<string, string>
  // Every request, as 'GetSecretValue' or 'PUT E1'.
  readonly asked: string[]
  // Do all edges of CloudFront know what their distribution was told?
  readonly settled: { now: boolean }
  // Requests that are refused from now on.
  readonly down: Set<string>
  readonly close: () => void
}

export const edgeSecretName = 'guildhall/test/edge'

type Others = Readonly<Record<string, string>>

export const startFakeAws = async (first: object, others: Others = {}): Promise<FakeAws> => {
  const state = {
    versions: new Map([['v1', JSON.stringify(first)]]),
    labels: new Map([['AWSCURRENT', 'v1']]),
    others: new Map(Object.entries(others)),
    distributions: new Map(['E1', 'E2'].map((id) => [id, configuration('first')])),
    asked: [],
    settled: { now: true },
    down: new Set<string>(),
  }
  const server = createServer((request, response) => void answer(state, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const endpoint = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  const env = {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'key',
    SECRETS_ENDPOINT: endpoint,
    CLOUDFRONT_ENDPOINT: endpoint,
    EDGE_SECRET_NAME: edgeSecretName,
    DISTRIBUTION_IDS: 'E1,E2',
  }
  return { ...state, env, close: () => server.close() }
}

// The shape of CloudFront API reference, DistributionConfig; most of it left out.
const configuration = (secret: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Origins><Quantity>1</Quantity><Items><Origin><Id>pages</Id><CustomHeaders><Quantity>1</Quantity><Items><OriginCustomHeader><HeaderName>x-from-edge</HeaderName><HeaderValue>${secret}</HeaderValue></OriginCustomHeader></Items></CustomHeaders></Origin></Items></Origins><Enabled>true</Enabled></DistributionConfig>`

type State = Omit<FakeAws, 'env' | 'close'>

const answer = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await textOf(request)
  const target = String(request.headers['x-amz-target'] ?? '')
  const [, id, config] = /distribution\/(\w+)(\/config)?/.exec(request.url ?? '') ?? []
  const named = config === undefined ? `STATUS ${id}` : `${request.method} ${id}`
  const what = id === undefined ? target.replace('secretsmanager.', '') : named
  state.asked.push(what)
  if (state.down.has(what)) return void response.writeHead(503).end('{}')
  if (id !== undefined && config === undefined) return void response.writeHead(200).end(statusOf(state))
  if (id !== undefined) return distribution(state, { id, method: request.method ?? '', body }, response)
  const { status, reply } = secrets(state, what, JSON.parse(body))
  response.writeHead(status).end(JSON.stringify(reply))
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const statusOf = ({ settled }: State): string =>
  `<Distribution><Status>${settled.now ? 'Deployed' : 'InProgress'}</Status></Distribution>`

type Asked = { readonly id: string; readonly method: string; readonly body: string }

const distribution = (state: State, { id, method, body }: Asked, response: ServerResponse): void => {
  if (method === 'PUT') state.distributions.set(id, body)
  response.writeHead(200, { etag: 'E2QWRUHEXAMPLE' }).end(state.distributions.get(id))
}

type Input = Readonly<Record<string, string | undefined>>

const secrets = (state: State, what: string, input: Input): { readonly status: number; readonly reply: object } => {
  const version = input.VersionId ?? state.labels.get('AWSCURRENT') ?? ''
  switch (what) {
    case 'GetSecretValue': {
      const SecretString = state.others.get(input.SecretId ?? '') ?? state.versions.get(version)
      return SecretString === undefined
        ? { status: 400, reply: { __type: 'ResourceNotFoundException' } }
        : { status: 200, reply: { SecretString } }
    }
    case 'PutSecretValue':
      state.versions.set(input.ClientRequestToken ?? '', input.SecretString ?? '')
      state.labels.set('AWSPENDING', input.ClientRequestToken ?? '')
      return { status: 200, reply: {} }
    case 'UpdateSecretVersionStage':
      state.labels.set(input.VersionStage ?? '', input.MoveToVersionId ?? '')
      return { status: 200, reply: {} }
    default: {
      const stages = [...state.labels].map(([label, id]) => [id, [label]])
      return { status: 200, reply: { VersionIdsToStages: Object.fromEntries(stages) } }
    }
  }
}
