// A page of answers is at most some three screens (docs/rules/casework.md, "Worklists").
import { describe, expect, it } from 'vitest'
import { historyIn } from '#domain/cases/desk/hands.ts'
import { caseOf, person } from '#tests/support/worlds/who-may.ts'
import { answersPage } from '#web/show/staff/case/answers-page.ts'

const user = person('a housing officer')
const plain = caseOf('plain', user)
const entry = (at: number) => ({ id: `q${at}`, key: 'a/b', question: `Question ${at}`, lines: ['x'], sensitive: false })

const shown = (item: string, count: number, lines = ['x']): readonly string[] => {
  const parts = [{ title: 'Sam', entries: Array.from({ length: count }, (_, at) => ({ ...entry(at + 1), lines })) }]
  const record = { ...plain.record, sections: [{ id: 'home', title: 'Home', parts }] }
  const html = answersPage({
    ...{ around: {}, serviceName: 'Housing', today: '2026-11-25', now: 0, actions: [], contactAnswers: [] },
    ...{ maySeeSensitive: true, mayNote: false, mayAssign: false, of: 'home', item },
    state: { label: 'New', forApplicant: '', open: true, tag: 'blue' },
    whole: { subject: { ...plain, record }, ...historyIn([]), notes: [], files: [], tasks: [], texts: [] },
  })
  return [...html.matchAll(/Question \d+/g)].map(([words]) => words)
}

describe('a page of answers', () => {
  it('shows three screens of a phone at most, by how long answers are, and the others on the pages after it, each once', () => {
    const all = ['1', '2', '3'].flatMap((item) => shown(item, 45))
    expect(shown('1', 45)).toHaveLength(15)
    expect(all).toEqual(Array.from({ length: 45 }, (_, at) => `Question ${at + 1}`))
  })

  it('of long answers shows fewer, and one that is longer than a page by itself', () => {
    expect(shown('1', 45, ['y'.repeat(270)])).toHaveLength(4)
    expect(shown('2', 3, ['y'.repeat(4000)])).toEqual(['Question 2'])
  })

  it('is one page where they fit', () => {
    expect(shown('1', 15)).toHaveLength(15)
  })
})
