// Conditions that several sections and the evidence list share, named as a housing officer would say them.
// Each holds for the applicant or, read among the people, for one of them.
import {
  aged,
  all,
  answered,
  any,
  atLeast,
  type Condition,
  equals,
  includes,
  includesAny,
  not,
  oneOf,
  saysNo,
  saysYes,
  some,
  under,
} from '#domain/forms/condition.ts'

export const adult = aged('dateOfBirth', atLeast(16))
export const child = aged('dateOfBirth', under(16))
// A tenancy is held for them until they are 18 (Law of Property Act 1925, section 1(6)).
export const tooYoungForTenancy = all(adult, aged('dateOfBirth', under(18)))
export const namesGuarantor = answered('guarantor', oneOf('person', 'childrensServices'))
export const applicantsPartner = answered('relationship', equals('partner'))
export const jointApplicant = all(adult, answered('jointApplicant', saysYes))

// True of the applicant or of at least one other person on the application.
export const anyone = (fact: Condition): Condition => any(fact, some('people', fact))

// A joint applicant whose own addresses stand in the address history, beside the applicant's.
export const livedApart = some('people', all(jointApplicant, answered('sameAddresses', saysNo)))

export const mayBePregnant = all(aged('dateOfBirth', atLeast(12)), not(answered('sex', equals('male'))))
export const pregnant = all(mayBePregnant, answered('pregnant', saysYes))

export const healthNeed = answered('hasHealthNeed', saysYes)
export const overnightCarer = all(healthNeed, answered('overnightCarer', saysYes))

// Citizens of the United Kingdom, Ireland, the Channel Islands and the Isle of Man need no immigration status here.
export const fromElsewhere = answered('citizenship', oneOf('eeaSwiss', 'other'))

export const working = all(adult, answered('employment', includesAny('employed', 'selfEmployed')))
export const retired = all(adult, answered('employment', includes('retired')))

const situation = (...values: readonly string[]): Condition => answered('livingSituation', oneOf(...values))

export const socialTenant = situation('councilTenant', 'associationTenant')
export const tenant = situation('councilTenant', 'associationTenant', 'privateRent', 'tied')
export const hasRooms = all(
  answered('livingSituation', { test: 'given' }),
  not(situation('noFixedAbode', 'prison', 'hospital')),
)
export const paysForHome = any(tenant, situation('lodger', 'temporary', 'hostel', 'supported', 'forces'))

export const livedInDorset = some('address-history', answered('councilArea', equals('dorset')))
export const domesticAbuse = answered('unsafeBecause', includes('domesticAbuse'))
export const otherHarm = answered(
  'unsafeBecause',
  includesAny('harassment', 'hateCrime', 'gang', 'violence', 'witnessProtection'),
)
// A refuge is named in the address history; a hostel is taken for one where the household escapes abuse.
export const livesInRefuge = any(
  some('address-history', all(answered('placeKind', equals('refuge')), answered('livesHereNow', saysYes))),
  all(domesticAbuse, situation('hostel')),
)
export const homelessNow = answered('homelessNow', equals('now'))
export const inDanger = answered('dangerNow', saysYes)
export const homeless = answered('homelessNow', oneOf('now', 'soon'))
export const owedDuty = all(homeless, answered('dutyAccepted', saysYes))
export const owedDutyHere = all(owedDuty, answered('dutyCouncil', equals('dorset')))

export const connectedBy = (connection: string): Condition => answered('connections', includes(connection))
export const careLeaver = (...statuses: readonly string[]): Condition =>
  all(connectedBy('careLeaver'), answered('careStatus', oneOf(...statuses)))
