// What must hold of every form, whatever is typed: shown by trying, not by example.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionsOn } from '#domain/forms/answered/answers.ts'
import { changed, type Draft, pageSaved } from '#domain/forms/answered/draft.ts'
import { type AnyStep, type Journey, journey, stepKeys } from '#domain/forms/answered/journey.ts'
import { keyOf } from '#domain/forms/answered/parted.ts'
import { formRecordOf, summaryOf } from '#domain/forms/answered/record.ts'
import { taskGroups } from '#domain/forms/answered/tasks.ts'
import { answerLinesOf, answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import type { Form } from '#domain/forms/form.ts'
import type { Pick, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { services } from '#services/catalogue.ts'
import { completed, emptyDraft } from '#tests/support/people/complete.ts'
import { typedFor, typedOn } from '#tests/support/worlds/hostile.ts'

const today = '2026-11-23'
const forms = services.map(({ id, form }) => [id, form] as const)
const pagesOf = (form: Form) => form.sections.flatMap(({ pages }) => pages)
// One of each shape that a question takes somewhere in the product: its kind, its limits, what it reveals.
const questions = new Map(
  forms
    .flatMap(([, form]) => pagesOf(form).flatMap((page) => Object.entries(page.questions)))
    .map(([id, question]): [string, readonly [string, Question]] => [shapeOf(question), [id, question]]),
)

function shapeOf({ label, hint, missing, noun, for: use, ...shape }: Question): string {
  return JSON.stringify(shape, (_key, value) => (value instanceof RegExp ? value.source : value))
}

const pickFrom = (seed: number): Pick => {
  let state = seed >>> 0 || 1
  return (n) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % n
  }
}

describe('Every question of every form, whatever is typed', () => {
  it.each([...questions.values()])('has an answer or a problem, and shows nothing unreadable: %s', (id, question) => {
    fc.assert(
      fc.property(typedFor({ [id]: question }), (typed) => {
        const problems = problemsOf(typed, id, question, today)
        const answer = answerOf(typed, id, question, today)
        const own = problems.filter(({ field }) => field === id || field.startsWith(`${id}-`))
        if (own.length > 0) expect(answer).toBeUndefined()
        else if (question.optional !== true) expect(answer).toBeDefined()
        const shown = answerLinesOf(typed, id, question, today).join('')
        expect(shown).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
        if (answer !== undefined) expect(shown).not.toBe('')
        for (const { words } of problems) expect(words).not.toMatch(/[\p{Cc}]|undefined/u)
      }),
      { numRuns: 40 },
    )
  })

  it('is answered in bounded time, at its longest and at its worst', () => {
    const worst = ['a', '9', ' ', 'A ', '-', "'", 'á', '1a', '.'].flatMap((part) => [
      part.repeat(50_000),
      `${part.repeat(50_000)}!`,
    ])
    const slow = [...questions.values()].flatMap(([id, question]) => {
      const fields = Object.keys(fc.sample(typedFor({ [id]: question }), 1)[0] ?? {})
      return worst.flatMap((text) => {
        const typed = Object.fromEntries([...new Set([id, ...fields])].map((field) => [field, [text]]))
        const start = performance.now()
        problemsOf(typed, id, question, today)
        return performance.now() - start > 1000 ? [`${id} with ${text.slice(0, 3)}…`] : []
      })
    })
    expect(slow).toEqual([])
  })

  it('has a pattern that does not go back and forth over what its length allows (H62)', () => {
    const asked = forms.flatMap(([, form]) => pagesOf(form).flatMap(questionsOn))
    const slow = asked.flatMap(({ id, question }) => {
      if (question.kind !== 'text' || question.pattern === undefined) return []
      const { test } = question.pattern
      const texts = ['a', '1', ' ', 'A1 ', "-'"].map(
        (part) => `${part.repeat(question.most).slice(0, question.most - 1)}!`,
      )
      const start = performance.now()
      for (const text of texts) test.test(text)
      return performance.now() - start > 250 ? [id] : []
    })
    expect(slow).toEqual([])
  })
})

// A draft that people have been at: any pages of the form, in any state, and lists of any length.
const drafts = (form: Form): fc.Arbitrary<Draft> => {
  const lists = form.sections.filter((section) => section.is === 'many')
  const items = fc.record(
    Object.fromEntries(lists.map(({ id }) => [id, fc.constantFrom([], ['1'], ['1', '2'], ['3', '1'])])),
  )
  const keys = form.sections.flatMap((section) =>
    section.pages.flatMap((page) =>
      (section.is === 'many' ? ['/1', '/2', '/3'] : ['']).map((item) => ({
        key: `${section.id}${item}/${page.id}`,
        page,
      })),
    ),
  )
  const saved = fc.array(
    fc.constantFrom(...keys).chain(({ key, page }) => typedOn(page).map((typed): [string, Typed] => [key, typed])),
    { maxLength: 60 },
  )
  return fc
    .record({ items, saved })
    .map((made): Draft => ({ ...emptyDraft(form), items: made.items, pages: Object.fromEntries(made.saved) }))
}

const stepsOf = (walk: Journey): readonly AnyStep[] => walk.sections.flatMap((section) => walk.steps(section))

describe.each(forms)('A journey through %s', (_id, form) => {
  it('can be walked whatever a draft holds, each page once', () => {
    fc.assert(
      fc.property(drafts(form), (draft) => {
        const walk = journey(form, draft, today)
        const keys = stepsOf(walk).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const step of stepsOf(walk)) {
          walk.problems(step)
          walk.exitAt(step)
          walk.mayVisit(step)
          expect(walk.find(step.key)?.key).toBe(step.key)
        }
        expect(walk.complete()).toBe(walk.firstUndone() === undefined)
        taskGroups(walk)
        summaryOf(walk)
      }),
      { numRuns: 40 },
    )
  })

  it('is completed by samples of each kind, in a bounded number of pages', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const walk = journey(form, completed(form, today, pickFrom(seed)), today)
        expect(walk.complete()).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps every typed value, and what goes out of reach comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.infiniteStream(fc.nat()), (seed, at, stream) => {
        const draft = completed(form, today, pickFrom(seed))
        const before = journey(form, draft, today)
        const steps = stepsOf(before).filter((step) => step.is === 'page')
        const step = steps[at % steps.length]
        if (step === undefined) return
        const next = fc.sample(typedOn(step.page), { numRuns: 1, seed: Number(stream.next().value) })[0] ?? {}
        const away = changed(draft, pageSaved(step.key, next), 0)
        journey(form, away, today).complete()
        for (const [key, typed] of Object.entries(draft.pages)) {
          expect(away.pages[key]).toEqual(key === step.key ? next : typed)
        }
        const back = changed(away, pageSaved(step.key, draft.pages[step.key] ?? {}), 0)
        expect(formRecordOf(journey(form, back, today))).toEqual(formRecordOf(before))
      }),
      { numRuns: 40 },
    )
  })

  it('sends only what stands on the path', () => {
    const mark = 'Not on the path'
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draft = completed(form, today, pickFrom(seed))
        const before = journey(form, draft, today)
        const reached = new Set(stepsOf(before).flatMap(stepKeys))
        const others = form.sections.flatMap((section) =>
          section.pages
            .flatMap((page) => page.parts ?? [page])
            .flatMap((page) =>
              (section.is === 'many' ? ['1', '9'] : [undefined]).map((item) => ({
                key: keyOf(section, page, item),
                page,
              })),
            ),
        )
        const stale = Object.fromEntries(
          others
            .filter(({ key }) => !reached.has(key))
            .map(({ key, page }) => [key, Object.fromEntries(Object.keys(page.questions).map((id) => [id, [mark]]))]),
        )
        const record = formRecordOf(journey(form, { ...draft, pages: { ...draft.pages, ...stale } }, today))
        expect(JSON.stringify(record)).not.toContain(mark)
        expect(record).toEqual(formRecordOf(before))
        const keys = record.sections.flatMap(({ parts }) =>
          parts.flatMap(({ entries }) => entries.map(({ key }) => key)),
        )
        const pages = stepsOf(before).filter((step) => step.is === 'page')
        expect(keys.filter((key) => !reached.has(key))).toEqual([])
        expect(pages.filter((step) => !stepKeys(step).some((key) => keys.includes(key)))).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})
