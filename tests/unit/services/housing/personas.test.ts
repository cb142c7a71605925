import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Answers, askedFirst } from '#domain/forms/answered/answers.ts'
import { holds, some } from '#domain/forms/condition.ts'
import { problemsOf } from '#domain/forms/fields/index.ts'
import type { Page } from '#domain/forms/form.ts'
import { housingWorkflow } from '#services/housing/casework/workflow.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { jointApplicant } from '#services/housing/ground/facts.ts'
import { housingAdvice } from '#services/housing/rules/advice.ts'
import { assess } from '#services/housing/rules/assess.ts'
import { housingPackOn } from '#services/housing/rules/packs/housing-packs.ts'
import { housingProposal } from '#services/housing/rules/proposal.ts'
import { housingStart } from '#services/housing/start.ts'
import { loadPersonas, type Persona } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { pages } from '#web/show/citizen/pages.ts'

const people = loadPersonas().filter((persona) => persona.service === 'housing')
const personaOf = (id: string): Persona => {
  const persona = people.find((one) => one.id === `housing-${id}`)
  if (persona === undefined) throw new Error(`There is no persona ${id}`)
  return persona
}
const answersOf = (id: string) => {
  const persona = personaOf(id)
  return { today: persona.today, answers: walked(housingForm, persona).walk.answers }
}

test('whoever has nowhere tonight, or is in danger, is asked within five pages, with a number that can be pressed', () => {
  for (const persona of people) {
    const asked = ['homelessness/now', 'homelessness/danger'].map((key) =>
      walked(housingForm, persona).reached.indexOf(key),
    )
    // After the start page and the task list.
    expect([persona.id, ...asked.map((at) => at >= 0 && at + 3 <= 5)]).toEqual([persona.id, true, true])
  }
  for (const id of ['now', 'tonight', 'danger']) {
    const page = housingForm.sections[0]?.pages.find((one) => one.id === id)
    if (page === undefined) throw new Error(`The first section has no page ${id}`)
    const html = pages.question({ around: {}, page, typed: {}, problems: [], action: '/x' })
    expect(html).toMatch(/<a class="govuk-link" href="tel:(999|01\d+)">/)
  }
})

test('the time on the start page is what one person’s walk takes, and a family’s is what it adds', () => {
  // 15 seconds a page, and 200 words a minute.
  const minutes = (id: string): number => {
    const { sections, steps } = walked(housingForm, personaOf(id)).walk
    const shown = sections.flatMap(steps).map((step) => (step.is === 'list' ? 20 : wordsOn(step.page)))
    return shown.length / 4 + shown.reduce((sum, words) => sum + words, 0) / 200
  }
  expect(Math.abs(minutes('single-renter') - housingStart.minutes)).toBeLessThan(5)
  // Four others come with this one.
  expect(Math.abs(minutes('couple-overcrowded') - housingStart.minutes - 20)).toBeLessThan(5)
})

const wordsOn = (page: Page): number => {
  const html = pages.question({ around: {}, page, typed: {}, problems: [], action: '/x' })
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  return main
    .replace(/<[^>]+>/g, ' ')
    .trim()
    .split(/\s+/).length
}

// As docs/journeys/words.md has them: pages of questions, and their words.
const walks = readFileSync(new URL('../../../../docs/journeys/words.md', import.meta.url), 'utf8')

test('the walks of all applicants have the pages and words that are written down, and few of them', () => {
  const lengths = people.map((persona) => {
    const { sections, steps } = walked(housingForm, persona).walk
    const asked = sections.flatMap(steps).flatMap((step) => (step.is === 'page' ? [wordsOn(step.page)] : []))
    return { id: persona.id.slice('housing-'.length), pages: asked.length, words: total(asked) }
  })
  const written = lengths.filter(({ id, pages: count, words }) =>
    new RegExp(`^\\| ${id} \\|.*\\| ${count} \\| ${words} \\|$`, 'm').test(walks),
  )
  expect(written).toEqual(lengths)
  const wordsFor = (id: string) => lengths.find((one) => one.id === id)?.words
  expect(wordsFor('single-renter')).toBeLessThanOrEqual(3200)
  expect(wordsFor('couple-overcrowded')).toBeLessThanOrEqual(5900)
})

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

