// Which notices each kind of application needs: one at the site, letters to neighbours, one in a newspaper.
import type { RuleStep } from '#domain/rules/trace.ts'
import type { ApplicationCode } from '#services/planning/ground/application-code.ts'
import type { CaseFacts, CaseTopic } from '../ground/case-facts.ts'
import { permittedDevelopment, principleOrder, publicityOrder } from '../ground/sources.ts'

export type Notices = {
  // 'or': at the site, or to neighbours: the council chooses.
  readonly site: 'must' | 'or' | 'no'
  readonly neighbours: 'must' | 'adjoining' | 'or' | 'no'
  readonly press: boolean
  readonly days: number
}

type Row = {
  readonly when: (facts: CaseFacts) => boolean
  readonly words: string
  readonly topic: CaseTopic
} & Partial<Notices>

type Found = { readonly notices: Notices; readonly steps: readonly RuleStep[] }

export const noticesFor = (facts: CaseFacts): Found => {
  const own = special[facts.code]
  if (own !== undefined) return { notices: own.notices, steps: [step(own.words, facts, 'type', own.source)] }
  const held = rows.filter((row) => row.when(facts))
  return {
    notices: held.reduce<Notices>(strictest, { site: 'or', neighbours: 'or', press: false, days: 21 }),
    steps: held.map((row) => step(row.words, facts, row.topic)),
  }
}

const heritage = 'A listed building, or the character of a conservation area: a notice at the site and in a newspaper.'

const rows: readonly Row[] = [
  {
    when: () => true,
    words: 'A notice at the site, or letters to neighbours, for 21 days.',
    topic: 'type',
  },
  { when: ({ major }) => major, press: true, words: 'Major: in a newspaper too.', topic: 'size' },
  {
    when: ({ environmental }) => environmental,
    site: 'must',
    press: true,
    days: 30,
    words: 'With an environmental statement: a notice at the site and in a newspaper, for 30 days.',
    topic: 'environment',
  },
  {
    when: ({ departure }) => departure === true,
    site: 'must',
    press: true,
    words: 'It departs from the development plan: a notice at the site and in a newspaper.',
    topic: 'type',
  },
  {
    when: ({ rightOfWay }) => rightOfWay,
    site: 'must',
    press: true,
    words: 'It affects a public right of way: a notice at the site and in a newspaper.',
    topic: 'place',
  },
  {
    when: ({ listed, conservationArea }) => listed || conservationArea,
    site: 'must',
    press: true,
    words: heritage,
    topic: 'place',
  },
  {
    when: ({ code }) => code === 'pp.full.householder.listed',
    neighbours: 'must',
    words: 'Listed building consent goes with it: letters to neighbours as well.',
    topic: 'type',
  },
]

// What two rows ask together. A notice that must stand at the site answers the choice between the two.
const strictest = (a: Notices, b: Partial<Notices>): Notices => ({
  site: b.site ?? a.site,
  neighbours: b.neighbours ?? a.neighbours,
  press: a.press || (b.press ?? false),
  days: Math.max(a.days, b.days ?? 0),
})

type Special = { readonly notices: Notices; readonly words: string; readonly source?: RuleStep['source'] }

const none: Special = {
  notices: { site: 'no', neighbours: 'no', press: false, days: 0 },
  words: 'The law asks for no notices of this kind of application.',
}

const special: Readonly<Partial<Record<ApplicationCode, Special>>> = {
  listed: { notices: { site: 'must', neighbours: 'no', press: true, days: 21 }, words: heritage },
  'pa.part1.classA': {
    notices: { site: 'no', neighbours: 'adjoining', press: false, days: 21 },
    words: 'A larger home extension: letters to the owners and occupiers of adjoining premises only, for 21 days.',
    source: permittedDevelopment,
  },
  'pp.pip': {
    notices: { site: 'must', neighbours: 'no', press: false, days: 14 },
    words: 'Permission in principle: a notice at the site for 14 days.',
    source: principleOrder,
  },
  'approval.conditions': none,
  'amendment.nonMaterial': none,
  'ldc.existing': none,
  'ldc.proposed': none,
  'ldc.breachOfCondition': none,
  advertConsent: none,
  'wtt.consent': none,
  'wtt.notice': none,
  hedgerowRemovalNotice: none,
}

const step = (words: string, { said }: CaseFacts, topic: CaseTopic, source = publicityOrder): RuleStep => ({
  rule: 'PUBLICITY',
  words,
  used: said?.[topic] ?? [],
  source,
})
