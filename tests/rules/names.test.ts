// One word, one meaning: a type that is exported has one home, so that whoever reads its name in an
// import need not look where it comes from.
import { expect, it } from 'vitest'
import { sources } from './sources.ts'

// These have two homes still. Take a name from the list when it has one; none is added.
const still: readonly string[] = [
  'Address',
  'Answer',
  'Asked',
  'Change',
  'Claim',
  'Ended',
  'Ending',
  'Entry',
  'Fact',
  'Naming',
  'Outcome',
  'Person',
  'Point',
  'Ports',
  'Room',
  'Row',
  'Saved',
  'Sender',
  'Service',
  'Step',
  'TasksPage',
  'To',
  'WorklistPage',
]

it('an exported type has one home', () => {
  const homes = new Map<string, string[]>()
  for (const { path, text } of ['functions/', 'infra/', 'views/', 'scripts/'].flatMap((folder) => sources(folder)))
    for (const [, name = ''] of text.matchAll(/^export (?:type|interface) (\w+)/gm))
      homes.set(name, [...(homes.get(name) ?? []), path])
  expect(homes.size).toBeGreaterThan(500)
  const doubled = [...homes].filter(([name, paths]) => paths.length > 1 && !still.includes(name))
  expect(doubled.map(([name, paths]) => `${name} has a home in ${paths.join(' and ')}: give one another name`)).toEqual(
    [],
  )
})