// Pages of questions; the pages on which a list is added to are counted apart.
const most: Readonly<Record<string, number>> = { 'single-renter': 50, 'couple-overcrowded': 60 }

test('one person has 50 pages of questions at most, and a family of five 60', () => {
  const asked = Object.keys(most).map((id) => {
    const { walk, faults } = walked(housingForm, personaOf(id))
    return [id, faults, walk.sections.flatMap(walk.steps).filter((step) => step.is === 'page').length] as const
  })
  expect(asked.filter(([id, faults, count]) => faults.length > 0 || count > (most[id] ?? 0))).toEqual([])
})

// What is asked on one path, by its meaning: what somebody has told is not asked for under another name.
const meanings = (answers: Answers): Readonly<Record<string, readonly unknown[]>> => {
  const here = answers
    .items('address-history')
    .filter(({ answer }) => answer('livesHereNow') === 'yes' && isApplicants(answer('livedHere')))
  return {
    landlord: [answers.answer('landlordName'), ...here.map(({ answer }) => answer('pastLandlord'))],
    employer: [answers.answer('workEmployer'), answers.answer('employer')],
    hours: [answers.answer('workWeeklyHours'), answers.answer('workHours')],
  }
}

const isApplicants = (who: unknown): boolean => !Array.isArray(who) || who.includes('applicant')

test('nobody is asked twice for one thing: the landlord of their home, who they work for, and for how long', () => {
  const found = people.flatMap((persona) => {
    const { answers } = walked(housingForm, persona).walk
    const joint = holds(some('people', jointApplicant), answers)
    return Object.entries(meanings(answers)).map(([meaning, given]) => {
      const times = given.filter((one) => one !== undefined).length
      // The work that connects a couple to the area may be either's.
      return { id: persona.id, meaning, times: joint && meaning !== 'landlord' ? Math.min(times, 1) : times }
    })
  })
  expect(found.filter(({ times }) => times > 1)).toEqual([])
  expect(found.filter(({ meaning, times }) => meaning === 'landlord' && times === 1).length).toBeGreaterThan(4)
})

test('no path has two questions in the same words for the same use', () => {
  for (const persona of people) {
    const { sections, steps } = walked(housingForm, persona).walk
    const asked = sections.flatMap(steps).flatMap((step) => {
      if (step.is === 'list') return []
      const at = step.item === undefined ? '' : `${step.section.id}/${step.item}`
      return askedFirst(step.page).map(({ question }) => `${at} ${question.for}: ${question.label ?? step.page.title}`)
    })
    expect([persona.id, asked.filter((words, index) => asked.indexOf(words) !== index)]).toEqual([persona.id, []])
  }
})

type Expected = {
  readonly eligible: string
  readonly qualifies: string
  readonly by?: string
  readonly bedrooms: number
  readonly codes: readonly string[]
}

