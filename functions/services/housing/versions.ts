// How drafts of earlier versions of the housing form are brought to the present one.
import type { Migration } from '#domain/forms/form.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { Saved } from '#domain/forms/saved.ts'
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

export const housingMigrations: readonly Migration[] = [jointAddresses]

const livedApart = (saved: Saved): boolean =>
  Object.entries(saved.pages).some(
    ([key, typed]) => /^people\/\d+\/joint-addresses$/.test(key) && one(typed, 'sameAddresses') === 'no',
  )

const applicantsOwn = ({ items }: Saved): Readonly<Record<string, Typed>> =>
  Object.fromEntries(
    (items['address-history'] ?? []).map((item) => [`address-history/${item}/who`, { livedHere: ['applicant'] }]),
  )
