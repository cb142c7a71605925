// The reasons for each bedroom, in words for the applicant and the officer.
import { type Day, inWords } from '#domain/day.ts'
import type { RuleStep, Used } from '#domain/rules/trace.ts'
import { bedroomStandard } from '../ground/sources.ts'
import type { HousingPack } from '../packs/housing-pack.ts'
import type { Room, RoomReason } from './bedrooms.ts'
import { agreementStandsOn, type RoomAgreement, type RoomClaim } from './claims.ts'
import type { Household, Person } from './household.ts'

export const bedroomsIn = (count: number): string => `${count} ${count === 1 ? 'bedroom' : 'bedrooms'}`

const reasons: Readonly<Record<RoomReason, string>> = {
  couple: 'a room for a couple',
  'own-room': 'a room of their own because of health',
  adult: 'a room of their own as an adult',
  parent: 'a room of their own as a parent',
  'sex-not-known': 'a room of their own, as we do not know with whom they may share. An officer will ask',
  pair: 'a room to share, as two of the same sex',
  'young-pair': 'a room to share, as two young children',
  alone: 'a room of their own, as nobody is left who may share it',
}

export const roomStep = (room: Room, household: Household, pack: HousingPack): RuleStep => ({
  rule: 'BED',
  words: `1 bedroom for ${room.who.map((id) => called(id, household)).join(' and ')}: ${reasons[room.why]}.`,
  used: distinctUsed(room.who.flatMap((id) => saidOf(id, household))),
  pack: pack.name,
  ...grounds(room.why, pack),
})

// A baby is known from what its mother's pages say.
const saidOf = (id: string, { people }: Household): readonly Used[] =>
  people.find((person) => person.id === id || id.startsWith(`baby of ${person.name}`))?.said ?? []

const distinctUsed = (used: readonly Used[]): readonly Used[] => [
  ...new Map(used.map((one) => [JSON.stringify(one), one])).values(),
]

const grounds = (why: RoomReason, { bedrooms }: HousingPack): Pick<RuleStep, 'source' | 'confirm'> => {
  if (why === 'adult') return { source: bedrooms.adultAge.source, ...confirmed(bedrooms.adultAge.confirm) }
  return why === 'parent'
    ? { source: bedrooms.parentHasRoom.source, ...confirmed(bedrooms.parentHasRoom.confirm) }
    : { source: bedroomStandard }
}

const called = (id: string, household: Household): string => {
  const person = household.people.find((one) => one.id === id)
  if (person === undefined)
    return id
      .replace(/ \d+$/, '')
      .replace(/^baby of You$/, 'your baby')
      .replace(/^baby of /, 'the baby of ')
  return person.id === 'you' ? `you, ${person.age}` : `${person.name}, ${person.age}`
}

// Whom no room is counted for, and why.
export const notCounted = (household: Household, pack: HousingPack): readonly RuleStep[] => [
  ...household.people.flatMap((person) => leftOutStep(person, pack)),
  ...household.babies
    .filter((baby) => !baby.counts)
    .map((baby) => ({
      ...plain(
        `The baby due on ${inWords(baby.due)} does not count for a bedroom yet.`,
        pack,
        saidOf(`baby of ${baby.mother}`, household),
      ),
      ...confirmed(pack.bedrooms.pregnancyWeeks.confirm),
    })),
  ...household.partnersNotFound.map((name) =>
    plain(
      `We could not tell who ${name}’s partner is, so we did not count them as a couple. An officer will ask.`,
      pack,
      household.people.find((person) => person.name === name)?.said ?? [],
    ),
  ),
]