const expected: Readonly<Record<string, Expected>> = {
  'care-leaver': { eligible: 'ELIGIBLE', qualifies: 'QUALIFIES', by: 'X2', bedrooms: 1, codes: ['D-LOW'] },
  'couple-overcrowded': {
    eligible: 'ELIGIBLE',
    qualifies: 'REFER',
    by: 'X4',
    bedrooms: 3,
    codes: ['A-STAT', 'B-OVER2', 'C-RTM', 'C-SPLIT'],
  },
  'fleeing-abuse': { eligible: 'ELIGIBLE', qualifies: 'QUALIFIES', by: 'X1', bedrooms: 2, codes: ['C-HOM', 'C-OVER1'] },
  helper: { eligible: 'ELIGIBLE', qualifies: 'QUALIFIES', by: 'LC1', bedrooms: 1, codes: ['C-HOM'] },
  'leaving-prison': { eligible: 'ELIGIBLE', qualifies: 'REFER', by: 'X3', bedrooms: 1, codes: ['C-FORCES'] },
  owner: { eligible: 'ELIGIBLE', qualifies: 'PROVISIONAL_NOT_QUALIFYING', by: 'LC1', bedrooms: 1, codes: ['D-LOW'] },
  'pre-settled': {
    eligible: 'REFER',
    qualifies: 'PROVISIONAL_NOT_QUALIFYING',
    by: 'LC1',
    bedrooms: 3,
    codes: ['C-OVER1'],
  },
  'rough-sleeper': { eligible: 'ELIGIBLE', qualifies: 'PROVISIONAL_NOT_QUALIFYING', bedrooms: 1, codes: ['C-HOM'] },
  'single-renter': { eligible: 'ELIGIBLE', qualifies: 'QUALIFIES', by: 'LC1', bedrooms: 1, codes: ['D-LOW'] },
  'two-bedrooms-short': { eligible: 'ELIGIBLE', qualifies: 'QUALIFIES', by: 'LC1', bedrooms: 3, codes: ['B-OVER2'] },
  'young-parent': { eligible: 'ELIGIBLE', qualifies: 'REFER', by: 'LC1', bedrooms: 2, codes: ['A-STAT', 'B-OVER2'] },
}

test('every housing persona has its outcome here', () => {
  expect(people.map(({ id }) => id.slice('housing-'.length)).sort()).toEqual(Object.keys(expected).sort())
})

test.each(Object.entries(expected))('%s: what the rules say', (id, outcome) => {
  const { today, answers } = answersOf(id)
  const found = assess(answers, { today, pack: housingPackOn(today) })
  expect({
    eligible: found.eligibility.value.result,
    qualifies: found.qualification.value.result,
    ...(found.qualification.value.connectedBy === undefined ? {} : { by: found.qualification.value.connectedBy }),
    bedrooms: found.need.value.rooms,
    codes: found.banding.value.codes.map((one) => one.code),
  }).toEqual(outcome)
})

const partOf = (id: string, part: string) => {
  const { today, answers } = answersOf(id)
  return housingAdvice(answers, today).parts.find((one) => one.id === part)
}

test('a family without bedrooms is told the need, what is lacking, and the documents still to send', () => {
  expect(partOf('couple-overcrowded', 'bedrooms')?.answer).toBe('3 bedrooms')
  expect(partOf('couple-overcrowded', 'room')?.answer).toContain('bedrooms short of what you need')
  expect(partOf('couple-overcrowded', 'documents')?.lines?.length).toBeGreaterThan(5)
})

test('an owner is told why they may not join, and which answers that rests on', () => {
  const joining = partOf('owner', 'joining')
  expect(joining?.adverse).toBe(true)
  expect(joining?.steps.map((step) => step.rule)).toEqual(['Q-OWN', 'Q-MEANS'])
  expect(joining?.rests).toContainEqual({ question: 'ownerReasons' })
})

test('what does not stand in the way is not told as a reason against', () => {
  expect(partOf('rough-sleeper', 'joining')?.steps.map((step) => step.rule)).toEqual(['LC1', 'LC'])
})

test('the officer’s proposal fills in every field of “Propose a band” so that it could be sent', () => {
  const action = housingWorkflow.actions.find((one) => one.id === 'assess')
  for (const id of Object.keys(expected)) {
    const { today, answers } = answersOf(id)
    const proposed = housingProposal(answers, today).proposes
    expect(proposed?.action).toBe('assess')
    for (const [field, question] of Object.entries(action?.needs ?? {}))
      expect(problemsOf(proposed?.typed ?? {}, field, question, today)).toEqual([])
  }
})
