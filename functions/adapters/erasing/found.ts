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
  const said = saidIn(item)
  if (isDraft(item)) {
    const sent = [attributeOf(item, 'caseReference'), said.reopens?.caseReference ?? '']
    return sent.some((reference) => references.has(reference)) ? { drafts: [idIn(item)] } : undefined
  }
  if (!references.has(idIn(item)) || !attributeOf(item, 'pk').startsWith(keys.case('').pk)) return undefined
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
  const words = new Set(`${attributeOf(item, 'sk')} ${JSON.stringify(item)}`.split(/[^\w+-]+/))
  const named = [...references, ...drafts, ...texts].some((one) => words.has(one))
  if (named || kind !== 'CODE') return named
  const { phone = '', email = '' } = saidIn(item)
  return phones.has(phone) || phones.has(email)
}

// Whatever still names them by more than the reference, which stays taken for ever.
export const stillNames = (
  item: FoundItem,
  { drafts, texts, references }: Theirs,
  wrapped: ReadonlySet<string>,
): boolean => {
  const words = new Set(JSON.stringify(item).split(/[^\w+/=-]+/))
  if ([...drafts, ...texts, ...wrapped].some((one) => words.has(one))) return true
  return ofCases.has(kindIn(item)) && references.has(idIn(item))
}
