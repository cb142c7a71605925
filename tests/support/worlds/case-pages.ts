// Everything that a person sees of a case: its six pages, and each page of its answers.
import type { Visitor } from './visitor.ts'

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

const linksIn = (html: string, start: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/href="([^"]+)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .filter((href) => href.startsWith(start)),
  ),
]
