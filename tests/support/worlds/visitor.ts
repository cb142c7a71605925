// Somebody at a browser without JavaScript, against a handler: keeps cookies, follows redirects, sends a page's own token with its form.
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { WebHandler } from '#web/stack.ts'

export type Answered = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  // As the answer sets them, attributes and all.
  readonly setCookies: readonly string[]
  readonly html: string
  // The address that this is the page of, after redirects.
  readonly path: string
}

type Fields = Readonly<Record<string, string | readonly string[]>>

export type Visitor = {
  readonly cookies: Map<string, string>
  readonly get: (path: string) => Promise<Answered>
  // One request, no redirect followed.
  readonly ask: (given: Asked) => Promise<Answered>
  // Sends a form as the last page had it: its token and its own address unless another is given.
  readonly post: (path: string, fields: Fields) => Promise<Answered>
  // The same, of somebody who does not look at the page that it leads to. The last page stays the last.
  readonly send: (path: string, fields: Fields) => Promise<Answered>
  readonly last: () => Answered
}

export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export const visitor = (handler: WebHandler, origin: string): Visitor => {
  const cookies = new Map<string, string>()
  let last: Answered = { status: 0, headers: {}, setCookies: [], html: '', path: '/' }
  const ask = async (given: Asked): Promise<Answered> => {
    const result = await handler(eventFor(given, cookies, origin), context)
    for (const cookie of result.cookies ?? []) keep(cookies, cookie)
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
    )
    const setCookies = result.cookies ?? []
    return { status: result.statusCode ?? 200, headers, setCookies, html: result.body ?? '', path: given.path }
  }
  const followed = async (answer: Answered): Promise<Answered> => {
    for (let left = 5; answer.status === 303 && left > 0; left -= 1) {
      const to = new URL(answer.headers.location ?? '/', origin)
      if (to.origin !== origin) return answer
      answer = await ask({ method: 'GET', path: to.pathname + to.search })
    }
    last = answer
    return answer
  }
  const send = (path: string, fields: Fields): Promise<Answered> =>
    ask({ method: 'POST', path, ...formOf({ _csrf: tokenIn(last.html), ...fields }, origin) })
  return {
    cookies,
    ask,
    send,
    last: () => last,
    get: async (path) => followed(await ask({ method: 'GET', path })),
    post: async (path, fields) => followed(await send(path, fields)),
  }
}

// As a browser sends a form from one of our own pages.
export const formOf = (fields: Fields, origin: string): Pick<Asked, 'headers' | 'body'> => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' },
  body: new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => pairs(name, value))).toString(),
})

const pairs = (name: string, value: string | readonly string[]): [string, string][] =>
  [value].flat().map((one) => [name, one])

export const tokenIn = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''

export const titleIn = (html: string): string =>
  /<h1[^>]*>([\s\S]*?)<\/h1>/
    .exec(html)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .trim() ?? ''

const keep = (cookies: Map<string, string>, cookie: string): void => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  if (/Max-Age=0/.test(cookie)) cookies.delete(name)
  else cookies.set(name, value)
}

let count = 0

const eventFor = (given: Asked, cookies: ReadonlyMap<string, string>, origin: string): APIGatewayProxyEventV2 => {
  const [path = '/', query = ''] = given.path.split('?')
  count += 1
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host: new URL(origin).host, ...given.headers },
    ...(cookies.size === 0 ? {} : { cookies: [...cookies].map(([name, value]) => `${name}=${value}`) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method: given.method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: `test-${count}`,
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(given.body === undefined ? {} : { body: given.body }),
    isBase64Encoded: false,
  }
}

export const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:test',
  memoryLimitInMB: '1024',
  awsRequestId: 'test',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
}
