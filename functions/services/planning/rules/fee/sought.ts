// What each kind of application costs before anything lowers it, in pence.
import type { Traced } from '#domain/rules/trace.ts'
import { advertFees, certificateFees, conditionFees, priorApprovalFees, smallChangeFees } from '../ground/sources.ts'
import type { Sought } from './facts.ts'
import { mixed } from './mixed.ts'
import { byName, byScale, row, type Sums } from './rows.ts'
import {
  approvalHomesScale,
  outlineBuildingsScale,
  outlineHomesScale,
  principleScale,
  upwardHomesScale,
} from './scales.ts'

export const soughtFee = (sought: Sought, sums: Sums): Traced<number> => {
  switch (sought.is) {
    case 'permission':
    case 'lawful-existing':
    case 'lawful-proposed':
      return mixed(sought.for, sums)
    case 'outline':
      return outlineFee(sought, sums)
    case 'reserved-matters':
      return sought.paidInFull
        ? byName(row('RM', 'Details of an outline permission, whose full fee has been paid', 'type'), 'unit', sums)
        : mixed(sought.for, sums)
    case 'vary-condition':
    case 'conditions':
    case 'small-change':
    case 'lawful-breach':
    case 'advert':
      return namedFee(sought, sums)
    case 'principle':
      return byScale(row('PIP', 'Permission in principle', 'site'), principleScale, sought.site, sums)
    case 'prior-approval':
    case 'approval-homes':
    case 'upward-homes':
      return approvalFee(sought, sums)
    case 'free':
      return nothing(sought.what, sums)
  }
}

// A site of homes and of other buildings is charged once, by the higher scale: they differ only below 1 hectare.
const outlineFee = (sought: Extract<Sought, { is: 'outline' }>, sums: Sums): Traced<number> => {
  const homes = row('OUT', 'Outline permission for homes, by the area of the site', 'site')
  const buildings = row('OUT', 'Outline permission for buildings that are not homes, by the area of the site', 'site')
  return sought.homes || !sought.buildings
    ? byScale(homes, outlineHomesScale, sought.site, sums)
    : byScale(buildings, outlineBuildingsScale, sought.site, sums)
}

type Named = Extract<Sought, { is: 'vary-condition' | 'conditions' | 'small-change' | 'lawful-breach' | 'advert' }>

const varied = { householder: 'varyHouseholder', major: 'varyMajor', other: 'varyOther' } as const

const namedFee = (sought: Named, sums: Sums): Traced<number> => {
  switch (sought.is) {
    case 'vary-condition':
      return byName(row('S73', 'Changing or removing a condition (section 73)', 'type'), varied[sought.of], sums)
    case 'conditions': {
      const of = row(
        'DC',
        'Details for conditions: one fee for each request, not each condition',
        'type',
        conditionFees,
      )
      return byName(of, sought.of === 'householder' ? 'conditionsHouseholder' : 'conditionsOther', sums)
    }
    case 'small-change': {
      const of = row('NMA', 'A change that is not material (section 96A)', 'type', smallChangeFees)
      return byName(of, sought.of === 'householder' ? 'changeHouseholder' : 'changeOther', sums)
    }
    case 'lawful-breach':
      return byName(row('LDC', 'Not keeping to a condition (section 191)', 'type', certificateFees), 'smallWorks', sums)
    case 'advert': {
      const of = row('ADV', 'Advertisements', 'type', advertFees)
      return byName(of, sought.on === 'premises' ? 'advertOnPremises' : 'advertElsewhere', sums)
    }
  }
}

type Approval = Extract<Sought, { is: 'prior-approval' | 'approval-homes' | 'upward-homes' }>

const approvalFee = (sought: Approval, sums: Sums): Traced<number> => {
  const of = (rule: string, what: string) => row(rule, what, 'type', priorApprovalFees)
  switch (sought.is) {
    case 'prior-approval':
      return sought.works
        ? byName(of('PA', 'Prior approval of a change of use with building works'), 'approvalWithWorks', sums)
        : byName(of('PA', 'Prior approval'), 'approvalWithoutWorks', sums)
    case 'approval-homes':
      return byScale(of('PA', 'Prior approval of a change to homes (Class MA)'), approvalHomesScale, sought.homes, sums)
    case 'upward-homes':
      return byScale(of('PA20', 'Prior approval of new homes (Part 20)'), upwardHomesScale, sought.homes, sums)
  }
}

const nothing = (what: string, { schedule, said }: Sums): Traced<number> => ({
  value: 0,
  steps: [{ rule: 'ZERO', words: `${what}: there is no fee.`, used: said?.type ?? [], source: schedule.source }],
})
