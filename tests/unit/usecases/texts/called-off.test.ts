// What waits to be sent and holds no longer once a case has moved on.
import { describe, expect, it } from 'vitest'
import type { Text, TextState } from '#domain/texts/text.ts'
import { services } from '#services/catalogue.ts'
import { calledOff } from '#usecases/texts/decide-text.ts'

const text = (change: Partial<Text>): Text => ({
  ...{ id: 'text', about: 'HBCDFGH2', service: 'housing', template: 'x', templateVersion: 1, category: 'essential' },
  ...{ to: '+447700900123', body: 'Words.', state: 'due', version: 1, dueAt: 0, madeAt: 0, attempts: [] },
  ...change,
})

describe('When a case moves on', () => {
  it.each([
    ['a text that stands for a while only', { lapses: true }, true],
    ['a reminder', { category: 'reminder', lapses: true }, true],
    ['a reminder that holds whatever becomes of the case', { category: 'reminder', lapses: false }, false],
    ['a decision', {}, false],
    ['a code', { category: 'security' }, false],
    // A release before kept no such rule: then the category says it.
    ['a reminder that a release before had made', { category: 'reminder' }, true],
    ['a survey that a release before had made', { category: 'survey' }, false],
  ] as const)('%s is called off, or not, as its template says: %j %s', (_name, change, off) => {
    const [one] = [text(change)]
    expect(calledOff([one])).toEqual(off ? [one] : [])
  })

  it.each(['sending', 'sent', 'delivered', 'failed', 'uncertain', 'held', 'cancelled'] satisfies TextState[])(
    'what is %s stays as it is: only what waits can be called off',
    (state) => expect(calledOff([text({ state, lapses: true })])).toEqual([]),
  )

  it('each is chosen by itself, in order, and nothing but the list is asked', () => {
    const [one, two, three] = [text({ id: 'a', lapses: true }), text({ id: 'b' }), text({ id: 'c', lapses: true })]
    expect(calledOff([one, two, three])).toEqual([one, three])
    expect(calledOff([])).toEqual([])
  })

  it('every reminder of every service is called off, and no decision is', () => {
    const rules = services.flatMap(({ texts }) => Object.values(texts))
    expect(rules.filter(({ category, lapses }) => category === 'reminder' && !lapses)).toEqual([])
    const lasting = rules.filter(({ lapses, category }) => lapses && category === 'essential').map(({ id }) => id)
    expect([...new Set(lasting)].toSorted()).toEqual(['documents-last-days', 'offer'])
  })
})
