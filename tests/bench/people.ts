// Residents with a draft each, and the bytes that their browsers send: to see a question page, and to save an answer and see the next.
import type { Step } from './load.ts'

export type Person = { readonly see: readonly Step[]; readonly save: readonly Step[]; readonly pageBytes: number }

const first = '/bookings/what/for'
const second = '/bookings/what/how'

export const people = (port: number, origin: string, count: number): Promise<readonly Person[]> =>
  Promise.all(Array.from({ length: count }, () => person(port, origin)))

const person = async (port: number, origin: string): Promise<Person> => {
  const jar = new Map<string, string>()
  const ask = asker(port, origin, jar)
  await ask('/bookings/start', { _csrf: tokenIn(await ask('/bookings')) })
  const page = await ask(first)
  const body = new URLSearchParams({ _csrf: tokenIn(page), whatFor: 'council-tax' }).toString()
  const head = `host: ${new URL(origin).host}\r\ncookie: ${cookies(jar)}\r\n`
  const get = (path: string): Step => ({ request: Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`) })
  const post: Step = {
    request: Buffer.from(
      `POST ${first} HTTP/1.1\r\n${head}${formHead(origin)}content-length: ${body.length}\r\n\r\n${body}`,
    ),
  }
  return { see: [get(first)], save: [post, get(second)], pageBytes: Buffer.byteLength(page) }
}

/** Residents who have come to the page of days. */
export const choosers = (port: number, origin: string, count: number): Promise<readonly (readonly Step[])[]> =>
  Promise.all(Array.from({ length: count }, () => chooser(port, origin)))

const chooser = async (port: number, origin: string): Promise<readonly Step[]> => {
  const jar = new Map<string, string>()
  const ask = asker(port, origin, jar)
  await ask('/bookings/start', { _csrf: tokenIn(await ask('/bookings')) })
  const _csrf = tokenIn(await ask(first))
  await ask(first, { _csrf, whatFor: 'council-tax' })
  await ask(second, { _csrf, how: 'phone' })
  await ask('/bookings/needs/access', { _csrf, needs: 'no' })
  await ask('/bookings/needs/interpreter', { _csrf, interpreter: 'no' })
  const page = await ask('/bookings/when/day')
  if (!page.includes('December')) throw new Error('The page of days shows no days')
  const head = `host: ${new URL(origin).host}\r\ncookie: ${cookies(jar)}\r\n`
  return [{ request: Buffer.from(`GET /bookings/when/day HTTP/1.1\r\n${head}\r\n`) }]
}

const formHead = (origin: string): string =>
  `content-type: application/x-www-form-urlencoded\r\norigin: ${origin}\r\nsec-fetch-site: same-origin\r\n`

const cookies = (jar: ReadonlyMap<string, string>): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

const tokenIn = (html: string): string => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''

export const asker =
  (port: number, origin: string, jar: Map<string, string>) =>
  async (path: string, form?: Readonly<Record<string, string>>): Promise<string> => {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: 'manual',
      headers: {
        cookie: cookies(jar),
        ...(form === undefined
          ? {}
          : { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' }),
      },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form).toString() }),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    return reply.text()
  }
