// The notice of a planning decision: made once with the decision, known by its hash in the audit log, the same for officers and the applicant
// (docs/rules/planning.md, "Decision notice").
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcomeNow } from '#domain/cases/outcome.ts'
import { drafted } from '#tests/support/people/drafted.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'

let desk: StaffWorld
beforeAll(async () => {
  desk = await startStaffWorld()
})
afterAll(() => desk.close())

const dayMs = 86_400_000
const dated = (field: string, day: string, month: string, year: string) => ({
  [`${field}-day`]: day,
  [`${field}-month`]: month,
  [`${field}-year`]: year,
})

type Posted = Readonly<Record<string, string | readonly string[]>>

// 40 metres by 25, in Dorchester, in metres of the National Grid.
const redLine = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [369_000, 90_600],
      [369_040, 90_600],
      [369_040, 90_625],
      [369_000, 90_625],
      [369_000, 90_600],
    ],
  ],
})

// Gives the reference, and the browser that it was sent from.
const sent = async (): Promise<{ readonly reference: string; readonly applicant: Visitor }> => {
  desk.world.clock.set(Date.parse('2026-11-23T10:00:00Z'))
  const applicant = await drafted(desk.world, 'planning-householder')
  await applicant.get('/planning/boundary/red-line')
  await applicant.post('/planning/boundary/red-line', { siteBoundary: redLine })
  expect(applicant.last().path).toBe('/planning/boundary/highway')
  await applicant.get('/planning/declaration')
  await applicant.post('/planning/declaration', { agree: 'yes' })
  return { reference: referenceOn(applicant.last().html), applicant }
}

const press = async (id: string, reference: string, action: string, typed: Posted = {}) => {
  const person = await desk.signedIn(id)
  const { html } = await person.get(`/cases/${reference}/actions/${action}`)
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  desk.world.clock.pass(1000)
  return person.post(`/cases/${reference}/actions/${action}`, { ...typed, version })
}

const officer = 'planning-officer-1'
const manager = 'planning-manager'

