// The proof that working out once is right: for applicants of chance, what a journey keeps of its working is what is
// worked out anew for each question, and pages that are read when they are asked for are pages like any others.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AskedOn, answersOf, questionsOn } from '#domain/forms/answered/answers.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import { mostLetters, readWhenAsked, withPage } from '#domain/forms/answered/pages.ts'
import { keyOf } from '#domain/forms/answered/parted.ts'
import { summaryOf } from '#domain/forms/answered/record.ts'
import type { Saved } from '#domain/forms/answered/saved.ts'
import { taskGroups } from '#domain/forms/answered/tasks.ts'
import { holds, type Lookup } from '#domain/forms/condition.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import type { Form, Page, Section } from '#domain/forms/form.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { services } from '#services/catalogue.ts'
import { completed } from '#tests/support/people/complete.ts'

const today = '2026-11-30'

// Some of them have answered everything, and of others some pages are gone.
const applicant = (form: Form): fc.Arbitrary<Saved> =>
  fc.tuple(fc.infiniteStream(fc.nat(9999)), fc.integer({ min: 0, max: 3 })).map(([chance, gone]) => {
    const pick = (n: number): number => chance.next().value % n
    const { pages, items } = completed(form, today, pick)
    return { items, pages: Object.fromEntries(Object.entries(pages).filter(() => gone === 0 || pick(5) >= gone)) }
  })

type At = { readonly section: Section; readonly page: Page; readonly item?: string }

// Nothing is kept: each answer and each condition is worked out where it is asked for.
const plainly = (form: Form, saved: Saved) => {
  const typed = (key: string): Typed => saved.pages[key] ?? {}
  const listed = form.sections.flatMap((section) => section.pages.map((page) => ({ section, page })))
  const asking = (id: string, list?: string): (At & AskedOn) | undefined =>
    listed
      .filter(({ section }) => (section.is === 'many' ? section.id : undefined) === list)
      .flatMap((at) => questionsOn(at.page).map((asked) => ({ ...at, ...asked })))
      .findLast((asked) => asked.id === id)
  const read = ({ section, page, part, item, question, under, id }: At & AskedOn): unknown => {
    if (!applies(section, page, item) || !applies(section, part, item)) return undefined
    const values = typed(keyOf(section, part ?? page, item))
    const chosen = under === undefined ? undefined : answerOf(values, under.id, under.question, today)
    const open = under === undefined || [chosen].flat().includes(under.option)
    return open ? answerOf(values, id, question, today) : undefined
  }
  const outside: Lookup = {
    answer: (id) => ((asked) => asked && read(asked))(asking(id)),
    items: (id) => {
      const section = form.sections.find((one) => one.id === id)
      if (section?.is !== 'many' || !applies(section)) return []
      return (saved.items[id] ?? []).map((item) => within(section, item))
    },
    today,
  }
  const within = (section: Section, item: string): Lookup => ({
    ...outside,
    outside,
    answer: (id) =>
      ((asked) => (asked === undefined ? outside.answer(id) : read({ ...asked, item })))(asking(id, section.id)),
  })
  const applies = (section: Section, page?: Page, item?: string): boolean => {
    if (section.when !== undefined && !holds(section.when, outside)) return false
    const lookup = item === undefined ? outside : within(section, item)
    return page?.when === undefined || holds(page.when, lookup)
  }
  return { applies, outside, within }
}

const everyPage = (form: Form, { items }: Saved): readonly At[] =>
  form.sections.flatMap((section) =>
    section.pages.flatMap((page): readonly At[] =>
      section.is === 'many' ? (items[section.id] ?? []).map((item) => ({ section, page, item })) : [{ section, page }],
    ),
  )

