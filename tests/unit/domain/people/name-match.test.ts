// Names as callers say them beside names as cases have them (docs/rules/casework.md, “Search”).
import { describe, expect, it } from 'vitest'
import { matchOf } from '#domain/people/name-match.ts'

const found: readonly (readonly [string, string, string?])[] = [
  ["O'Brien", 'Sean OBrien', 'A'],
  ['O Brien', "O'Brien", 'A'],
  ['McDonald', 'MacDonald', 'A'],
  ['Mac Donald', 'McDonald', 'A'],
  ['Jones', 'Smith-Jones', 'A'],
  ['Smithjones', 'Smith-Jones', 'A'],
  ['Jones Smith', 'Smith-Jones', 'A'],
  ['Łukasz Wojcik', 'Lukasz Wójcik', 'A'],
  ['Kowalska', 'Kowalski', 'A'],
  ['Nowak Piotr', 'Piotr Nowak', 'A'],
  ['Li Wei', 'Wei Li', 'A'],
  ['Zhang Xiaoming', 'Xiao Ming Zhang', 'A'],
  ['Mohd Khan', 'Mohamed Khan', 'B'],
  ['Kaur Harpreet', 'Harpreet Kaur', 'A'],
  ['Choudhury', 'Chowdhury', 'C'],
  ['Hussain', 'Hussein', 'C'],
  ['Jon Smyth', 'John Smith', 'C'],
  ['Bob Taylor', 'Robert Taylor', 'B'],
  ['Nguyen Thi Lan', 'Thị Lan Nguyễn', 'A'],
  ['Al-Hassan Ali', 'Ali Hassan', 'A'],
  ['Catherine Clark', 'Katherine Clarke'],
  ['Kathryn Clark', 'Catherine Clarke'],
  ['Stephen Philips', 'Steven Phillips'],
  ['Liz Taylor', 'Elizabeth Tayler'],
  ['De Souza Maria', "Maria D'Souza"],
  ['Van der Berg', 'van den Berg'],
  ['Zoe Muller', 'Zoë Müller'],
  ['Mueller', 'Müller'],
  ['Abdel Rahman', 'Abdelrahman'],
  ['Chukwuemeka Obi', 'Obi Chukwuemeka'],
  ['Geoffrey Wright', 'Jeffrey Wright'],
  ['J Smith', 'John Smith'],
  ['Ivan Petrov', 'Ivan Petrow'],
  ['Sarah Cohen', 'Sara Cohen'],
  ['Thomson Lee', 'Lee Thompson'],
  ['Begum Fatima', 'Fatema Begum'],
  ['Siobhan Kelly', 'Siobhán Kelly'],
  ['Wiśniewska Ewa', 'Ewa Wisniewski'],
  ['Shaun Reilly', "Sean O'Reilly"],
  ['Leigh Anne', 'Lee-Anne'],
  ['Mr Sean OBrien', 'SEAN O’BRIEN'],
]

const strangers: readonly (readonly [string, string])[] = [
  ['John Smith', 'Jane Smith'],
  ['Wei Li', 'Wei Lu'],
  ['Gurpreet Singh', 'Gurdeep Singh'],
  ['Anna Kowalska', 'Anna Kaminska'],
  ['Khan Ali', 'Khan Asif'],
  ['Johan Gómez', 'John Alex Gomez'],
  ['Smith Smith', 'John Smith'],
  ['', 'John Smith'],
  ['John Smith', ''],
]

describe('a typed name', () => {
  it.each(found.map(([typed, stored, tier]) => ({ typed, stored, tier })))('“$typed” finds “$stored”', (one) => {
    const { typed, stored, tier } = one
    const is = matchOf(typed, stored)
    expect(is).toBeDefined()
    if (tier !== undefined) expect(is).toBe(tier)
  })

  it.each(strangers)('“%s” does not find “%s”', (typed, stored) => {
    expect(matchOf(typed, stored)).toBeUndefined()
  })

  it('never calls one family name another by the same letters: Chan and Chen', () => {
    expect(matchOf('Chan Mei', 'Chen Mei')).not.toBe('A')
  })
})
