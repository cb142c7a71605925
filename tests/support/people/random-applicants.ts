// Applicants made by chance from a form itself: every page answered with a sample of its kinds, reached or not, so that the form's
// own conditions decide what counts. A seed gives the same people again.
import { type Answers, answersOf } from '#domain/forms/answered/answers.ts'
import { keyOf } from '#domain/forms/answered/parted.ts'
import { sampleOf } from '#domain/forms/fields/index.ts'
import type { Form, Section } from '#domain/forms/form.ts'
import type { Pick, Typed } from '#domain/forms/kind.ts'
import { housingForm } from '#services/housing/form/form.ts'

export const applicant = (pick: Pick, today: string, ordinary: Readonly<Record<string, Typed>> = {}): Answers =>
  byChance(housingForm, { pick, today, ordinary })

type Chance = { readonly pick: Pick; readonly today: string; readonly ordinary?: Readonly<Record<string, Typed>> }

export const byChance = (form: Form, { pick, today, ordinary = {} }: Chance): Answers => {
  const pages: Record<string, Typed> = {}
  const items: Record<string, readonly string[]> = {}
  for (const section of form.sections) {
    if (section.is === 'pages') Object.assign(pages, sampled(section, pick, today))
    else {
      const numbers = Array.from({ length: pick(section.id === 'people' ? 8 : 4) }, (_, at) => String(at + 1))
      items[section.id] = numbers
      for (const number of numbers) Object.assign(pages, sampled(section, pick, today, number))
    }
  }
  for (const [key, typed] of Object.entries(ordinary)) if (pick(4) > 0) pages[key] = { ...pages[key], ...typed }
  return answersOf(form, { pages, items }, today)
}

// Chance alone makes everyone an evicted owner who owes rent. Three in four have nothing of a kind to tell.
export const ordinary: Readonly<Record<string, Typed>> = {
  'behaviour/arrears': { owes: ['no'] },
  'behaviour/past-tenancies': { tenancyProblems: ['none'] },
  'behaviour/convictions': { unspent: ['no'] },
  'behaviour/gave-up-home': { gaveUpHome: ['no'] },
  'money/property': { ownsProperty: ['no'] },
  'money/sold-property': { soldProperty: ['no'] },
  'preferences/other-register': { otherRegister: ['no'] },
  'homelessness/intentional': { foundIntentional: ['no'] },
}

const sampled = (section: Section, pick: Pick, today: string, item?: string): Readonly<Record<string, Typed>> =>
  Object.fromEntries(
    section.pages
      .flatMap((page) => page.parts ?? [page])
      .map((page) => [
        keyOf(section, page, item),
        Object.fromEntries(
          Object.entries(page.questions).flatMap(([id, question]) =>
            Object.entries(sampleOf(pick, id, question, today)),
          ),
        ),
      ]),
  )

// A small generator with a seed (Numerical Recipes' linear congruence).
export const chance = (seed: number): Pick => {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
