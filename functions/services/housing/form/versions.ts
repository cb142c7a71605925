// How drafts of earlier versions of the housing form are brought to the present one.

import type { Saved } from '#domain/forms/answered/saved.ts'
import type { Migration } from '#domain/forms/form.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { eachPage, renamed } from '#domain/forms/versions.ts'

// Version 1 asked for a joint applicant's addresses in a box of text. They now stand in the address history, with who lived at each;
// what was typed is kept as notes, and every address that was given is the applicant's.
const jointAddresses: Migration = {
  to: 2,
  why: 'A joint applicant’s addresses are asked for one by one',
  migrate: (saved) => {
    const notes = eachPage(saved, { section: 'people', id: 'joint-addresses' }, (typed) =>
      renamed(typed, 'jointAddresses', 'jointAddressNotes'),
    )
    return livedApart(saved) ? { ...notes, pages: { ...notes.pages, ...applicantsOwn(saved) } } : notes
  },
}

// Version 2 asked every tenant for the kind of tenancy and of notice in one list. Since 1 May 2026 a private landlord has neither assured
// shorthold tenancies nor section 21 notices (Renters' Rights Act 2025): private tenants are asked on pages of their own. A shorthold
// tenancy is an assured one now; what kind of notice an old section 21 has become is not known, so that is "another way".
const privateTenants: Migration = {
  to: 3,
  why: 'Private tenants have other tenancies and notices since 1 May 2026',
  migrate: ({ items, pages }) => {
    const isPrivate = one(pages[`${home}/living-situation`] ?? {}, 'livingSituation') === 'privateRent'
    const kind = isPrivate ? privately : publicly
    return { items, pages: kind.notice(kind.tenancy(pages)) }
  },
}

const home = 'current-home'

type Pages = Saved['pages']

// An answer taken from one page to a page of its own, under the name and the value that it has there.
const moved =
  (from: string, to: string, renames: { readonly from: string; readonly to: string }, values: Values = {}) =>
  (pages: Pages): Pages => {
    const { [renames.from]: given, ...rest } = pages[from] ?? {}
    if (given === undefined) return pages
    return { ...pages, [from]: rest, [to]: { [renames.to]: given.map((value) => values[value] ?? value) } }
  }

type Values = Readonly<Record<string, string>>

const privately = {
  tenancy: moved(
    `${home}/landlord`,
    `${home}/private-tenancy`,
    { from: 'tenancyType', to: 'privateTenancy' },
    { assuredShorthold: 'assured', secure: 'notSure', introductory: 'notSure' },
  ),
  notice: moved(
    `${home}/notice`,
    `${home}/private-notice`,
    { from: 'noticeKind', to: 'privateNotice' },
    { section21: 'notSure' },
  ),
}

const publicly = {
  tenancy: moved(`${home}/landlord`, `${home}/tenancy-type`, { from: 'tenancyType', to: 'tenancyType' }),
  notice: moved(`${home}/notice`, `${home}/notice-kind`, { from: 'noticeKind', to: 'noticeKind' }),
}

// Version 3 asked of a place to stay only after the home. It is asked first now, and whether somebody is in danger with it. What a
// support provider says needs the home, and went there.
const tonightFirst: Migration = {
  to: 4,
  why: 'Whoever has nowhere to stay tonight is asked first',
  migrate: ({ items, pages }) => {
    const { 'homelessness/move-on': moveOn, ...rest } = pages
    return { items, pages: moveOn === undefined ? rest : { ...rest, [`${home}/move-on`]: moveOn } }
  },
  moved: { 'homelessness/move-on': `${home}/move-on` },
  added: ['homelessness/danger'],
}

// Version 4 asked only of others of 16 or over if they live as a couple: the question stands with the name and the age now.
const couplesAsked: Migration = {
  to: 5,
  why: 'Whether others at home are a couple is asked with their age',
  migrate: ({ items, pages }) => ({ items, pages: { ...Object.fromEntries(childrenAtHome(pages)), ...pages } }),
}

const childrenAtHome = (pages: Pages): readonly (readonly [string, Typed])[] =>
  Object.entries(pages).flatMap(([key, typed]) => {
    const [, item] = /^others-at-home\/(\d+)\/person$/.exec(key) ?? []
    const age = one(typed, 'otherAge')
    return item === undefined || !/^\d+$/.test(age) || Number(age) >= 16
      ? []
      : [[`others-at-home/${item}/couple`, { otherCouple: ['no'] }] as const]
  })

export const housingMigrations: readonly Migration[] = [jointAddresses, privateTenants, tonightFirst, couplesAsked]

const livedApart = (saved: Saved): boolean =>
  Object.entries(saved.pages).some(
    ([key, typed]) => /^people\/\d+\/joint-addresses$/.test(key) && one(typed, 'sameAddresses') === 'no',
  )

const applicantsOwn = ({ items }: Saved): Readonly<Record<string, Typed>> =>
  Object.fromEntries(
    (items['address-history'] ?? []).map((item) => [`address-history/${item}/who`, { livedHere: ['applicant'] }]),
  )
