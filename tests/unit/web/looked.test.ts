// Since when something is new to whoever looks at a list (docs/rules/casework.md, "Worklists").
import { expect, it } from 'vitest'
import { lookedIn } from '#web/staff/looked.ts'

const at = (time: string): number => Date.parse(`2026-12-01T${time}:00Z`)
const look = (time: string, kept = '', id = 'officer') => {
  const { since, cookie } = lookedIn({ cookies: { '__Host-looked': kept } }, { id, now: at(time) })
  return { since, kept: cookie.split(';')[0]?.replace('__Host-looked=', '') ?? '' }
}

it('the first look knows of none before; one half an hour later or more counts from the last, and goes on so', () => {
  const first = look('09:00')
  const second = look('09:20', first.kept)
  const third = look('11:00', second.kept)
  const fourth = look('11:29', third.kept)
  expect([first, second, third, fourth].map(({ since }) => since)).toEqual([
    ...[undefined, undefined, at('09:20'), at('09:20')],
  ])
})

it('is nobody else’s, and nothing that somebody made up', () => {
  const { kept } = look('09:00')
  expect(look('11:00', kept, 'another').since).toBeUndefined()
  for (const made of ['', '..', 'b2ZmaWNlcg..x', 'b2ZmaWNlcg.1.2']) expect(look('11:00', made).since).toBeUndefined()
})
