// Whom to consult, by what the answers say of the place and the work. Each has 21 days to reply.
import {
  all,
  answered,
  any,
  type Condition,
  holds,
  includes,
  includesAny,
  type Lookup,
  oneOf,
  questionsOf,
  saysYes,
} from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import { inConservationArea, inFloodZone, inWorldHeritageSite } from '#services/planning/form/constraints.ts'
import { full, listedBuilding, major } from '#services/planning/ground/proposal-kind.ts'
import { unpublished, whomToConsult } from '../ground/sources.ts'
import { usedIn } from '../ground/used.ts'

export type Consultee = { readonly name: string; readonly why: string }

export const consultees = (lookup: Lookup): Traced<readonly Consultee[]> => {
  const held = rows.filter(({ when }) => holds(when, lookup))
  return {
    value: held.map(({ name, why }) => ({ name, why })),
    steps: held.map((row) => stepFor(row, lookup)),
  }
}

// `law`: the Development Management Procedure Order names them. Others are teams and bodies that councils ask.
type Row = Consultee & { readonly when: Condition; readonly law?: true }

const designated = (...kinds: readonly string[]): Condition => answered('designations', includesAny(...kinds))

const rows: readonly Row[] = [
  {
    name: 'Conservation officer',
    why: 'It is a listed building, or in a conservation area.',
    when: any(listedBuilding, inConservationArea),
  },
  {
    name: 'Historic England',
    why: 'It is a grade I or II* listed building, a scheduled monument or the World Heritage Site.',
    when: any(answered('listedGrade', oneOf('one', 'twoStar')), designated('monument'), inWorldHeritageSite),
    law: true,
  },
  { name: 'Environment Agency', why: 'Some of the site is in flood zone 2 or 3.', when: inFloodZone, law: true },
  {
    name: 'Environment Agency',
    why: 'Foul sewage does not go to a public sewer, or hazardous substances are kept.',
    when: any(answered('foulDrainage', includesAny('package', 'septic', 'cesspit')), answered('hazardous', saysYes)),
  },
  {
    name: 'Lead local flood authority',
    why: 'It is major, or close to water.',
    when: any(all(full, major), all(full, answered('waterNear', saysYes))),
    law: true,
  },
  {
    name: 'Sewerage undertaker',
    why: 'Foul sewage, rainwater or waste water of a business goes to a public sewer.',
    when: any(
      all(full, answered('foulDrainage', includes('mains'))),
      answered('surfaceWater', includes('sewer')),
      answered('tradeEffluent', saysYes),
    ),
  },
  {
    name: 'Natural England',
    why: 'It is in or near a protected site or heathland.',
    when: any(designated('sssi', 'habitats'), answered('wildlife', includes('habitats'))),
    law: true,
  },
  {
    name: 'National Landscape team',
    why: 'It is in a National Landscape or on heritage coast.',
    when: designated('nationalLandscape', 'heritageCoast'),
  },
  {
    name: 'Tree officer',
    why: 'A protected tree is close, or trees or hedges go.',
    when: any(answered('treesProtected', oneOf('yes', 'notSure')), answered('treesRemoved', saysYes)),
  },
  {
    name: 'Highway authority',
    why: 'A way in, a road or parking changes.',
    when: any(
      answered('accessChanges', includesAny('vehicle', 'pedestrian', 'road')),
      answered('parkingChanges', saysYes),
    ),
    law: true,
  },
  {
    name: 'Rights of way officer',
    why: 'A public right of way is moved, closed or crossed.',
    when: answered('accessChanges', includes('rightOfWay')),
  },
  {
    name: 'Environmental health officer',
    why: 'The land could be contaminated, or something is demolished.',
    when: any(
      answered('contamination', includesAny('known', 'suspected', 'vulnerable')),
      answered('demolition', saysYes),
    ),
  },
  {
    name: 'Policy team',
    why: 'It is in the green belt, or an Article 4 direction.',
    when: designated('greenBelt', 'article4'),
  },
]

export const consulteeReads: readonly Read[] = [
  ...new Set(rows.flatMap(({ when }) => questionsOf(when).map(({ question }) => question))),
].map((question) => ({ question }))

const stepFor = ({ name, why, when, law }: Row, lookup: Lookup): RuleStep => ({
  rule: 'CONSULT',
  words: `${name}. ${why}`,
  used: usedIn(
    lookup,
    questionsOf(when).map(({ question }) => ({ question })),
  ),
  source: law === true ? whomToConsult : unpublished,
  confirm: 'council to confirm its list',
})
