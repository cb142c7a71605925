// The running product and a browser, for the tests of one file: its clock, people who have answered already, and staff who sign in.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Day } from '#domain/day.ts'
import { instantOf } from '#domain/london.ts'
import { type Host, startHost } from '#infra/local/host.ts'
import { answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf, personasNow } from '#tests/support/people/personas.ts'
import { openWindow, startBrowser, type Window } from '#tests/support/worlds/browser.ts'
import { overHttp } from '#tests/support/worlds/over-http.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { type Looked, looking } from './hands.ts'

export type Product = {
  readonly host: Host
  readonly browser: Browser
  // London's wall clock.
  readonly setClock: (day: Day, time: string) => Promise<void>
  // A persona who has answered everything and sent nothing, on their own day.
  readonly answered: (id: string) => Promise<Visitor>
  readonly open: (width: Window['width'], javaScript?: boolean) => Promise<{ page: Page; looked: Looked }>
  readonly goOnAs: (person: Visitor, page: Page) => Promise<void>
  readonly signIn: (page: Page, name: string) => Promise<void>
}

/** Starts before the file's first test and ends after its last; nothing of it can be had in between files. */
export const product = (port: number): (() => Product) => {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-browser-'))
  let [host, browser]: [Host?, Browser?] = []
  let started: Product | undefined
  beforeAll(async () => {
    const secretKey = Buffer.alloc(32, 9).toString('base64')
    host = await startHost({
      ...{ port, directory, secretKey, built: false, seed: false, inMemory: true, scanMs: 100 },
      now: personasNow,
    })
    browser = await startBrowser()
    started = productOf(host, browser)
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    rmSync(directory, { recursive: true, force: true })
  })
  return () => {
    if (started === undefined) throw new Error('The product has not started')
    return started
  }
}

export const productOf = (host: Host, browser: Browser): Product => {
  const setClock = setClockOf(host)
  return {
    host,
    browser,
    setClock,
    answered: async (id) => {
      const persona = personaOf(id)
      await setClock(persona.today, '10:00')
      const person = visitor(overHttp(host.residents), host.residents)
      await answerAs(person, persona)
      return person
    },
    open: async (width, javaScript = true) => {
      const page = await (await openWindow(browser, { width, javaScript })).newPage()
      page.setDefaultTimeout(15_000)
      return { page, looked: await looking(page, browser, javaScript) }
    },
    // The browser goes on with the person's cookies. A __Host- cookie is set for an https address.
    goOnAs: async (person, page) => {
      const url = host.residents.replace('http:', 'https:')
      await page.context().addCookies([...person.cookies].map(([name, value]) => ({ name, value, url })))
    },
    signIn: async (page, name) => {
      await page.goto(host.staff)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name, exact: true }).click()
      // A click may come back before the session that it led to.
      await page.waitForURL(({ origin, pathname }) => origin === host.staff && !pathname.startsWith('/sign-in'))
    },
  }
}

const setClockOf = (host: Host) => async (day: Day, time: string) => {
  const instant = instantOf(day, time)
  if (instant === undefined) throw new Error(`London has no ${time} on ${day}`)
  const now = new Date(instant).toISOString()
  await fetch(`${host.tools}/clock`, { method: 'POST', body: JSON.stringify({ now }) })
  // Functions look at the clock forty times a second.
  await new Promise((resolve) => setTimeout(resolve, 50))
}