const noticed = async (reference: string): Promise<void> => {
  await press(officer, reference, 'start-validating')
  await press(officer, reference, 'validate', { passedOver: 'Seen on paper.', ...dated('validOn', '23', '11', '2026') })
  await press(officer, reference, 'record-notices', dated('noticesOn', '23', '11', '2026'))
  desk.world.clock.pass(30 * dayMs)
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')
const caseOf = async (reference: string) =>
  (await desk.desk.cases.get(reference)) ?? Promise.reject(new Error(`${reference} is gone`))

const copy = async (reference: string, kind: 'html' | 'pdf', version = 1): Promise<Buffer> => {
  const bytes = await desk.desk.cases.notice(await caseOf(reference), version, kind)
  if (bytes === undefined) throw new Error(`There is no ${kind}`)
  return Buffer.from(bytes)
}

// A month later, by the number that they gave and a code.
const returned = async (phone: string): Promise<Visitor> => {
  const person = visitor(desk.world.citizen, citizenOrigin)
  await person.get('/return')
  await person.post('/return', { reference: '', phone })
  await desk.world.sendTexts()
  const said = desk.world.texts().findLast(({ body }) => /^\d{6}/.test(body))?.body ?? ''
  await person.post('/return/code', { code: said.slice(0, 6) })
  return person
}

describe('a permission', () => {
  it('is issued with its conditions, as a page and a tagged PDF, which officers and the applicant read alike', async () => {
    const { reference } = await sent()
    await noticed(reference)
    const empty = await press(officer, reference, 'recommend', {
      ...{ decision: 'grant', reason: 'In line with the plan.', conditions: ['TIME', 'PLANS'] },
    })
    expect(plain(empty.html)).toContain('Enter numbers and revisions of the approved plans')
    await press(officer, reference, 'recommend', {
      ...{ decision: 'grant', reason: 'In line with the plan.', conditions: ['TIME', 'PLANS'] },
      ...{ 'slot-plans': '2026-14 rev B, Łukasz & <Ŵyn>', informatives: ['CIL'], policies: 'ENV12' },
    })
    const before = plain((await (await desk.signedIn(manager)).get(`/cases/${reference}/actions/grant`)).html)
    expect(before).toContain('2026-14 rev B, Łukasz')
    await press(manager, reference, 'grant')
    const subject = await caseOf(reference)
    const hashes = outcomeNow(subject)?.notice
    const html = (await copy(reference, 'html')).toString()
    expect(sha256(html)).toBe(hashes?.html)
    for (const words of ['Planning permission is granted', 'begun within three years', 'ENV12', 'Infrastructure Levy'])
      expect(html).toContain(words)
    expect(html).toContain('2026-14 rev B, Łukasz &#38; &#60;Ŵyn&#62;')
    expect(plain(html)).toContain('Planning team manager, on the recommendation of Planning officer 1')
    // The site as it was drawn.
    expect(html).toContain('role="img" aria-label="Picture of the site"')
    expect(plain(html)).toMatch(
      /Red line: 997 square metres .* 25 metres from north to south. Its middle is at SY 6902 9061\./,
    )
    const pdf = await copy(reference, 'pdf')
    expect([pdf.subarray(0, 5).toString(), sha256(pdf)]).toEqual(['%PDF-', hashes?.pdf])
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Lang (en-GB)', '/S /Figure'])
      expect(pdf.includes(mark)).toBe(true)
    const audit = await desk.audit(`CASE#${reference}`)
    expect(audit.find(({ action }) => action === 'grant')?.notice).toEqual(hashes)
    const seen = await (await desk.signedIn(officer)).get(`/cases/${reference}/notice/1.html`)
    expect(seen.html).toBe(html)
    const page = await (await desk.signedIn(officer)).get(`/cases/${reference}/decision`)
    expect(page.html).toContain(`href="/cases/${reference}/notice/1.pdf"`)
    expect(page.html).toContain(hashes?.pdf)
  })

  it('is not granted where a refusal was recommended: it goes back for its conditions', async () => {
    const { reference } = await sent()
    await noticed(reference)
    await press(officer, reference, 'recommend', { decision: 'refuse', reason: 'Too tall.' })
    const done = await press(manager, reference, 'grant')
    expect(plain(done.html)).toContain('The officer recommended to refuse. Send it back')
    expect((await caseOf(reference)).state).toBe('review')
  })
})

describe('a refusal', () => {
  it('is issued with its numbered reasons and the last day to appeal, and the applicant opens it from their page', async () => {
    const { reference } = await sent()
    await noticed(reference)
    await press(officer, reference, 'recommend', {
      ...{ decision: 'refuse', reason: 'Report.', refusalReasons: 'Too tall (ENV12).\n\nToo near (ENV16).' },
    })
    const page = await (await desk.signedIn(manager)).get(`/cases/${reference}/actions/refuse`)
    expect(plain(page.html)).toContain('Too near (ENV16).')
    await press(manager, reference, 'refuse', { reason: 'Too tall (ENV12).\n\nToo near (ENV16).' })
    const html = (await copy(reference, 'html')).toString()
    expect(html).toContain('<li><p>Too tall (ENV12).</p></li>\n<li><p>Too near (ENV16).</p></li>')
    // A householder's refusal of 23 December 2026, and twelve weeks.
    expect(plain(html)).toContain('You can appeal until the end of Wednesday 17 March 2027.')
    const applicant = await returned('07700 900 101')
    const mine = await applicant.get(`/my-applications/${reference}`)
    expect(mine.html).toContain(`href="/my-applications/${reference}/notice/1.html"`)
    expect((await applicant.get(`/my-applications/${reference}/notice/1.html`)).html).toBe(html)
    expect((await applicant.get(`/my-applications/${reference}/notice/1.pdf`)).status).toBe(200)
  })

  it('is shown to nobody else, and what is not there is not found', async () => {
    const { reference, applicant } = await sent()
    const stranger = visitor(desk.world.citizen, citizenOrigin)
    await stranger.get('/planning')
    expect((await stranger.get(`/my-applications/${reference}/notice/1.html`)).html).not.toContain(
      'Planning permission',
    )
    for (const asked of ['1.html', '99.pdf', '0.html', '1.exe', '__proto__', '1.html.pdf'])
      expect([asked, (await applicant.get(`/my-applications/${reference}/notice/${asked}`)).status]).toEqual([
        asked,
        404,
      ])
    const person = await desk.signedIn(officer)
    for (const asked of ['1.html', '-1.pdf', 'x'])
      expect((await person.get(`/cases/${reference}/notice/${asked}`)).status).toBe(404)
  })

  it('whose reasons had an error is issued anew and names what it replaces; the first is kept as it was made', async () => {
    const { reference } = await sent()
    await noticed(reference)
    await press(officer, reference, 'recommend', { decision: 'refuse', reason: 'Too tal.' })
    await press(manager, reference, 'refuse', { reason: 'Too tal.' })
    const first = await copy(reference, 'html')
    await press(manager, reference, 'correct', { reasons: 'Too tall.', reason: 'A letter was missing.' })
    expect(sha256(await copy(reference, 'html'))).toBe(sha256(first))
    const second = (await copy(reference, 'html', 2)).toString()
    expect(plain(second)).toContain('This notice takes the place of version 1. A letter was missing.')
    expect(second).toContain('<li><p>Too tall.</p></li>')
  })
})
