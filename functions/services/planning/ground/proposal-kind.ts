// What kind of proposal the type finder's answers describe. Pages, rules and the list of documents read these conditions.
import { all, answered, any, atLeast, equals, includes, not, oneOf, saysNo, saysYes } from '#domain/forms/condition.ts'

export const work = (...kinds: readonly string[]) => answered('whatWork', oneOf(...kinds))
export const aHome = work('extend', 'garden')
export const forPlannedWork = work('extend', 'garden', 'newHomes', 'changeUse', 'building')

export const createsHomes = any(work('newHomes'), answered('createsHomes', saysYes))

// Work to one house that makes no other home; a flat, or more than one home, needs full permission (Planning Portal, householder guidance).
export const householder = all(aHome, answered('homeKind', equals('house')), not(createsHomes))

export const full = any(
  work('newHomes', 'changeUse', 'building'),
  all(aHome, answered('homeKind', oneOf('flat', 'several'))),
  all(aHome, answered('createsHomes', saysYes)),
)

export const notStarted = answered('started', equals('no'))
export const listedBuilding = answered('listed', equals('yes'))

// Ten homes; or half a hectare where the number is not known; or 1,000 m²; or 1 hectare; or minerals or waste
// (Development Management Procedure Order 2015, article 2).
export const major = any(
  answered('newHomes', atLeast(10)),
  all(createsHomes, answered('homesKnown', saysNo), answered('siteSize', oneOf('medium', 'large'))),
  answered('floorSpace', equals('from1000')),
  answered('siteSize', equals('large')),
  answered('whatWork', equals('minerals')),
)

// Only listed building consent is needed, unless there is also a new use or a new home.
export const insideOnly = all(answered('listedWork', equals('inside')), not(work('newHomes', 'changeUse')))

export const outline = answered('detail', equals('outline'))

// An outline application leaves some matters to be decided later; everything else has them decided now.
export const decidedNow = (matter: ReservedMatter) => not(all(outline, answered('reservedMatters', includes(matter))))

export type ReservedMatter = 'access' | 'appearance' | 'landscaping' | 'layout' | 'scale'

// An outline can be for homes whose number is not known yet: then no one can say how large they are or for whom.
export const homesCounted = all(createsHomes, any(not(outline), answered('homesKnown', saysYes)))

export const partlyElsewhere = answered('whereSite', equals('partly'))
