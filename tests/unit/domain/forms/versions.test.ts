import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changed, type Draft } from '#domain/forms/answered/draft.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import * as ask from '#domain/forms/ask.ts'
import { form, page, section } from '#domain/forms/form.ts'
import { eachPage, migration, renamed } from '#domain/forms/versions.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { addressHistoryProblem } from '#services/housing/form/home/address-history-cover.ts'
import { planningForm } from '#services/planning/form/form.ts'

const saved: Draft = JSON.parse(
  readFileSync(new URL('../../../fixtures/housing-draft-version-1.json', import.meta.url), 'utf8'),
)

const brought = (): Draft => {
  const change = migration(housingForm, saved)
  if (change === undefined) throw new Error('The draft was not migrated')
  return changed(saved, change, 1)
}

describe('A housing draft that was saved under version 1', () => {
  it('keeps what was typed of a joint applicant’s addresses, as notes', () => {
    expect(brought().formVersion).toBe(housingForm.version)
    expect(brought().pages['people/1/joint-addresses']).toEqual({
      sameAddresses: ['no'],
      jointAddressNotes: ['Sample Barracks, Tidworth, January 2016 to January 2023.\r\nThen with me.'],
    })
  })
  it('says of each address that it was the applicant’s, as it was asked then', () => {
    const lookups = journey(housingForm, brought(), '2026-11-23').answers.items('address-history')
    expect(lookups.map(({ answer }) => answer('livedHere'))).toEqual([['applicant'], ['applicant']])
  })
  it('loses no other page, not even one that does not stand', () => {
    const { pages } = brought()
    for (const [key, typed] of Object.entries(saved.pages).filter(([key]) => !key.endsWith('joint-addresses'))) {
      expect(pages[key]).toEqual(typed)
    }
    expect(pages['address-history/3/address']?.['address-postcode']).toEqual(['BH15'])
  })
  it('then asks for the joint applicant’s addresses', () => {
    const { answers } = journey(housingForm, brought(), '2026-11-23')
    const whole = [{ movedIn: '2015-01-01', livesHereNow: 'yes', livedHere: ['applicant'] }]
    const items = whole.map((given, index) => ({
      item: String(index),
      answer: (id: string) => Object.entries(given).find(([name]) => name === id)?.[1],
    }))
    expect(addressHistoryProblem(items, answers.today)).toBe(
      'Add the address where the joint applicant lives now, or is staying',
    )
  })
  it('is left as it is when nobody lives elsewhere', () => {
    const together: Draft = {
      ...saved,
      pages: { ...saved.pages, 'people/1/joint-addresses': { sameAddresses: ['yes'] } },
    }
    const change = migration(housingForm, together)
    expect(change).toEqual({
      is: 'migrate',
      to: housingForm.version,
      saved: { pages: together.pages, items: together.items },
    })
  })
})

describe('A planning draft that was saved under version 1', () => {
  const old: Draft = JSON.parse(
    readFileSync(new URL('../../../fixtures/planning-draft-version-1.json', import.meta.url), 'utf8'),
  )
  const change = migration(planningForm, old)
  const now = change === undefined ? old : changed(old, change, 1)

  it('has its tree plans under the code of the national list, alone or with others', () => {
    expect([now.formVersion, planningForm.version]).toEqual([2, 2])
    const lookups = journey(planningForm, now, '2026-11-23').answers.items('documents')
    expect(lookups.map(({ answer }) => answer('documentTypes'))).toEqual([
      ['locationPlan'],
      ['sitePlan.proposed', 'parkingPlan', 'treeSurvey'],
      ['treeSurvey'],
    ])
  })
  it('loses nothing else that was typed', () => {
    const others = (draft: Draft) => Object.entries(draft.pages).filter(([key]) => !/documents\/[23]\/type/.test(key))
    expect(others(now)).toEqual(others(old))
    expect(now.items).toEqual(old.items)
    expect(JSON.stringify(now)).not.toContain('treePlan')
  })
})

describe('A housing draft that was saved under version 4', () => {
  it('has a child at home live with nobody as a couple, and leaves an adult to be asked', () => {
    const person = (age: string) => ({ otherName: ['Sam'], otherAge: [age], otherSex: ['male'] })
    const pages = { 'others-at-home/1/person': person('15'), 'others-at-home/2/person': person('16') }
    const change = migration(housingForm, { ...saved, formVersion: 4, items: {}, pages })
    expect(change).toMatchObject({
      saved: { pages: { ...pages, 'others-at-home/1/couple': { otherCouple: ['no'] } } },
    })
    expect(change).not.toMatchObject({ saved: { pages: { 'others-at-home/2/couple': {} } } })
  })
})

