// The words of texts as staff change them (docs/rules/texts.md, "Changed words").
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'

let here: StaffWorld
let ann: Visitor
let bo: Visitor
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  ann = await here.signedIn('housing-manager')
  bo = await here.signedIn('housing-manager-2')
})
afterAll(() => here.close())

const at = '/wordings/housing/confirmation'
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const textOf = async (reference: string) => (await here.desk.cases.whole(reference))?.texts[0]
const said = async () => {
  const reference = await sentCase(here.world.counter)
  const text = await textOf(reference)
  return { reference, text, words: text?.body.replaceAll(reference, 'REF') ?? '' }
}
const turn = async (who: Visitor, fields: Readonly<Record<string, string>>) => {
  await who.get(at)
  return who.post(`${at}/turn`, fields)
}

it('new words count once another manager approves them: the next text has them and their version, and one goes back to the first', async () => {
  const before = await said()
  await ann.get(at)
  const words = 'Dorset Council: your housing form ((reference)) is here. We start in 2 working days: ((yourLink))'
  await ann.post(at, { words, why: 'Shorter' })
  expect((await said()).words).toBe(before.words)
  expect(plain(ann.last().html)).toMatch(/Version 2 To approve .*charged as 1 text, about 4p\. It reads like year \d+/)
  expect(plain((await turn(ann, { do: 'approve', version: '2' })).html)).toContain(
    'Somebody else than who wrote the words',
  )
  expect((await said()).words).toBe(before.words)
  await turn(bo, { do: 'approve', version: '2' })
  const after = await said()
  expect([after.words, after.text?.templateVersion]).toEqual([
    expect.stringMatching(/^Dorset Council: your housing form REF is here\./),
    2,
  ])
  // What was made before keeps its own.
  expect((await textOf(before.reference))?.body).toBe(before.text?.body)
  expect((await turn(ann, { do: 'own' })).html).toContain('The next text has the first words again')
  expect([(await said()).words, (await said()).text?.templateVersion]).toEqual([before.words, 1])
  await turn(ann, { do: 'back', version: '2' })
  expect((await said()).words).toBe(after.words)
  const done = (await here.audit('STAFF#housing-manager-2')).map(({ did }) => did)
  expect(done).toContain('approve-words')
})

it.each([
  [
    'a value that nobody knows',
    'Dorset Council: ((reference)) ((nonsense)) ((yourLink))',
    'Nobody knows what ((nonsense)) is',
  ],
  ['no link', 'Dorset Council: we have ((reference))', 'The text must have “((yourLink))”'],
  ['no name of the council', 'We have ((reference)): ((yourLink))', 'The text must have “Dorset Council”'],
  ['half a pair of brackets', 'Dorset Council: ((reference)) ((yourLink)) ((oh', 'Each (( must end with ))'],
  ['nothing', ' ', 'Enter the words of the text'],
])('words with %s are refused before anybody can approve them, and stay in the box', async (_what, words, why) => {
  await ann.get(at)
  const page = await ann.post(at, { words, why: 'Because' })
  expect(page.html).toContain('<title>Error: ')
  expect(plain(page.html)).toContain(why)
})

it('what the law wants said cannot be taken out', async () => {
  await ann.get('/wordings/housing/not-qualifying')
  const words = 'Dorset Council: there is a decision on ((reference)). See it: ((link))'
  const page = await ann.post('/wordings/housing/not-qualifying', { words, why: 'Shorter' })
  expect(plain(page.html)).toContain('The text must have “how to ask for a review”')
})

it('a text that is stopped is held back with who stopped it, and goes again when it is let', async () => {
  await turn(ann, { do: 'stop' })
  const held = await said()
  expect([held.text?.state, held.text?.reason]).toEqual(['held', expect.stringContaining('stopped this text')])
  await turn(bo, { do: 'go-on' })
  expect((await said()).text?.state).toBe('due')
})

it('is for managers of the team alone', async () => {
  const officer = await here.signedIn('housing-officer-1')
  expect((await officer.get('/wordings')).status).toBe(403)
  const other = await here.signedIn('planning-manager')
  expect([(await other.get(at)).status, (await other.get('/wordings')).html.includes('/wordings/housing')]).toEqual([
    404,
    false,
  ])
})