describe.each(services.map(({ id, form }) => [id, form] as const))('An application of %s', (_id, form) => {
  // Made once for both: it takes longer than what is proved.
  const applicants = fc.sample(applicant(form), { numRuns: 4, seed: 20261130 })

  it('applies and says the same whether it is worked out once or for each question', () => {
    for (const saved of applicants) {
      const [kept, plain] = [answersOf(form, saved, today), plainly(form, saved)]
      for (const { section, page, item } of everyPage(form, saved)) {
        expect(kept.applies(section, page, item)).toBe(plain.applies(section, page, item))
        const [one, other] =
          section.is === 'many' && item !== undefined
            ? [kept.itemLookup(section, item), plain.within(section, item)]
            : [kept, plain.outside]
        for (const { id } of questionsOn(page)) expect([id, one.answer(id)]).toEqual([id, other.answer(id)])
      }
    }
  })

  it('has the same pages, problems, tasks and summary whether all of it is read or each page when it is asked for', () => {
    for (const saved of applicants)
      expect(seen(form, saved, asKept(saved.pages).pages)).toEqual(seen(form, saved, saved.pages))
  })
})

const seen = (form: Form, saved: Saved, pages: Saved['pages']) => {
  const walk = journey(form, { ...saved, pages }, today)
  const steps = walk.sections.flatMap(walk.steps)
  return [steps.map((step) => [step.key, walk.problems(step), walk.done(step)]), taskGroups(walk), summaryOf(walk)]
}

const asKept = (pages: Saved['pages']) => {
  const reads: string[] = []
  const texts = new Map(Object.entries(pages).map(([key, typed]) => [key, JSON.stringify(typed)]))
  const read = (key: string, text: string): Typed => {
    reads.push(key)
    return JSON.parse(text)
  }
  return { pages: readWhenAsked({ texts, read, tellsLength: () => true }), reads }
}

describe('Pages that are read when they are asked for', () => {
  const typed: fc.Arbitrary<Typed> = fc.dictionary(fc.string(), fc.array(fc.string(), { maxLength: 2 }), { maxKeys: 3 })
  const key = fc.constantFrom('a/b', 'a/1/c', '__proto__', 'toString', 'd')
  const some = fc.dictionary(key, typed, { noNullPrototype: true })

  it('are the object that they would be, however they are looked at and saved', () => {
    fc.assert(
      fc.property(some, fc.array(fc.tuple(key, typed), { maxLength: 4 }), (pages, saves) => {
        const plain = saves.reduce((all, [at, said]) => ({ ...all, [at]: said }), pages)
        const lazy = saves.reduce<Saved['pages']>((all, [at, said]) => withPage(all, at, said), asKept(pages).pages)
        for (const at of ['a/b', 'a/1/c', '__proto__', 'toString', 'd', 'none']) {
          expect(Object.hasOwn(lazy, at)).toBe(Object.hasOwn(plain, at))
          if (Object.hasOwn(plain, at)) expect(lazy[at]).toEqual(plain[at])
        }
        expect(Object.keys(lazy).toSorted()).toEqual(Object.keys(plain).toSorted())
        expect(Object.fromEntries(Object.entries({ ...lazy }))).toEqual(Object.fromEntries(Object.entries(plain)))
        expect(JSON.parse(JSON.stringify(lazy))).toEqual(JSON.parse(JSON.stringify(plain)))
        const letters = Object.values(plain)
          .flatMap((said) => Object.values(said).flat())
          .join('').length
        expect(mostLetters(lazy)).toBeGreaterThanOrEqual(letters)
      }),
      { numRuns: 200 },
    )
  })

  it('are read once, and only those that somebody looks at', () => {
    const { pages, reads } = asKept({ 'a/b': { x: ['1'] }, 'a/c': { y: ['2'] } })
    expect([pages['a/c'], withPage(pages, 'a/d', {})['a/c'], pages['a/c']]).toHaveLength(3)
    expect(reads).toEqual(['a/c'])
  })

  it('count what was made shorter by what it says, not by its own length', () => {
    const texts = new Map([['a/b', 'short']])
    const read = (): Typed => ({ x: ['a'.repeat(9000)] })
    expect(mostLetters(readWhenAsked({ texts, read, tellsLength: () => false }))).toBe(9000)
  })
})
