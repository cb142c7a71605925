import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { notifyKeyIn, notifyTokenFor } from '#adapters/notify/token.ts'
import { localClock } from '#infra/local/clock.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { localPhone } from '#infra/local/phone.ts'
import { localNotify, localNotifyKey, localTemplates } from '#infra/local/post/notify.ts'
import { startTools } from '#infra/local/tools.ts'

const directory = mkdtempSync(join(tmpdir(), 'guildhall-tools-'))
let server: Server
let at: string
let told: { readonly heard: string[]; readonly close: () => void }
const notify = localNotify({ now: () => 0 })

const startTold = async (port: number) => {
  const heard: string[] = []
  const listener = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    heard.push(`${request.headers.authorization} ${request.url} ${Buffer.concat(chunks)}`)
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', () => resolve()))
  return { heard, close: () => void listener.close() }
}
beforeAll(async () => {
  const port = await freePort()
  const clock = localClock(join(directory, 'clock.json'))
  const phone = localPhone({
    file: join(directory, 'texts.jsonl'),
    now: clock.now,
    receipt: async () => {},
  })
  const programs = await freePort()
  told = await startTold(programs)
  const addresses = { residents: 'http://localhost:1', staff: 'http://localhost:2' }
  server = await startTools({ port, clock, phone, notify, addresses, programs: `http://localhost:${programs}` })
  at = `http://localhost:${port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  told.close()
  rmSync(directory, { recursive: true, force: true })
})

const post = (body: string, type?: string) =>
  fetch(`${at}/clock`, {
    method: 'POST',
    body,
    redirect: 'manual',
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  })

it.each(['application/json', 'application/x-www-form-urlencoded', undefined])(
  'shifts the clock by JSON said to be %s',
  async (type) => {
    const reply = await post('{"offset": "P2D"}', type)
    const shifted: { readonly offset: string; readonly offsetMs: number } = JSON.parse(await reply.text())
    expect([reply.status, shifted.offset]).toEqual([200, 'P2D'])
    // Two days by London's clock: an hour more or less where it changes.
    expect(Math.abs(shifted.offsetMs / 3_600_000 - 48)).toBeLessThanOrEqual(1)
    await post('{"offset": "PT0S"}', type)
  },
)

it('shifts the clock by its own form, and says what is wrong', async () => {
  expect((await post('offset=-PT3H', 'application/x-www-form-urlencoded')).status).toBe(303)
  expect(JSON.parse(await (await fetch(`${at}/clock`)).text())).toMatchObject({
    offset: '-PT3H',
    offsetMs: -3 * 3_600_000,
  })
  expect((await post('{"offset": "soon"}')).status).toBe(400)
  expect((await post('{"now": "soon"}')).status).toBe(400)
})

it('lists accepted texts, newest last, and refuses what SNS refuses', async () => {
  const publish = (to: string, body: string) =>
    fetch(at, { method: 'POST', body: new URLSearchParams({ Action: 'Publish', PhoneNumber: to, Message: body }) })
  await publish('+447700900001', 'One')
  await publish('+447700900002', 'Two')
  expect((await publish('0770', 'Three')).status).toBe(400)
  const texts: readonly { readonly to: string; readonly body: string }[] = JSON.parse(
    await (await fetch(`${at}/texts.json`)).text(),
  )
  expect(texts.map(({ to, body }) => [to, body])).toEqual([
    ['+447700900001', 'One'],
    ['+447700900002', 'Two'],
  ])
  expect(Object.keys(texts[0] ?? {})).toEqual(['to', 'body', 'acceptedAt', 'messageId'])
})

it('sets the clock to an instant, from which time goes on', async () => {
  const reply = await post('{"now": "2026-11-23T10:00:00Z"}')
  const { now }: { readonly now: string } = JSON.parse(await reply.text())
  expect([reply.status, now.slice(0, 16)]).toEqual([200, '2026-11-23T10:00'])
  await post('{"offset": "PT0S"}')
})

it('brings a letter back as the post would, and tells of it as GOV.UK Notify does', async () => {
  const key = notifyKeyIn(localNotifyKey)
  if (key === undefined) throw new Error('The local key is not as Notify writes one')
  const lines = { address_line_1: 'Kit Sample', address_line_2: '1 High Street', address_line_3: 'DT1 1XA' }
  const letter = {
    template_id: localTemplates.letter,
    personalisation: { subject: 'We have it', body: 'Words.', ...lines },
  }
  notify.answer({
    ...{ method: 'POST', path: '/v2/notifications/letter', authorization: `Bearer ${notifyTokenFor(key, 0)}` },
    text: JSON.stringify({ ...letter, reference: 'r1' }),
  })
  const [{ id = '' } = {}] = notify.posted()
  expect(await (await fetch(at)).text()).toContain('The post brings it back')
  const back = (of: string) =>
    fetch(`${at}/letters/back`, { method: 'POST', body: new URLSearchParams({ id: of }), redirect: 'manual' })
  expect([(await back(id)).status, (await back('nobody')).status]).toEqual([303, 404])
  expect(told.heard).toEqual([expect.stringContaining(`/callbacks/notify/returned-letters {"notification_id":"${id}"`)])
})
