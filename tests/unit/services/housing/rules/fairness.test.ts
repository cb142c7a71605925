import { expect, test } from 'vitest'
import type { PreferredGroup } from '#domain/measures/returns/core.ts'
import { type Assessed, assess } from '#services/housing/rules/assess.ts'
import { preferenceRows } from '#services/housing/rules/banding/preference.ts'
import type { HousingPack } from '#services/housing/rules/packs/housing-pack.ts'
import { housingPacks } from '#services/housing/rules/packs/housing-packs.ts'
import { applicant, chance, ordinary } from '#tests/support/people/random-applicants.ts'

const today = '2026-11-23'
const groups = [...new Set(preferenceRows.map((row) => row.group))]

const peopleUnder = (pack: HousingPack): readonly Assessed[] => {
  const pick = chance(166)
  return Array.from({ length: 500 }, () => assess(applicant(pick, today, ordinary), { today, pack }))
}
const byPack = new Map(housingPacks.map((pack) => [pack.name, peopleUnder(pack)]))
const people = byPack.get('dorset-2026') ?? []

// Everyone in a group, and those of them whom one rule would shut out.
const shutOut = (all: readonly Assessed[], group: PreferredGroup, code: string) => {
  const members = all.filter((one) => one.preference.value.includes(group))
  const out = members.filter((one) =>
    one.qualification.value.findings.some((finding) => finding.code === code && finding.outcome === 'not-qualifying'),
  )
  return { members: members.length, out: out.length }
}

test.each(housingPacks)('$name: no rule shuts out most of a group with reasonable preference', (pack) => {
  const all = byPack.get(pack.name) ?? []
  const codes = new Set(all.flatMap((one) => one.qualification.value.findings.map((finding) => finding.code)))
  for (const group of groups)
    for (const code of codes) {
      const { members, out } = shutOut(all, group, code)
      expect(members).toBeGreaterThan(50)
      expect({ group, code, most: out * 2 > members }).toEqual({ group, code, most: false })
      expect({ group, code, whole: out === members }).toEqual({ group, code, whole: false })
    }
})

test('intentional homelessness shuts nobody out', () => {
  for (const one of people)
    for (const finding of one.qualification.value.findings)
      if (finding.code === 'Q-IH') expect(finding.outcome).toBe('reduce')
})

test('behaviour, debts and worsened circumstances are always for a person to decide', () => {
  const weighed = ['Q-BEHAV', 'Q-ARREARS', 'Q-WORSE', 'Q-SOLD', 'Q-DUP']
  for (const one of people)
    for (const finding of one.qualification.value.findings)
      if (weighed.includes(finding.code)) expect(finding.outcome).toBe('refer')
})

test('a result against the applicant is provisional, whatever was answered', () => {
  const results = new Set(people.map((one) => one.qualification.value.result))
  expect([...results].sort()).toEqual(['PROVISIONAL_NOT_QUALIFYING', 'QUALIFIES', 'REFER'])
})

test('an exempt group needs no local connection, whatever else was answered', () => {
  for (const one of people) {
    const { exemptions, findings } = one.qualification.value
    if (exemptions.length > 0) expect(findings.some((finding) => finding.code === 'LC')).toBe(false)
  }
})

test('nobody in a group of section 166A(3) waits in the lowest band without a task that names it', () => {
  const lowest = people.filter((one) => one.priority.value.band === 'D' && one.preference.value.length > 0)
  expect(lowest.length).toBeGreaterThan(10)
  for (const one of lowest) {
    const limbs = one.preference.steps.map((step) => step.rule)
    const named = one.tasks.filter((step) => step.words.includes('section 166A(3)(')).map((step) => step.rule)
    expect(named).toEqual(limbs)
  }
})
