// Answers asked for again: what is asked, what must be seen, and what the case's record says afterwards.
import { describe, expect, it } from 'vitest'
import { amended, changedAnswers } from '#domain/forms/answered/amend.ts'
import {
  addItem,
  changed,
  type Draft,
  pageSaved,
  type Reopens,
  removeItem,
  savedIn,
} from '#domain/forms/answered/draft.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import { type FormRecord, formRecordOf } from '#domain/forms/answered/record.ts'
import { journeyIn, leftOpen, standsIn } from '#domain/forms/answered/reopened.ts'
import { count, text, yesNo } from '#domain/forms/ask.ts'
import { answered, saysYes } from '#domain/forms/condition.ts'
import { form, many, page, section } from '#domain/forms/form.ts'
import { migration } from '#domain/forms/versions.ts'
import { emptyDraft } from '#tests/support/people/complete.ts'

const today = '2026-11-25'

const asks = form({
  id: 'sample',
  version: 1,
  shape: 'tasks',
  sections: [
    section('you', 'You', [
      page('name', 'What is your name?', { fullName: text('Full name') }),
      page('children', 'Do you have children?', { hasChildren: yesNo('Select yes if you have children') }),
      page(
        'how-many',
        'How many children?',
        { howMany: count('Number of children') },
        {
          when: answered('hasChildren', saysYes),
        },
      ),
    ]),
    many(
      'people',
      'People',
      [page('name', 'Name', { personName: text('Name') }), page('job', 'Job', { job: text('Job') })],
      {
        ...{ noun: 'person', plural: 'people', least: 0, most: 5, naming: ['personName'] },
      },
    ),
    section('home', 'Home', [
      page('rooms', 'How many rooms?', { rooms: count('Rooms') }),
      page('rent', 'What is the rent?', { rent: count('Rent', { most: 5000 }) }),
    ]),
  ],
  declaration: { version: '1', title: 'Declaration', statements: ['It is true'], agree: 'I agree', button: 'Send' },
})

const sent = {
  pages: {
    'you/name': { fullName: ['Sample Person'] },
    'you/children': { hasChildren: ['no'] },
    'people/1/name': { personName: ['First'] },
    'people/1/job': { job: ['Baker'] },
    'people/2/name': { personName: ['Second'] },
    'people/2/job': { job: ['Driver'] },
    people: { another: ['no'] },
    'home/rooms': { rooms: ['3'] },
    'home/rent': { rent: ['500'] },
  },
  items: { people: ['1', '2'] },
}

const reopened = (keys: readonly string[], more: Partial<Reopens> = {}): Draft => ({
  ...emptyDraft(asks),
  items: sent.items,
  reopens: { caseReference: 'H2345678', keys, message: 'Again, please', before: sent, left: [], ...more },
})

const walk = (draft: Draft) => journeyIn(asks, draft, today)
const pagesOf = (draft: Draft): readonly string[] =>
  walk(draft).sections.flatMap((one) =>
    walk(draft)
      .steps(one)
      .map(({ key }) => key),
  )
const save = (draft: Draft, key: string, values: Readonly<Record<string, string>>): Draft =>
  changed(draft, pageSaved(key, Object.fromEntries(Object.entries(values).map(([id, value]) => [id, [value]]))), 0)

const record = (): FormRecord => formRecordOf(journey(asks, sent, today))

const recordAfter = (draft: Draft): FormRecord =>
  amended(record(), {
    was: journey(asks, sent, today),
    now: journey(asks, savedIn(draft), today),
    asked: walk(draft),
  })

describe('a reopened draft', () => {
  it('asks only the named pages, one after another, with what was answered before', () => {
    const draft = reopened(['you/name', 'home/rent'])
    expect(pagesOf(draft)).toEqual(['you/name', 'home/rent'])
    expect(walk(draft).form.shape).toBe('straight')
    expect(walk(draft).firstUndone()?.key).toBe('you/name')
    expect(walk(draft).answers.typed('home/rent')).toEqual({ rent: ['500'] })
    expect(walk(draft).find('home/rooms')).toBeUndefined()
  })

  it('is complete when each named page was answered again, even without a change', () => {
    const first = save(reopened(['you/name', 'home/rent']), 'you/name', { fullName: 'Sample Person' })
    expect([walk(first).complete(), walk(first).firstUndone()?.key]).toEqual([false, 'home/rent'])
    expect(walk(save(first, 'home/rent', { rent: '500' })).complete()).toBe(true)
    expect(walk(save(first, 'home/rent', { rent: 'a lot' })).complete()).toBe(false)
  })

  it('asks what a changed answer makes necessary, and keeps it among what was asked', () => {
    const yesNow = save(reopened(['you/children']), 'you/children', { hasChildren: 'yes' })
    expect([walk(yesNow).complete(), walk(yesNow).firstUndone()?.key]).toEqual([false, 'you/how-many'])
    const told = save(yesNow, 'you/how-many', { howMany: '2' })
    expect([walk(told).complete(), pagesOf(told)]).toEqual([true, ['you/children', 'you/how-many']])
  })

  it('asks nothing else that the form has come to ask since', () => {
    const grown = reopened(['home/rent'], {
      before: { ...sent, pages: { ...sent.pages, 'home/rooms': {} } },
      left: ['home/rooms'],
    })
    expect(pagesOf(grown)).toEqual(['home/rent'])
    const before = journey(asks, { ...sent, pages: { ...sent.pages, 'home/rooms': {} } }, today)
    expect(leftOpen(before, ['home/rent'])).toEqual(['home/rooms'])
  })

  it('of a section asks each page; of a list the list, whose items may be changed from there', () => {
    const home = save(reopened(['home']), 'home/rooms', { rooms: '4' })
    expect([walk(home).complete(), walk(home).firstUndone()?.key]).toEqual([false, 'home/rent'])
    const list = reopened(['people'])
    expect(walk(list).firstUndone()?.key).toBe('people')
    expect(walk(save(list, 'people', { another: 'no' })).complete()).toBe(true)
  })

  it('gives a new item of a list a number of its own, not that of one that was removed', () => {
    const list = reopened(['people'])
    const people = asks.sections.find(({ id }) => id === 'people')
    if (people?.is !== 'many') throw new Error('No list')
    const one = changed(list, removeItem(list, people, '2'), 0)
    const { change, item } = addItem(savedIn(one), people)
    expect(item).toBe('3')
    expect(walk(changed(one, change, 0)).answers.typed('people/3/name')).toEqual({})
  })

  it('can be asked for what stands on the person’s path and for nothing else', () => {
    const before = journey(asks, sent, today)
    expect(['you/name', 'home', 'people', 'people/1/job'].every((key) => standsIn(before, key))).toBe(true)
    expect(['you/how-many', 'garden', 'people/3/name'].some((key) => standsIn(before, key))).toBe(false)
  })

  it('is brought to a later form with the answers before and the answers since', () => {
    const later = form({
      ...asks,
      version: 2,
      migrations: [
        {
          to: 2,
          why: 'Rent is asked with the rooms',
          migrate: ({ items, pages: { 'home/rent': rent, ...pages } }) => ({
            items,
            pages: { ...pages, 'home/rooms': { ...pages['home/rooms'], ...rent } },
          }),
        },
      ],
    })
    const draft = save(reopened(['home/rent']), 'home/rent', { rent: '650' })
    const change = migration(later, draft)
    const after = change === undefined ? draft : changed(draft, change, 0)
    expect(after.formVersion).toBe(2)
    expect(after.reopens?.before.pages['home/rooms']).toEqual({ rooms: ['3'], rent: ['500'] })
    expect(after.pages).toEqual({ 'home/rooms': { rooms: ['3'], rent: ['650'] } })
  })
})

