// Whose turn it is (docs/rules/casework.md, "By turn").
import { describe, expect, it } from 'vitest'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import { cannotWait, isAway, nextInTurn, type OfficersDesk, type Working } from '#domain/cases/desk/turns.ts'
import { caseOf, person } from '#tests/support/worlds/who-may.ts'

const now = Date.UTC(2026, 10, 30, 9)
const at = { today: '2026-11-30', now } as const
const long = now - 90 * 86_400_000
const officer = person('a housing officer')
const subject: ListedCase = caseOf('plain', officer)

const named = (name: string, more: Partial<Staff> = {}): Staff => ({ ...officer, id: name, name, ...more })
const cases = (count: number): readonly ListedCase[] => Array.from({ length: count }, () => subject)
const desk = (
  name: string,
  open: number,
  more: { working?: Partial<Working>; firstAt?: number; as?: Partial<Staff> } = {},
): OfficersDesk => ({
  person: named(name, more.as),
  firstAt: more.firstAt ?? long,
  working: { version: 1, ...more.working },
  cases: cases(open),
})
const next = (...desks: readonly OfficersDesk[]) => nextInTurn(subject, desks, at)?.name

describe('a case that is given in turn', () => {
  it('goes to whoever has the least; a newcomer counts as having what is in the middle', () => {
    expect(next(desk('six', 6), desk('four', 4), desk('new', 0, { firstAt: now - 86_400_000 }))).toBe('four')
    expect(next(desk('six', 6), desk('five', 5), desk('new', 0, { firstAt: long }))).toBe('new')
    expect(next(desk('six', 6), desk('eight', 8), desk('new', 0, { firstAt: now }))).toBe('six')
  })

  it('of ten cases each, loads of 0.6 and 0.4, and a newcomer who counts as the middle, 0.5: 0.4 gets it', () => {
    const newcomer = desk('new', 0, { firstAt: now - 86_400_000 })
    const [six, four] = [desk('0.6', 6), desk('0.4', 4)]
    expect(next(six, four, newcomer)).toBe('0.4')
    // Where 0.4 may not have it, 0.5 comes before 0.6.
    const declared = { ...subject, interests: ['declared-by'] }
    const away = desk('0.4', 4, { as: { id: 'declared-by' } })
    expect(nextInTurn(declared, [six, away, newcomer], at)?.name).toBe('new')
  })

  it.each<[string, OfficersDesk, string]>([
    ['is away', desk('other', 0, { working: { leave: { from: '2026-11-30', until: '2026-11-30' } } }), 'busy'],
    [
      'is away from tomorrow on',
      desk('other', 0, { working: { leave: { from: '2026-12-01', until: '2026-12-04' } } }),
      'other',
    ],
    [
      'was away until yesterday',
      desk('other', 0, { working: { leave: { from: '2026-11-02', until: '2026-11-29' } } }),
      'other',
    ],
    ['takes no turns', desk('other', 0, { working: { share: 'none' } }), 'busy'],
    ['takes half of the turns and has more for it', desk('other', 6, { working: { share: 'half' } }), 'busy'],
    ['has as many as they may', desk('other', 5, { working: { limit: 5 } }), 'busy'],
    ['is a manager', desk('other', 0, { as: { roles: ['team-manager'] } }), 'busy'],
    ['declared an interest', desk('declared', 0, { as: { id: 'declared-by' } }), 'busy'],
    ['works in another team', desk('other', 0, { as: { teams: ['planning'] } }), 'busy'],
  ])('of somebody who %s', (_, other, gets) => {
    const declared = { ...subject, interests: ['declared-by'] }
    expect(nextInTurn(declared, [desk('busy', 10), other], at)?.name).toBe(gets)
  })

  it('waits for its manager where nobody may have it', () => {
    expect(next()).toBeUndefined()
    expect(nextInTurn({ ...subject, sensitive: true }, [desk('free', 0)], at)).toBeUndefined()
  })

  it('does not wait with somebody away where it wants something now', () => {
    expect(cannotWait({ ...subject, dueOn: '2026-11-20' }, '2026-11-30')).toBe(true)
    expect(cannotWait({ ...subject, dueOn: '2027-03-01' }, '2026-11-30')).toBe(false)
    expect(cannotWait({ ...subject, dueOn: '2026-11-20', waitingSince: '2026-11-01' }, '2026-11-30')).toBe(false)
    expect(isAway({ working: { version: 1 } }, '2026-11-30')).toBe(false)
  })
})
