// Where people leave, on any day: the demonstration's last written months are among those that staff are shown.
import { describe, expect, it } from 'vitest'
import { sha256Of } from '#adapters/system.ts'
import { monthAfter, monthOfDay } from '#domain/measures/months.ts'
import { believableMonths } from '#infra/local/measures/believable-months.ts'
import { startedWords } from '#web/show/measures/month-words.ts'

const days = ['2026-12-01', '2026-12-07', '2026-12-31', '2027-01-01', '2027-03-28', '2028-02-29']

describe('where people leave a form', () => {
  it.each(days)('is known for one of the three months to %s', (today) => {
    const shown = [-2, -1, 0].map((back) => monthAfter(monthOfDay(today), back))
    const written = believableMonths(today, sha256Of).filter(
      ({ service, month }) => service === 'housing' && shown.includes(month.month),
    )
    const counted = written.flatMap(({ month }) => Object.keys(month.sums).filter((name) => name.startsWith('page|')))
    expect(counted.length).toBeGreaterThan(100)
  })

  it('says of which months', () => {
    expect(startedWords([])).toBe('in no month yet')
    expect(startedWords([{ month: '2026-10' }])).toBe('in October 2026')
    expect(startedWords([{ month: '2026-10' }, { month: '2026-11' }, { month: '2026-12' }])).toBe(
      'from October 2026 to December 2026',
    )
  })
})
