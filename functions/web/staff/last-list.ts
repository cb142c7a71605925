// The list from which somebody opens cases: "Back" returns to it as it was, and "Next case" walks it. It stands in a cookie, for the time that
// the browser is open: an address of a list and references, no name.
import type { Request } from '../http.ts'
import { caseAt } from './visit.ts'

export type LastList = {
  // '/cases?…'
  readonly at: string
  readonly references: readonly string[]
  // The address of its next page.
  readonly next?: string
}

const cookie = '__Host-list'

export const listCookie = ({ at, references, next = '' }: LastList): string =>
  `${cookie}=${[coded(at), references.join('-'), coded(next)].join('.')}; Secure; HttpOnly; Path=/; SameSite=Lax`

export const lastListIn = ({ cookies }: Request): LastList | undefined => {
  const [at = '', references = '', next = ''] = (cookies[cookie] ?? '').split('.')
  const address = decoded(at)
  if (!isList(address)) return undefined
  const after = decoded(next)
  return {
    at: address,
    references: references.split('-').filter((one) => /^[A-Z0-9]{2,20}$/.test(one)),
    ...(isList(after) ? { next: after } : {}),
  }
}

// The case after this one, or the list's next page after its last.
export const afterIn = (list: LastList | undefined, reference: string): { text: string; href: string } | undefined => {
  const place = list?.references.indexOf(reference) ?? -1
  if (list === undefined || place === -1) return undefined
  const next = list.references[place + 1]
  if (next !== undefined) return { text: 'Next case', href: caseAt(next) }
  return list.next === undefined ? undefined : { text: 'Next page of the list', href: list.next }
}

// Whatever a cookie says, it leads to a list and nowhere else.
const isList = (address: string): boolean => /^\/cases(\/find)?(\?[\w=&%.+-]*)?$/.test(address)

const coded = (text: string): string => Buffer.from(text).toString('base64url')
const decoded = (text: string): string => Buffer.from(text, 'base64url').toString()
