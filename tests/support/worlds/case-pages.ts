// Everything that a person sees of a case: its six pages, and each page of its answers.

import type { StaffWorld } from './staff-world.ts'
import type { Answered, Visitor } from './visitor.ts'

export const caseSeen = async (person: Visitor, reference: string): Promise<string> => {
  const at = `/cases/${reference}`
  const pages = ['/tasks', '/documents', '/messages', '/history'].map((part) => at + part)
  const answers = (await person.get(`${at}/answers`)).html
  const sections = linksIn(answers, `${at}/answers?of=`)
  const seen: string[] = []
  for (const section of sections) {
    const { html } = await person.get(section)
    const items = linksIn(html, `${section}&item=`)
    seen.push(html)
    for (const item of items) seen.push((await person.get(item)).html)
  }
  for (const page of pages) seen.push((await person.get(page)).html)
  return [(await person.get(at)).html, ...seen].join('\n')
}

/** Every page of a list, '/cases?show=team': a case that a test is about may stand on any of them. */
export const everyPageOf = async (person: Visitor, path: string): Promise<readonly string[]> => {
  const { html } = await person.get(path)
  const next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  return next === undefined ? [html] : [html, ...(await everyPageOf(person, next))]
}

const linksIn = (html: string, start: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/href="([^"]+)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .filter((href) => href.startsWith(start)),
  ),
]

type Fields = Readonly<Record<string, string>>

/** A colleague takes an action on a case: its page is opened, and what it asks is sent a second later. */
export const actsIn =
  (here: () => StaffWorld) =>
  async (person: Visitor, reference: string, action: string, fields: Fields = {}): Promise<Answered> => {
    const at = `/cases/${reference}/actions/${action}`
    const { html } = await person.get(at)
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    here().world.clock.pass(1000)
    return person.post(at, { version, ...fields })
  }
