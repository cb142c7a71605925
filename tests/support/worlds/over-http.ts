// The running product as a handler: what a test sends to a function goes over HTTP instead, and comes back the same.
import type { WebHandler } from '#web/stack.ts'

export const overHttp =
  (origin: string): WebHandler =>
  async (event) => {
    const { method } = event.requestContext.http
    const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`
    const reply = await fetch(`${origin}${event.rawPath}${query}`, {
      method,
      redirect: 'manual',
      headers: {
        ...Object.fromEntries(
          Object.entries(event.headers).flatMap(([name, value]) =>
            value === undefined || name === 'host' ? [] : [[name, value]],
          ),
        ),
        ...(event.cookies === undefined ? {} : { cookie: event.cookies.join('; ') }),
      },
      ...(method === 'POST' ? { body: event.body ?? '' } : {}),
    })
    return {
      statusCode: reply.status,
      headers: Object.fromEntries([...reply.headers].filter(([name]) => name !== 'set-cookie')),
      cookies: reply.headers.getSetCookie(),
      body: await reply.text(),
    }
  }
