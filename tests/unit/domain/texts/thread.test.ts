// What was said by every channel, as one list (docs/rules/casework.md, "Messages").
import { expect, it } from 'vitest'
import type { CaseEvent, Note } from '#domain/cases/case.ts'
import type { Text } from '#domain/texts/text.ts'
import { pageNumberIn, pageOf, theirThread, threadOf } from '#domain/texts/thread.ts'

const text = (at: number, change: Partial<Text> = {}): Text => ({
  ...{ id: `text-${at}`, about: 'H2345678', service: 'housing', template: 'message', templateVersion: 1 },
  ...{ category: 'essential', to: '+447700900001', body: `Text ${at}`, state: 'delivered', version: 1 },
  ...{ dueAt: at, madeAt: at, attempts: [] },
  ...change,
})
const note = (at: number, change: Partial<Note> = {}): Note => ({
  ...{ id: `note-${at}`, at, by: 'Ann Officer', byId: 'ann', words: `Note ${at}` },
  ...change,
})
const message = (at: number, byId?: string): CaseEvent => ({
  ...{
    id: `event-${at}`,
    at,
    by: byId ?? 'The applicant',
    action: 'message',
    words: 'sent a message',
    from: 'new',
    to: 'new',
  },
  ...{ version: 2, details: [{ question: 'Message', lines: [`Message ${at}`], sensitive: true }] },
  ...(byId === undefined ? {} : { byId }),
})
const whole = {
  events: [message(10), message(40, 'ann')],
  texts: [
    text(20),
    text(30, { channel: 'letter', subject: 'Your application' }),
    text(50, { state: 'failed', channel: 'email' }),
    text(5, { category: 'security', body: '123456' }),
    text(900, { state: 'due' }),
    text(60, { state: 'held' }),
    text(61, { state: 'cancelled' }),
  ],
  notes: [
    note(25),
    note(35, { call: { rang: 'council', with: 'applicant' } }),
    note(36, { call: { rang: 'them', with: 'else' } }),
  ],
}

it('messages, texts, emails, letters and calls stand in one list by time, and a plain note does not', () => {
  expect(threadOf(whole).map(({ at, by, ours }) => [at, by, ours])).toEqual([
    [900, 'text', true],
    [61, 'text', true],
    [60, 'text', true],
    [50, 'email', true],
    [40, 'page', true],
    [36, 'call', false],
    [35, 'call', true],
    [30, 'letter', true],
    [20, 'text', true],
    [10, 'page', false],
    [5, 'text', true],
  ])
})

it('the applicant sees no code, nothing that never went to them, and no call with somebody else', () => {
  expect(theirThread(whole, 100).map(({ at }) => at)).toEqual([50, 40, 35, 30, 20, 10])
  expect(theirThread(whole, 900).map(({ at }) => at)).toEqual([900, 50, 40, 35, 30, 20, 10])
})

it('a page that is not there is the last one, and what is no number is the first', () => {
  const rows = [1, 2, 3, 4, 5]
  expect(pageOf(rows, 2, 2)).toEqual({ rows: [3, 4], page: 2, pages: 3 })
  expect(pageOf(rows, 9, 2)).toEqual({ rows: [5], page: 3, pages: 3 })
  expect(pageOf([], 1, 2)).toEqual({ rows: [], page: 1, pages: 1 })
  expect(['2', undefined, '-1', '1e3', '99999', '0'].map(pageNumberIn)).toEqual([2, 1, 1, 1, 1, 0])
})
