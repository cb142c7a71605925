// What people tell us: read, cleaned of who they are, set aside, never dropped (docs/rules/measures.md, "Feedback").
import { describe, expect, it } from 'vitest'
import { countIn, sumsOf } from '#domain/measures/counting/sums.ts'
import { readFeedback } from '#domain/measures/feedback/feedback.ts'
import { ratedFact } from '#domain/measures/feedback/rated-fact.ts'
import { redacted } from '#domain/measures/feedback/redact.ts'

const given = { rating: 'satisfied', words: '', trap: '', times: 1, tookMs: 9000 }
const at = Date.parse('2026-11-25T10:00:00Z')

// Why it was set aside, and whether a day's sums have its rating.
const asideOf = (more: Partial<typeof given>) => {
  const read = readFeedback({ ...given, ...more })
  if (!read.ok) return read.error
  const fact = ratedFact({ ...read.value, id: 'one', at, service: 'housing', version: 1 })
  const sums = fact === undefined ? {} : sumsOf([fact], at)
  return [read.value.aside, countIn(sums, `rated.${read.value.rating}`) === 1]
}

describe('feedback', () => {
  it('may be as long as a browser lets it be, with a line’s end as one, and is refused beyond, not cut', () => {
    const lines = `${'x'.repeat(39)}\r\n`.repeat(30)
    const words = `y${lines.slice(1)}`.replace(/\r\n$/, '\r\ny')
    expect([words.length, words.replaceAll('\r\n', '\n').length]).toEqual([1231, 1201])
    expect(readFeedback({ ...given, words })).toEqual({ ok: false, error: 'too-long' })
    expect(readFeedback({ ...given, words: words.slice(0, -1) + 'y'.repeat(0) }).ok).toBe(true)
    expect(readFeedback({ ...given, words: 'é'.normalize('NFD').repeat(1200) }).ok).toBe(true)
    expect(readFeedback({ ...given, words: '😀'.repeat(1200) }).ok).toBe(true)
    expect(readFeedback({ ...given, words: '😀'.repeat(1201) })).toEqual({ ok: false, error: 'too-long' })
  })

  it('has a rating or words', () => {
    expect(asideOf({ rating: '', words: '  \r\n ' })).toBe('empty')
    expect(asideOf({ rating: 'wonderful' })).toBe('no-such-rating')
    expect(asideOf({ rating: '', words: 'Rubbish' })).toEqual([undefined, false])
  })

  it.each([
    ['a field that people do not see', { trap: 'http://x', rating: 'very-dissatisfied' }, 'program'],
    ['less than three seconds', { tookMs: 2999 }, 'fast'],
    ['more than two links', { words: 'http://a https://b www.c' }, 'links'],
    ['the same words a third time', { words: 'Same', times: 3 }, 'repeated'],
  ])('is set aside for %s, and its rating does not count', (_, more, why) => {
    expect(asideOf(more)).toEqual([why, false])
  })

  it.each(['Good', 'Da iawn', 'THIS IS THE WORST THING I HAVE EVER USED!!!', 'see http://a and http://b', '好'])(
    'is kept and counted: %s',
    (words) => {
      expect(asideOf({ words })).toEqual([undefined, true])
    },
  )

  it('that somebody may be in danger is marked, whatever else is said', () => {
    for (const words of ['I have nowhere to sleep', 'he hurts me', 'I want to end my life'])
      expect(readFeedback({ ...given, words })).toMatchObject({ value: { danger: true } })
    expect(readFeedback({ ...given, words: 'The form is a danger to my patience' })).toMatchObject({
      value: { danger: false },
    })
  })
})

describe('what says who somebody is', () => {
  it.each([
    ['ring 01305 123456', 'ring [phone number removed]'],
    ['+44 7700 900123 or (01305) 123 456.', '[phone number removed] or [phone number removed].'],
    ['write to sam.person+x@example.org please', 'write to [email address removed] please'],
    ['I live at DT1 1XJ, near', 'I live at [postcode removed], near'],
    ['my NI is QQ 12 34 56 C', 'my NI is [National Insurance number removed]'],
    ['about H2345678 and B7XK4MNP', 'about [reference removed] and [reference removed]'],
    ['card 4111 1111 1111 1111 was', 'card [card number removed] was'],
    ['4111-1111-1111-1111', '[card number removed]'],
  ])('goes: %s', (typed, kept) => {
    expect(redacted(typed).text).toBe(kept)
  })

  it.each([
    'page 3 of 10 took 45 minutes on 12/11/2026',
    'I paid £1,234.56 in 2026',
    'Form 12345 is broken',
    'the A35 and the B3150',
    'rhythms',
  ])('is not in: %s', (typed) => {
    expect(redacted(typed)).toEqual({ text: typed, removed: [] })
  })

  it('goes in the time of a glance, however long and odd the text', () => {
    for (const odd of [
      '0 '.repeat(600),
      '@'.repeat(1200),
      'a@'.repeat(600),
      '1-'.repeat(600),
      'H2'.repeat(600),
      '+'.repeat(1200),
    ])
      expect(redacted(odd).text.length).toBeGreaterThan(0)
  })
})