describe('A housing draft that was saved under version 3', () => {
  const moveOn = { readyToMoveOn: ['yes'], supportProvider: ['Sample Housing'] }
  const pages = { 'homelessness/now': { homelessNow: ['no'] }, 'homelessness/move-on': moveOn }
  const old: Draft = { ...saved, formVersion: 3, items: {}, pages }

  it('keeps what a support provider says, with the home', () => {
    expect(migration(housingForm, old)).toMatchObject({
      saved: { pages: { 'homelessness/now': { homelessNow: ['no'] }, 'current-home/move-on': moveOn } },
    })
  })
  it('is asked again for the page where it stands now, and not for one that is new', () => {
    const before = { pages, items: {} }
    const reopens = {
      ...{ caseReference: 'HSAMPLE2', message: 'Is that right?', before },
      ...{ keys: ['homelessness/move-on', 'safety'], left: ['money/work'] },
    }
    expect(migration(housingForm, { ...old, pages: {}, reopens })).toMatchObject({
      reopens: {
        keys: ['current-home/move-on', 'safety'],
        left: ['money/work', 'homelessness/danger'],
        before: { pages: { 'current-home/move-on': moveOn } },
      },
    })
  })
})

describe('A housing draft that was saved under version 2', () => {
  const old: Draft = JSON.parse(
    readFileSync(new URL('../../../fixtures/housing-draft-version-2.json', import.meta.url), 'utf8'),
  )
  const broughtFrom = (draft: Draft): Draft => {
    const change = migration(housingForm, draft)
    if (change === undefined) throw new Error('The draft was not migrated')
    return changed(draft, change, 1)
  }
  const answersOf = (draft: Draft) => journey(housingForm, broughtFrom(draft), '2026-11-23').answers

  it('has the private tenant’s shorthold tenancy as the assured one that it is now', () => {
    const { answer } = answersOf(old)
    expect([answer('privateTenancy'), answer('tenancyType')]).toEqual(['assured', undefined])
    expect([answer('privateNotice'), answer('noticeKind')]).toEqual(['notSure', undefined])
    expect([answer('toldToLeave'), answer('leaveBy'), answer('landlordName')]).toEqual([
      ...['yes', '2027-01-10', 'Sample Estates'],
    ])
  })
  it('keeps a housing association’s tenancy and notice as they were', () => {
    const tenant = { 'current-home/living-situation': { livingSituation: ['associationTenant'] } }
    const { answer } = answersOf({ ...old, pages: { ...old.pages, ...tenant } })
    expect([answer('tenancyType'), answer('noticeKind')]).toEqual(['assuredShorthold', 'section21'])
  })
})

describe('A draft', () => {
  const q = (label: string) => ask.text(label, { for: 'officer' })
  const third = form({
    ...housingForm,
    id: 'sample',
    version: 3,
    sections: [section('you', 'You', [page('name', 'Name', { callMe: q('Name') })])],
    // Out of order, as somebody may write them.
    migrations: [
      {
        to: 3,
        why: 'Again',
        migrate: (one) => eachPage(one, { section: 'you', id: 'name' }, (t) => renamed(t, 'calledAs', 'callMe')),
      },
      {
        to: 2,
        why: 'Once',
        migrate: (one) => eachPage(one, { section: 'you', id: 'name' }, (t) => renamed(t, 'fullName', 'calledAs')),
      },
    ],
  })
  const first: Draft = { ...saved, formVersion: 1, items: {}, pages: { 'you/name': { fullName: ['Sample'] } } }

  it('takes every step from its own version, in order', () => {
    const change = migration(third, first)
    expect(change).toMatchObject({ to: 3, saved: { pages: { 'you/name': { callMe: ['Sample'] } } } })
  })
  it('takes only the steps that are left', () => {
    const second: Draft = { ...first, formVersion: 2, pages: { 'you/name': { calledAs: ['Sample'] } } }
    expect(migration(third, second)).toMatchObject({ saved: { pages: { 'you/name': { callMe: ['Sample'] } } } })
  })
  it('is not touched at its form’s version, or from a later release', () => {
    expect(migration(third, { ...first, formVersion: 3 })).toBeUndefined()
    expect(migration(third, { ...first, formVersion: 4 })).toBeUndefined()
  })
  it('is read by conditions under its new names', () => {
    const change = migration(third, first)
    const after = change === undefined ? first : changed(first, change, 0)
    expect(journey(third, after, '2026-11-23').answers.answer('callMe')).toBe('Sample')
  })
})
