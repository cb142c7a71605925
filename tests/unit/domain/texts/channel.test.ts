// Which channel a message takes (docs/rules/texts.md, "Which way").
import { describe, expect, it } from 'vitest'
import type { Applicant } from '#domain/cases/case.ts'
import type { Way } from '#domain/cases/contact.ts'
import { channelOf, isPostable, wayAfter, wayTo } from '#domain/texts/channel.ts'

const post = 'Ann Okoro\n1 High Street\nDorchester\nDT1 1XA'
const words = { version: 1, subject: 'A message', words: 'Words.' }
const all = { email: words, letter: words }
const has = (change: Partial<Applicant> = {}): Applicant => ({
  ...{ name: 'Ann Okoro', phone: '+447700900001', mayText: false, email: 'ann@example.com', ways: [] },
  ...change,
})
const safe = (...ways: readonly Way[]): Applicant => has({ mayText: ways.includes('text'), ways })
const shown = (way: ReturnType<typeof wayTo>) => (way === undefined ? 'none' : channelOf(way))

describe('A message goes', () => {
  it.each([
    ['by text where a text is safe, whatever else is', safe('text', 'email', 'letter'), all, post, 'text'],
    ['by email where a text is not safe', safe('email', 'letter'), all, post, 'email'],
    ['by letter where neither is', safe('letter'), all, post, 'letter'],
    [
      'by letter where a text is safe but there is no number',
      { ...has({ mayText: true, ways: ['text', 'letter'] }), phone: undefined },
      all,
      post,
      'letter',
    ],
    [
      'by letter where the email address is missing',
      { ...safe('email', 'letter'), email: undefined },
      all,
      post,
      'letter',
    ],
    ['by letter where there are no words for an email', safe('email', 'letter'), { letter: words }, post, 'letter'],
    ['nowhere where there are no words for the only way', safe('letter'), { email: words }, post, 'none'],
    ['nowhere where only calls are safe', safe('call'), all, post, 'none'],
    ['nowhere where nothing is safe', safe(), all, post, 'none'],
    ['nowhere where the only way is by letter and nobody knows the address', safe('letter'), all, undefined, 'none'],
    [
      'nowhere where no letter can be posted to the address',
      safe('letter'),
      all,
      'Ann Okoro\nNo fixed abode\nDT1 1XA',
      'none',
    ],
    [
      'nowhere by letter where it was not said that it is safe: a case of before',
      has({ mayText: false }),
      all,
      post,
      'none',
    ],
  ] as const)('%s', (...[, { phone, email, ...applicant }, template, to, channel]) => {
    const person = {
      ...applicant,
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
    }
    expect(shown(wayTo(person, template, to))).toBe(channel)
  })
})

describe('A message that did not arrive is sent next', () => {
  it.each([
    ['text', safe('text', 'email', 'letter'), 'email'],
    ['text', safe('text', 'letter'), 'letter'],
    ['text', safe('text'), 'none'],
    ['email', safe('text', 'email', 'letter'), 'letter'],
    ['email', safe('text', 'email'), 'text'],
    ['letter', safe('email', 'letter'), 'email'],
    ['letter', safe('text', 'email', 'letter'), 'text'],
    ['letter', safe('letter'), 'none'],
    ['letter', safe('call', 'letter'), 'none'],
  ] as const)('%s by one that is safe and is not the same', (channel, applicant, next) => {
    const failed = channel === 'text' ? {} : { channel }
    expect(shown(wayAfter(failed, applicant, post))).toBe(next)
  })
})

it.each([
  [post, true],
  ['Ann Okoro\nDT1 1XA', false],
  ['Ann Okoro\n1 High Street\nDorchester', false],
  ['Ann Okoro\n(the shed)\nDT1 1XA', false],
  ['Ann Okoro\n\nDT1 1XA', false],
  ['1\n2\n3\n4\n5\n6\n7\nDT1 1XA', false],
  ['Ann Okoro\nNo fixed abode\nDT1 1XA', false],
])('a letter can be posted to %j: %s', (to, can) => {
  expect(isPostable(to)).toBe(can)
})