describe('the record afterwards', () => {
  const lines = (of: FormRecord) =>
    of.sections.flatMap(({ parts }) =>
      parts.flatMap(({ title, entries }) => entries.map((entry) => `${title}/${entry.key}=${entry.lines.join()}`)),
    )

  it('has the pages that were asked as they are now, and all else as it was sent', () => {
    const reworded = {
      ...record(),
      sections: record().sections.map((one) => ({ ...one, title: `${one.title} as it was called` })),
    }
    const draft = save(reopened(['home/rent']), 'home/rent', { rent: '650' })
    const after = recordAfter(draft)
    expect(lines(after)).toEqual(lines(record()).map((line) => line.replace('home/rent=500', 'home/rent=650')))
    expect(changedAnswers(record(), after)).toEqual([
      { question: 'What is the rent?', before: ['500'], lines: ['650'], sensitive: false },
    ])
    expect(changedAnswers(record(), reworded)).toEqual([])
  })

  it('drops what is no longer asked, adds what became necessary, and says so', () => {
    const yesNow = save(reopened(['you/children']), 'you/children', { hasChildren: 'yes' })
    const told = save(yesNow, 'you/how-many', { howMany: '2' })
    const withTwo = recordAfter(told)
    expect(lines(withTwo)).toContain('/you/how-many=2')
    expect(changedAnswers(record(), withTwo).map(({ before, lines: now }) => [before, now])).toEqual([
      [['No'], ['Yes']],
      [[], ['2']],
    ])
    const back = journey(asks, savedIn(told), today)
    const again = amended(withTwo, {
      was: back,
      now: journey(asks, sent, today),
      asked: walk(reopened(['you/children'])),
    })
    expect(lines(again)).toEqual(lines(record()))
  })

  it('has people who were added or removed, under their own names', () => {
    const list = reopened(['people'])
    const people = asks.sections.find(({ id }) => id === 'people')
    if (people?.is !== 'many') throw new Error('No list')
    const without = changed(list, removeItem(list, people, '1'), 0)
    const { change } = addItem(savedIn(without), people)
    const named = save(changed(without, change, 0), 'people/3/name', { personName: 'Third' })
    const done = save(save(named, 'people/3/job', { job: 'Nurse' }), 'people', { another: 'no' })
    const after = recordAfter(done)
    expect(lines(after).filter((line) => line.includes('people/'))).toEqual([
      'Second/people/2/name=Second',
      'Second/people/2/job=Driver',
      'Third/people/3/name=Third',
      'Third/people/3/job=Nurse',
    ])
    expect(changedAnswers(record(), after).map(({ question }) => question)).toEqual([
      'First: Name',
      'First: Job',
      'Third: Name',
      'Third: Job',
    ])
  })

  it('keeps answers that an earlier version of the form asked for', () => {
    const old = { question: 'An old question', lines: ['Kept'], key: 'home/garden', id: 'garden', sensitive: false }
    const [you, people, home] = record().sections
    if (you === undefined || people === undefined || home === undefined) throw new Error('No record')
    const before = {
      ...record(),
      sections: [you, people, { ...home, parts: [{ title: '', entries: [old, ...(home.parts[0]?.entries ?? [])] }] }],
    }
    const draft = save(reopened(['home/rent']), 'home/rent', { rent: '650' })
    const after = amended(before, {
      was: journey(asks, sent, today),
      now: journey(asks, savedIn(draft), today),
      asked: walk(draft),
    })
    expect(lines(after)).toContain('/home/garden=Kept')
    expect(lines(after)).toContain('/home/rent=650')
  })
})
