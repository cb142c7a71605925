// A function's secrets: asked for once, at its first call, and never seen in its environment.
import { createServer, type IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { withSecrets } from '#adapters/aws/secrets.ts'

type Asked = { readonly target: unknown; readonly authorization: unknown; readonly body: string }

let close = (): void => {}
afterEach(() => close())

const secretsManager = async (answer: (asked: Asked, count: number) => { status: number; body: string }) => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const { authorization, 'x-amz-target': target } = request.headers
    asked.push({ target, authorization, body: await textOf(request) })
    const { status, body } = answer(asked.at(-1) ?? { target, authorization, body: '' }, asked.length)
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  close = () => server.close()
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const env = {
    SECRETS_NAME: 'guildhall/test/keys',
    SECRETS_ENDPOINT: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'key',
    TABLE_NAME: 'guildhall',
  }
  return { asked, env }
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const found = { status: 200, body: JSON.stringify({ SecretString: JSON.stringify({ SECRET_KEY: 'from the vault' }) }) }

const telling = (env: Readonly<Record<string, string | undefined>>) => async (question: string) =>
  `${question} ${env.SECRET_KEY} ${env.TABLE_NAME}`

describe('secrets', () => {
  it('come once, signed, at the first call and not while the function loads', async () => {
    const { asked, env } = await secretsManager(() => found)
    const handler = withSecrets(env, telling)
    expect(asked).toEqual([])
    const answers = await Promise.all([handler('a', {}), handler('b', {})])
    expect([...answers, await handler('c', {})]).toEqual([
      'a from the vault guildhall',
      'b from the vault guildhall',
      'c from the vault guildhall',
    ])
    expect(asked).toEqual([
      {
        target: 'secretsmanager.GetSecretValue',
        authorization: expect.stringContaining('/eu-west-2/secretsmanager/aws4_request'),
        body: '{"SecretId":"guildhall/test/keys"}',
      },
    ])
    expect('SECRET_KEY' in env).toBe(false)
  })

  it('that could not be had fail that call, and the next call asks again', async () => {
    const { env } = await secretsManager((_, count) => (count <= 3 ? { status: 500, body: '{}' } : found))
    const handler = withSecrets(env, telling)
    await expect(handler('a', {})).rejects.toThrow('Secrets Manager answered')
    expect(await handler('b', {})).toBe('b from the vault guildhall')
  })

  it('of another shape are refused without a word of what they hold', async () => {
    const { env } = await secretsManager(() => ({ status: 200, body: '{"SecretString":"hunter2"}' }))
    const problem = await withSecrets(env, telling)('a', {}).catch((error: Error) => error.message)
    expect(problem).toBe('The secret guildhall/test/keys is not a JSON object of texts')
  })

  it('stand in the environment on a laptop, and nobody is asked', async () => {
    expect(await withSecrets({ SECRET_KEY: 'local', TABLE_NAME: 't' }, telling)('a', {})).toBe('a local t')
  })
})
