import { expect, test } from 'vitest'
import { askedAs } from '#domain/forms/asked-as.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { type Trial, trialGroups, trialLookup, trialProblems, trialTyped } from '#domain/rules/trial.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { housingProposal } from '#services/housing/rules/proposal.ts'
import { housingTrials } from '#services/housing/rules/trials/trials.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'

const trialOf = (id: string): Trial => {
  const found = housingTrials.find((trial) => trial.id === id)
  if (found === undefined) throw new Error(`There is no trial ${id}`)
  return found
}
const tried = (id: string, typed: Typed, today = '2026-11-23') => {
  const trial = trialOf(id)
  return trial.run(trialLookup(housingForm, trial, typed, today), today).parts
}

const day = (field: string, text: string): Typed => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${field}-day`]: [date], [`${field}-month`]: [month], [`${field}-year`]: [year] }
}

test('eligibility on typed answers', () => {
  const [part] = tried('eligibility', {
    citizenship: ['eeaSwiss'],
    immigrationStatus: ['preSettled'],
    livedAbroad: ['no'],
  })
  expect(part?.answer).toBe('For you to check')
  expect(part?.steps[0]?.rule).toBe('E12')
})

test('bedrooms for people typed in a list', () => {
  const child = (item: number, sex: string, born: string): Typed => ({
    [`people-${item}-firstName`]: [`Child ${item}`],
    [`people-${item}-sex`]: [sex],
    [`people-${item}-relationship`]: ['child'],
    ...day(`people-${item}-dateOfBirth`, born),
  })
  const typed = {
    sex: ['female'],
    ...day('dateOfBirth', '1988-01-01'),
    ...child(1, 'male', '2012-01-01'),
    ...child(2, 'female', '2013-01-01'),
  }
  expect(tried('bedrooms', typed)[0]?.answer).toBe('3 bedrooms')
})

test('the day decides: a boy and a girl share until one of them is 10', () => {
  const typed = {
    ...day('dateOfBirth', '1988-01-01'),
    ...day('people-1-dateOfBirth', '2017-01-20'),
    'people-1-sex': ['male'],
    ...day('people-2-dateOfBirth', '2018-03-01'),
    'people-2-sex': ['female'],
  }
  expect(tried('bedrooms', typed, '2027-01-19')[0]?.answer).toBe('2 bedrooms')
  expect(tried('bedrooms', typed, '2027-01-20')[0]?.answer).toBe('3 bedrooms')
})

test('a band with an award that only a team leader may make', () => {
  const award = { awards: ['A-EXC'], ...day('awardedOn', '2026-11-01') }
  expect(tried('band', award)[0]?.answer).toContain('Band D')
  expect(tried('band', { ...award, byLeader: ['yes'] })[0]?.answer).toContain('Band A')
  expect(tried('band', { ...award, byLeader: ['yes'] }, '2027-02-01')[0]?.answer).toContain('Band D')
})

test('an effective date on paper', () => {
  const typed = {
    happened: ['band'],
    bandBefore: ['B'],
    bandAfter: ['D'],
    ...day('registered', '2025-01-10'),
    ...day('dateBefore', '2026-03-02'),
  }
  expect(tried('effective-date', typed)[0]?.answer).toBe('Band D, 10 January 2025')
})

const persona = personaOf('housing-couple-overcrowded')
const { walk } = walked(housingForm, persona)

test.each(housingTrials.filter((trial) => trial.asks === undefined))(
  '$title: a case’s answers give what the case’s own proposal says',
  (trial) => {
    const typed = trialTyped(housingForm, trial, walk.answers)
    const found = trial.run(trialLookup(housingForm, trial, typed, persona.today), persona.today)
    const own = housingProposal(walk.answers, persona.today).parts
    for (const part of found.parts) {
      const same = own.find((one) => one.id === part.id)
      if (part.id === 'evidence') continue
      expect({ id: part.id, answer: part.answer }).toEqual({ id: part.id, answer: same?.answer })
    }
    expect(found.parts.length).toBeGreaterThan(0)
  },
)

test.each(housingTrials)('$title: every field has words, may be blank, and has a name of its own', (trial) => {
  const groups = trialGroups(housingForm, trial, { 'people-1-firstName': ['Ada'] })
  const fields = groups.flatMap((group) => group.fields)
  expect(fields.length).toBeGreaterThan(3)
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
  for (const { question } of fields) expect(question.label ?? '').not.toBe('')
  expect(trialProblems(groups, {}, '2026-11-23')).toEqual([])
})

test('a date that is not one is told at its field', () => {
  const groups = trialGroups(housingForm, trialOf('bedrooms'), {})
  expect(trialProblems(groups, day('dateOfBirth', '1988-02-31'), '2026-11-23').map(({ field }) => field)).toEqual([
    'dateOfBirth-day',
  ])
})

test('a question is named as its form asks it', () => {
  const asked = askedAs(housingForm)
  expect(asked('citizenship', undefined)).toBe('What is your citizenship?')
  expect(asked('citizenship', 'Ben')).toBe('What is Ben’s citizenship?')
  expect(asked('movedIn', 'Dorchester')).toBe('Dorchester: Date you moved in')
})