const leftOutStep = (person: Person, pack: HousingPack): readonly RuleStep[] => {
  const { leftOut, sharedCareNights } = pack.bedrooms
  switch (person.counts) {
    case 'yes':
      return []
    case 'left-out':
      return [
        {
          ...plain(`No bedroom is counted for ${person.name}, a lodger.`, pack, person.said),
          ...confirmed(leftOut.confirm),
        },
      ]
    case 'not-main-home':
      return [
        {
          ...plain(`No bedroom is counted for ${person.name}, whose main home is elsewhere.`, pack, person.said),
          ...confirmed(sharedCareNights.confirm),
        },
      ]
    case 'ask':
      return [
        plain(
          `No bedroom is counted for ${person.name} yet: an officer will ask where their main home is.`,
          pack,
          person.said,
        ),
      ]
  }
}

const askedForClaim: Readonly<Record<RoomClaim['code'], readonly string[]>> = {
  'own-room': ['needsOwnRoom'],
  carer: ['overnightCarer', 'carerNights'],
  foster: ['fostering', 'fosterChildren'],
}

type Weighed = {
  readonly claim: RoomClaim
  readonly agreement: RoomAgreement | undefined
  readonly said: readonly Used[]
  readonly today: Day
}

export const claimStep = ({ claim, agreement, said, today }: Weighed, pack: HousingPack): RuleStep =>
  plain(`${claimWords(claim)}: ${agreementWords(agreement, today)}`, pack, [
    ...said.filter(({ question }) => askedForClaim[claim.code].includes(question)),
    ...agreedUsed(agreement),
  ])

const agreementWords = (agreement: RoomAgreement | undefined, today: Day): string => {
  if (agreement === undefined) return 'an officer must agree, and will ask for proof.'
  const { until, reason } = agreement
  if (!agreementStandsOn(agreement, today))
    return `what was agreed ended${until === undefined ? '' : ` on ${inWords(until)}`}, and an officer must agree again.`
  const last = until === undefined ? '' : `, until ${inWords(until)}`
  return `an officer has agreed${last}${reason === undefined ? '.' : `: ${ended(reason)}`}`
}

const ended = (reason: string): string => (/[.!?]$/.test(reason) ? reason : `${reason}.`)

const agreedUsed = (agreement: RoomAgreement | undefined): readonly Used[] =>
  agreement?.by === undefined || agreement.on === undefined
    ? []
    : [{ question: 'room', called: 'Decision of an officer', shown: `${agreement.by}, ${inWords(agreement.on)}` }]

// What a decision of an officer is about; one of another release may name what is not known here.
export const agreedWords = ({ code, who }: { readonly code: string; readonly who: string }): string =>
  isClaim(code) ? claimWords({ code, who }, 'the applicant') : 'An extra room'

const isClaim = (code: string): code is RoomClaim['code'] => Object.hasOwn(askedForClaim, code)

// Read by the applicant with the working, where they are "you", and by officers alone.
export const claimWords = (claim: Pick<RoomClaim, 'code' | 'who'>, applicant = 'you'): string => {
  const who = claim.who === 'You' ? applicant : claim.who
  switch (claim.code) {
    case 'own-room':
      return `A room of their own because of health, for ${who}`
    case 'carer':
      return `A room for a carer at night, for ${who}`
    case 'foster':
      return `A room for a child whom ${applicant} ${applicant === 'you' ? 'are' : 'is'} approved to look after`
  }
}

export const totalStep = (rooms: number, ifAgreed: number, household: Household, pack: HousingPack): RuleStep => ({
  ...plain(
    `The household needs ${bedroomsIn(rooms)}${ifAgreed > rooms ? `, or ${ifAgreed} if an officer agrees to what was asked for` : ''}.`,
    pack,
    distinctUsed(household.people.filter(({ counts }) => counts === 'yes').flatMap(({ said }) => said)),
  ),
  source: bedroomStandard,
})

const plain = (words: string, pack: HousingPack, used: readonly Used[] = []): RuleStep => ({
  rule: 'BED',
  words,
  used,
  source: pack.source,
  pack: pack.name,
  confirm: 'council to confirm',
})

const confirmed = (confirm: string | undefined): { readonly confirm?: string } =>
  confirm === undefined ? {} : { confirm }
