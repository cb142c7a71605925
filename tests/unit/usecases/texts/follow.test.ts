// What waits to go while somebody changes how they are reached.
import { describe, expect, it } from 'vitest'
import type { Applicant } from '#domain/cases/case.ts'
import type { Text } from '#domain/texts/text.ts'
import { stopKey } from '#usecases/texts/decide-text.ts'
import { following } from '#usecases/texts/follow.ts'
import { wayBackKey } from '#usecases/texts/way-back.ts'

const keys = {
  hash: (purpose: string, value: string) => `${purpose}${value}`.replace(/[^a-z0-9]/gi, ''),
  same: () => false,
}
// The last of a hash that tells two numbers apart, as a real one's beginning does.
const hashes = { ...keys, hash: (purpose: string, value: string) => [...keys.hash(purpose, value)].reverse().join('') }
const ports = {
  keys: hashes,
  clock: { now: () => 5 },
  ids: { ordered: () => 'fresh', secret: () => '', reference: () => '', code: () => '', asked: () => undefined },
  citizenOrigin: 'https://council.example',
}
const [old, fresh] = ['+447700900101', '+447700900202']
const tokenOf = (to: string): string => hashes.hash('stop reminder', to).slice(0, 14)
const text: Text = {
  ...{ id: 'first', about: 'H1', service: 'housing', template: 'reminder', templateVersion: 1, category: 'reminder' },
  ...{ to: old, state: 'due', version: 3, dueAt: 9, madeAt: 1, attempts: [], phoneKey: 'before', sameKey: 'before' },
  body: `See https://council.example/return/H1?${wayBackKey(hashes, old)} or https://council.example/stop/${tokenOf(old)}/H1`,
  stopKey: 'before',
}
const person: Applicant = { name: 'Kit', mayText: true, ways: ['text'], phone: fresh }

describe('A message that waits to go', () => {
  it('goes to the corrected number, with that number’s own links and limits, and the one before is called off', () => {
    const { texts, cancels } = following(ports, [text], person)
    expect(texts).toEqual([
      {
        ...{ id: 'fresh', about: 'H1', service: 'housing', template: 'reminder', templateVersion: 1 },
        ...{ category: 'reminder', to: fresh, state: 'due', version: 1, dueAt: 9, madeAt: 5, attempts: [] },
        body: `See https://council.example/return/H1?${wayBackKey(hashes, fresh)} or https://council.example/stop/${tokenOf(fresh)}/H1`,
        ...{ phoneKey: hashes.hash('texts to', fresh), stopKey: stopKey(hashes, tokenOf(fresh)), resendOf: 'first' },
      },
    ])
    expect(cancels).toEqual([{ ...text, again: 'fresh' }])
  })

  it.each<readonly [string, Partial<Text>, Partial<Applicant>, readonly [number, number]]>([
    ['stays as it is for whom nothing changed', { to: fresh }, {}, [0, 0]],
    ['has gone already', { state: 'sent' }, {}, [0, 0]],
    ['is a letter, which goes where it was addressed to', { channel: 'letter' }, { ways: ['letter'] }, [0, 0]],
    ['is a letter, and letters are safe no more', { channel: 'letter' }, { ways: ['call'] }, [0, 1]],
    ['is held for staff to look at, and stays held', { state: 'held', reason: 'Why' }, {}, [1, 1]],
    ['goes nowhere where texts are not safe any more', {}, { mayText: false }, [0, 1]],
    ['is an email, and email is safe no more', { channel: 'email', to: 'kit@example.com' }, {}, [0, 1]],
  ])('%s', (_what, change, reached, wanted) => {
    const { texts, cancels } = following(ports, [{ ...text, ...change }], { ...person, ...reached })
    expect([texts.length, cancels.length, texts.every(({ to }) => to === fresh)]).toEqual([...wanted, true])
  })
})
