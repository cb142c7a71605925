import { startHost } from '#infra/local/host.ts'
import { personasNow } from '#tests/support/people/personas.ts'
import { openWindow, startBrowser } from '#tests/support/worlds/browser.ts'
import { mkdirSync } from 'node:fs'
const directory = `/tmp/deskwork/host-m`
mkdirSync(directory, { recursive: true })
const host = await startHost({ port: 5830, directory, secretKey: Buffer.alloc(32, 3).toString('base64'), built: false, seed: true, now: personasNow, inMemory: true })
const browser = await startBrowser()
const as = async (who: string, width: 320 | 1280) => {
  const page = await (await openWindow(browser, { width, javaScript: true })).newPage()
  page.setDefaultTimeout(20000)
  await page.goto(host.staff)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: who, exact: true }).click()
  await page.waitForURL(({ origin, pathname }) => origin === host.staff && !pathname.startsWith('/sign-in'))
  return page
}
const officer = await as('Housing officer 1', 1280)
const manager = await as('Housing team manager', 1280)
await manager.goto(host.staff + '/cases?show=team&restricted=yes')
const restricted = await manager.locator('tbody a').first().getAttribute('href')
await officer.goto(host.staff + '/cases?show=team')
const plain = await officer.locator('tbody a').nth(1).getAttribute('href')
console.log(restricted, plain)
await officer.goto(host.staff + plain + '/tasks')
await officer.getByRole('link', { name: /Propose a marker/ }).click()
console.log(officer.url()); 
await officer.screenshot({ path: '/tmp/deskwork/mk-propose.png', fullPage: true })
for (const f of await officer.locator('main textarea').all()) await f.fill('On 3 November he shouted and threw a chair at the front desk. Seen by two of us. '.repeat(3))
await officer.locator('main input[type=radio]').first().check()
await officer.locator('#act').click(); await officer.waitForLoadState()
await manager.goto(host.staff + plain + '/tasks')
await manager.getByRole('link', { name: /marker/i }).first().click()
console.log(manager.url(), await manager.locator('main').innerText())
await manager.screenshot({ path: '/tmp/deskwork/mk-confirm.png', fullPage: true })
for (const f of await manager.locator('main textarea').all()) await f.fill('A letter on 24 November.')
for (const n of ['day', 'month', 'year']) for (const f of await manager.locator(`main input[name$="-${n}"]`).all()) await f.fill({ day: '1', month: '6', year: '2027' }[n]!)
await manager.locator('main input[type=radio]').first().check().catch(() => {}); await manager.locator('#act').click(); await manager.waitForLoadState(); await manager.waitForTimeout(800)
console.log(manager.url())
for (const width of [320, 1280] as const) {
  const m = await as('Housing team manager', width)
  for (const [name, path] of [['strip', plain!]] as const) {
    await m.goto(host.staff + path); await m.screenshot({ path: `/tmp/deskwork/mk-${name}-${width}.png`, fullPage: true })
  }
  const o = await as(width === 320 ? 'Housing officer 1' : 'Housing officer 2', width)
  await o.goto(host.staff + restricted); await o.screenshot({ path: `/tmp/deskwork/mk-refused-${width}.png`, fullPage: true })
  await o.goto(host.staff + restricted + '/emergency'); await o.screenshot({ path: `/tmp/deskwork/mk-glass-${width}.png`, fullPage: true })
  const radio = o.locator('main input[type=radio]'); if (await radio.count()) { await radio.first().check(); await o.locator('main textarea').fill('Her brother is at the door of the hostel now.'); await o.locator('main button[type=submit]').click(); await o.waitForTimeout(800)
  await o.screenshot({ path: `/tmp/deskwork/mk-opened-${width}.png`, fullPage: true }); console.log(o.url(), await o.evaluate('document.documentElement.scrollHeight')) }
}
await browser.close(); await host.close(); process.exit(0)
