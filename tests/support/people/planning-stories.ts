// The plainest answers about three pieces of work; a test says what is different about its own.
type Given = Readonly<Record<string, unknown>>

export const house = {
  whatWork: 'extend',
  homeKind: 'house',
  createsHomes: 'no',
  started: 'no',
  listed: 'no',
  decision: 'permission',
}

export const homes = {
  whatWork: 'newHomes',
  homesKnown: 'yes',
  newHomes: 3,
  floorSpace: 'none',
  siteSize: 'small',
  started: 'no',
  listed: 'no',
  decision: 'permission',
  detail: 'full',
}

export const shop: Given = {
  ...homes,
  whatWork: 'building',
  createsHomes: 'no',
  homesKnown: undefined,
  newHomes: undefined,
  floorSpace: 'under1000',
}
