// What of both tables is of some people: found by reading every item, so that nothing depends on a list that was kept right.
import { keys } from '../dynamo/table.ts'
import { attributeOf, type FoundItem, seeEveryItem, type Whole } from './items.ts'

// `texts`: ids. `phones`: of the applicants, and their email addresses, for codes that went to them.
export type Theirs = {
  readonly references: ReadonlySet<string>
  readonly drafts: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly phones: ReadonlySet<string>
}

type Said = {
  readonly draftId?: string
  readonly asked?: { readonly draftId?: string }
  readonly applicant?: { readonly phone?: string; readonly email?: string }
  readonly reopens?: { readonly caseReference?: string }
  readonly phone?: string
  readonly email?: string
  readonly about?: string
  readonly to?: string
}

const saidIn = (item: FoundItem): Said => {
  const said: unknown = JSON.parse(attributeOf(item, 'data') || '{}')
  return typeof said === 'object' && said !== null ? said : {}
}

const isDraft = (item: FoundItem): boolean =>
  attributeOf(item, 'pk').startsWith(keys.draft('').pk) && attributeOf(item, 'sk') === 'DRAFT'
const kindIn = (item: FoundItem): string => attributeOf(item, 'pk').split('#')[0] ?? ''
const idIn = (item: FoundItem): string => attributeOf(item, 'pk').split('#')[1] ?? ''

/** All that belongs to cases and drafts: every draft a case was sent from, asked again on or changed by, every text about them, their codes. */
export const theirs = async (whole: Whole, given: Pick<Theirs, 'references' | 'drafts'>): Promise<Theirs> => {
  const [drafts, texts, phones] = [new Set(given.drafts), new Set<string>(), new Set<string>()]
  await seeEveryItem(whole, (item) => {
    const of = caseOf(item, given.references)
    if (of === undefined && !drafts.has(isDraft(item) ? idIn(item) : '')) return
    for (const draft of of?.drafts ?? []) drafts.add(draft)
    const { applicant, phone, email } = saidIn(item)
    for (const one of [applicant?.phone, applicant?.email, phone, email]) if (one !== undefined) phones.add(one)
  })
  await seeEveryItem(whole, (item) => {
    if (!attributeOf(item, 'pk').startsWith(keys.text('').pk)) return
    const { about = '', to = '' } = saidIn(item)
    const isTheirs = given.references.has(about) || drafts.has(about) || (about === 'code' && phones.has(to))
    if (isTheirs) texts.add(idIn(item))
  })
  return { references: given.references, drafts, texts, phones }
}

// The drafts that an item of a case, or a draft of a case, names.
const caseOf = (
  item: FoundItem,
  references: ReadonlySet<string>,
): { readonly drafts: readonly string[] } | undefined => {
  // Most items of a table are neither: what they say is not read.
  const isCases = references.has(idIn(item)) && attributeOf(item, 'pk').startsWith(keys.case('').pk)
  if (!isCases && !isDraft(item)) return undefined
  const said = saidIn(item)
  if (!isCases) {
    const sent = [attributeOf(item, 'caseReference'), said.reopens?.caseReference ?? '']
    return sent.some((reference) => references.has(reference)) ? { drafts: [idIn(item)] } : undefined
  }
  const named = [said.draftId, said.asked?.draftId, attributeOf(item, 'keyDraft')]
  return { drafts: named.flatMap((draft) => (draft === undefined || draft === '' ? [] : [draft])) }
}

// Items that name a case, a draft or a text in what they say, and are nothing without it.
const pointers = new Set(['MESSAGE', 'SAME', 'BOOKER', 'CLAIM', 'PHRASE', 'CODE', 'SHEET', 'FIND'])
// Items that stand under a case's reference.
const ofCases = new Set(['CASE', 'ASSESSED', 'NOTICE', 'PEOPLE'])

export const isOf = (item: FoundItem, { references, drafts, texts, phones }: Theirs): boolean => {
  const [kind, id] = [kindIn(item), idIn(item)]
  if (ofCases.has(kind)) return references.has(id)
  // Said of two cases: it goes with either.
  if (kind === 'KIN') return references.has(id) || references.has(attributeOf(item, 'sk'))
  if (kind === 'DRAFT') return drafts.has(id)
  if (kind === 'TEXT') return texts.has(id)
  if (!pointers.has(kind)) return false
  const named = names(item, [...references, ...drafts, ...texts], /[^\w+-]+/)
  if (named || kind !== 'CODE') return named
  const { phone = '', email = '' } = saidIn(item)
  return phones.has(phone) || phones.has(email)
}

// As a whole word. Few items have any of them even as letters, and only those are taken apart: a table has millions.
const names = (item: FoundItem, wanted: readonly string[], between: RegExp): boolean => {
  const text = JSON.stringify(item)
  const near = wanted.filter((one) => text.includes(one))
  if (near.length === 0) return false
  const words = new Set(text.split(between))
  return near.some((one) => words.has(one))
}

// Whatever still names them by more than the reference, which stays taken for ever.
export const stillNames = (
  item: FoundItem,
  { drafts, texts, references }: Theirs,
  wrapped: ReadonlySet<string>,
): boolean => {
  if (names(item, [...drafts, ...texts, ...wrapped], /[^\w+/=-]+/)) return true
  return ofCases.has(kindIn(item)) && references.has(idIn(item))
}
