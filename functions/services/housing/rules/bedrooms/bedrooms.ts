// How many bedrooms a household needs by the bedroom standard (docs/rules/housing.md, "Bedrooms needed"). Pure: people in, rooms out.
// Greedy pairing from the eldest is as good as the best matching: a test compares it with brute force on 20,000 households.

export type Sleeper = {
  readonly id: string
  readonly age: number
  readonly sex: 'female' | 'male' | 'unknown'
  // Both partners of a couple name each other.
  readonly partnerOf?: string
  readonly ownRoom?: boolean
  // Brings up a child of the household: counts as an adult, however young.
  readonly parent?: boolean
}

export type Sharing = { readonly adultAge: number; readonly mixedShareUnder: number }

export type Room = { readonly why: RoomReason; readonly who: readonly string[] }
export type RoomReason = 'couple' | 'own-room' | 'adult' | 'parent' | 'sex-not-known' | 'pair' | 'young-pair' | 'alone'

export const roomsNeeded = (people: readonly Sleeper[], sharing: Sharing): readonly Room[] => {
  const couples = couplesAmong(people)
  const paired = new Set(couples.flatMap((room) => room.who))
  const single = people.filter((person) => !paired.has(person.id))
  const apart = single.flatMap((person) => ownRoom(person, sharing))
  const alone = new Set(apart.flatMap((room) => room.who))
  const sharers = single.filter((person) => !alone.has(person.id))
  const girls = pairs(sharers.filter((person) => person.sex === 'female'))
  const boys = pairs(sharers.filter((person) => person.sex === 'male'))
  const unknown = sharers.filter((person) => person.sex === 'unknown')
  const left = [...girls.left, ...boys.left, ...unknown]
  return [...couples, ...apart, ...girls.rooms, ...boys.rooms, ...leftovers(left, sharing)]
}

// One room for each couple, unless one of them needs a room of their own.
const couplesAmong = (people: readonly Sleeper[]): readonly Room[] =>
  people.flatMap((person) => {
    const partner = people.find((other) => other.id === person.partnerOf)
    const first = partner !== undefined && people.indexOf(person) < people.indexOf(partner)
    return first && partner.partnerOf === person.id && person.ownRoom !== true && partner.ownRoom !== true
      ? [{ why: 'couple', who: [person.id, partner.id] }]
      : []
  })

const ownRoom = (person: Sleeper, sharing: Sharing): readonly Room[] => {
  const who = [person.id]
  if (person.ownRoom === true) return [{ why: 'own-room', who }]
  if (person.age >= sharing.adultAge) return [{ why: 'adult', who }]
  if (person.parent === true) return [{ why: 'parent', who }]
  return person.sex === 'unknown' && person.age >= sharing.mixedShareUnder ? [{ why: 'sex-not-known', who }] : []
}

// People of one sex, two and two from the eldest; at most one is left.
const pairs = (people: readonly Sleeper[]): { readonly rooms: readonly Room[]; readonly left: readonly Sleeper[] } => {
  const ordered = [...people].sort((a, b) => b.age - a.age)
  const rooms: Room[] = []
  for (let at = 0; at + 1 < ordered.length; at += 2) {
    const who = ordered.slice(at, at + 2).map((person) => person.id)
    rooms.push({ why: 'pair', who })
  }
  return { rooms, left: ordered.length % 2 === 1 ? ordered.slice(-1) : [] }
}

// Under the age for mixed sharing, those left pair across the sexes; the others have a room each.
const leftovers = (people: readonly Sleeper[], sharing: Sharing): readonly Room[] => {
  const young = people.filter((person) => person.age < sharing.mixedShareUnder)
  const older = people.filter((person) => person.age >= sharing.mixedShareUnder)
  const rooms: Room[] = older.map((person) => ({ why: 'alone', who: [person.id] }))
  for (let at = 0; at < young.length; at += 2) {
    const who = young.slice(at, at + 2).map((person) => person.id)
    rooms.push({ why: who.length === 2 ? 'young-pair' : 'alone', who })
  }
  return rooms
}
