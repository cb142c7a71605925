import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedAddressOf } from '#adapters/aws/s3-signing.ts'
import { mostFileBytes } from '#domain/uploads/upload.ts'
import { clean, quarantine } from '#infra/local/files.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import * as sample from '#tests/support/sample-files.ts'
import {
  formIn,
  pathOf,
  postFile,
  postFrom,
  startUploadWorld,
  type UploadWorld,
} from '#tests/support/worlds/upload-world.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'

let here: UploadWorld
beforeAll(async () => {
  here = await startUploadWorld()
})
afterAll(() => here.close())

const payslips = '/planning/proof/income'

const atPayslips = async (): Promise<Visitor> => {
  const person = visitor(here.citizen, here.origin)
  await person.get('/planning')
  await person.post('/planning/start', {})
  await person.post('/planning/you/name', { fullName: 'Sample Person' })
  return person
}

const upload = async (person: Visitor, name: string, content: Buffer): Promise<string> => {
  const sent = await postFrom(person, { name, content })
  expect(sent.status).toBe(303)
  await here.files.settled()
  here.world.clock.pass(1000)
  const { html } = await person.get(pathOf(sent.location))
  return html
}

// The person leaves the page while the file is still being checked. What the scanner will say of it is told later.
const goOnBeforeVerdict = async (person: Visitor, name: string, content: Buffer) => {
  const held = here.hold()
  await postFrom(person, { name, content })
  await here.files.settled()
  const [arrival, verdict] = held.events
  held.letGo()
  await here.tell(arrival)
  await person.post(payslips, {})
  return verdict
}

// What the page lists: each file's name and state.
const listed = (html: string): readonly string[] =>
  [...html.matchAll(/app-answer">([^<]*)<\/dt>\s*<dd[^>]*><strong[^>]*>([^<]*)<\/strong>([^<]*)</g)].map(
    ([, name, state, words]) => `${name}: ${state}${words}`.trim(),
  )

const caseOf = async (person: Visitor) => {
  const done = person.last().html
  const reference = referenceOn(done)
  const whole = await here.world.counter.cases.whole(reference)
  if (whole === undefined) throw new Error('There is no case')
  return whole
}

const send = async (person: Visitor) => {
  await person.post('/planning/plans', { another: 'no' })
  expect(titleIn(person.last().html)).toBe('Check your answers')
  await person.get('/planning/declaration')
  await person.post('/planning/declaration', { agree: 'yes' })
  expect(titleIn(person.last().html)).toContain('Application sent')
}

describe('a file that a person sends', () => {
  it('is checked, listed by its name, sent with the application and opened by staff', async () => {
    const person = await atPayslips()
    expect(listed(await upload(person, 'April “payslip”.pdf', sample.pdf()))).toEqual(['April “payslip”.pdf: Uploaded'])
    await person.post(payslips, {})
    expect(person.last().path).toBe('/planning/plans')
    await person.post('/planning/plans', { another: 'no' })
    expect(person.last().html).toContain('April “payslip”.pdf')
    await person.get('/planning/plans')
    await send(person)
    const { files, subject } = await caseOf(person)
    expect(files).toMatchObject([
      { name: 'April “payslip”.pdf', label: 'Upload your payslips', verdict: 'clean', type: 'application/pdf' },
    ])
    expect(JSON.stringify(subject.record)).toContain('April “payslip”.pdf')
    const opened = await fetch(await here.links.openLink(files[0] ?? missing()))
    expect(Buffer.from(await opened.arrayBuffer()).equals(sample.pdf())).toBe(true)
    expect(opened.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''April%20%E2%80%9Cpayslip%E2%80%9D.pdf",
    )
    expect(opened.headers.get('content-type')).toBe('application/pdf')
  })

  it('says how many pages it has, if it is a PDF', async () => {
    const person = await atPayslips()
    await upload(person, 'plan.pdf', sample.pdfOf(500))
    await upload(person, 'scan.png', sample.png())
    await person.post(payslips, {})
    await send(person)
    expect((await caseOf(person)).files.map(({ name, pages }) => [name, pages]).toSorted()).toEqual([
      ['plan.pdf', 500],
      ['scan.png', undefined],
    ])
  })

  it('is marked for staff where it says that it runs scripts or opens programs', async () => {
    const person = await atPayslips()
    const acting = (action: string) =>
      Buffer.from(sample.pdf().toString('latin1').replace('/Catalog', `/Catalog/OpenAction<<${action}>>`), 'latin1')
    await upload(person, 'script.pdf', acting('/S/JavaScript/JS(app.alert(1))'))
    await upload(person, 'launch.pdf', acting('/S/La#75nch/F(cmd.exe)'))
    await upload(person, 'plain.pdf', sample.pdf())
    await person.post(payslips, {})
    await send(person)
    expect((await caseOf(person)).files.map(({ name, acts }) => [name, acts]).toSorted()).toEqual([
      ['launch.pdf', true],
      ['plain.pdf', undefined],
      ['script.pdf', true],
    ])
  })

  it('can be one of several, and a further form is not offered once there are enough', async () => {
    const person = await atPayslips()
    for (const name of ['one.pdf', 'two.pdf', 'three.pdf']) await upload(person, name, sample.pdf())
    expect(listed(person.last().html)).toEqual(['one.pdf: Uploaded', 'two.pdf: Uploaded', 'three.pdf: Uploaded'])
    expect(formIn(person.last().html).url).toBe('')
    expect(person.last().html).not.toContain('Add another file')
  })

  it('belongs to the plan that it was sent for', async () => {
    const person = await atPayslips()
    await upload(person, 'payslip.pdf', sample.pdf())
    await person.post(payslips, {})
    for (const [item, name] of [
      ['1', 'Location plan'],
      ['2', 'Site plan'],
    ] as const) {
      await person.post('/planning/plans', { another: 'yes' })
      await person.post(`/planning/plans/${item}/called`, { called: name })
      expect(listed(person.last().html)).toEqual([])
      await upload(person, `${item}.png`, sample.png())
      await person.post(`/planning/plans/${item}/file`, {})
    }
    await person.get('/planning/plans')
    await send(person)
    const { files } = await caseOf(person)
    expect(files.map(({ name, label }) => [name, label]).sort()).toEqual([
      ['1.png', 'Location plan'],
      ['2.png', 'Site plan'],
      ['payslip.pdf', 'Upload your payslips'],
    ])
  })

  it('goes with its plan, and does not turn up under the next one', async () => {
    const person = await atPayslips()
    await upload(person, 'payslip.pdf', sample.pdf())
    await person.post(payslips, {})
    const addPlan = async (name: string) => {
      await person.post('/planning/plans', { another: 'yes' })
      await person.post('/planning/plans/1/called', { called: name })
    }
    await addPlan('Location plan')
    await upload(person, 'old.png', sample.png())
    await person.get('/planning/plans/1/remove')
    await person.post('/planning/plans/1/remove', {})
    await addPlan('Site plan')
    expect(listed(person.last().html)).toEqual([])
  })

  it('can be taken out again, and is not on the case then', async () => {
    const person = await atPayslips()
    await upload(person, 'wrong.pdf', sample.pdf())
    await upload(person, 'right.pdf', sample.pdf())
    const id = /name="file" value="([^"]+)"/.exec(person.last().html)?.[1] ?? ''
    await person.post(payslips, {})
    await person.get(payslips)
    await person.post(`${payslips}/remove-file`, { file: id })
    expect(listed(person.last().html)).toEqual(['right.pdf: Uploaded'])
    await person.post(payslips, {})
    await send(person)
    expect((await caseOf(person)).files.map(({ name }) => name)).toEqual(['right.pdf'])
  })

  it('does not hold a person up while it is checked, and gets its verdict on the case', async () => {
    const person = await atPayslips()
    const held = here.hold()
    const sent = await postFrom(person, { name: 'slow.pdf', content: sample.pdf() })
    await here.files.settled()
    await person.get(pathOf(sent.location))
    expect(listed(person.last().html)).toEqual(['Your file: Checking'])
    await person.post(payslips, {})
    expect(person.last().html).not.toContain('Your file has not arrived yet')
    const [arrival, verdict] = held.events
    await here.tell(arrival)
    await person.get(pathOf(sent.location))
    expect(listed(person.last().html)).toEqual(['slow.pdf: Checking'])
    await person.post(payslips, {})
    await send(person)
    expect((await caseOf(person)).files).toMatchObject([{ name: 'slow.pdf', verdict: 'checking' }])
    held.letGo()
    await here.tell(verdict)
    expect((await caseOf(person)).files).toMatchObject([{ name: 'slow.pdf', verdict: 'clean' }])
  })
})

const keysOf = async (draft: string): Promise<readonly string[]> =>
  (await here.files.store.list(clean, `${draft}/`)).map(({ key }) => key)
const draftOf = (person: Visitor): string => formIn(person.last().html).fields['x-amz-meta-draft'] ?? ''
const bytesAt = async (address: string | undefined): Promise<Buffer> =>
  Buffer.from(await (await fetch(address ?? missing())).arrayBuffer())

describe('a HEIC photo', () => {
  it('is shown to staff as a JPG without its place, and downloaded as it was sent, without its place', async () => {
    const person = await atPayslips()
    await upload(person, 'house.heic', sample.photo())
    await person.post(payslips, {})
    await send(person)
    const { files } = await caseOf(person)
    const file = files[0] ?? missing()
    expect(file).toMatchObject({ name: 'house.heic', type: 'image/heic', verdict: 'clean', trimmed: true })
    const address = await here.links.showLink(file)
    const shown = await bytesAt(address)
    expect([shown.subarray(0, 3).toString('hex'), shown.subarray(-2).toString('hex')]).toEqual(['ffd8ff', 'ffd9'])
    expect((await fetch(address ?? missing())).headers.get('content-type')).toBe('image/jpeg')
    const photo = await bytesAt(await here.links.openLink(file))
    expect(photo.length).toBe(sample.photo().length)
    expect(photo.subarray(4, 12).toString('latin1')).toBe('ftypheic')
    const seconds = Buffer.from([0, 1, 0xe2, 0x40])
    expect([shown, photo].map((bytes) => bytes.includes(seconds))).toEqual([false, false])
  })

  it('gets its copy on the case where the verdict comes after it was sent', async () => {
    const person = await atPayslips()
    const verdict = await goOnBeforeVerdict(person, 'house.heic', sample.photo())
    await send(person)
    await here.tell(verdict)
    const { files } = await caseOf(person)
    expect(files).toMatchObject([
      { label: 'Upload your payslips', verdict: 'clean', shown: expect.stringMatching(/\/shown$/) },
    ])
    expect((await bytesAt(await here.links.showLink(files[0] ?? missing()))).length).toBeGreaterThan(1000)
  })

  it('that cannot be unpacked is kept as it was sent, and can only be downloaded', async () => {
    const person = await atPayslips()
    const draft = draftOf(person)
    expect(listed(await upload(person, 'broken.heic', sample.heic()))).toEqual(['broken.heic: Uploaded'])
    await person.post(payslips, {})
    await send(person)
    const file = (await caseOf(person)).files[0] ?? missing()
    expect([file.verdict, file.shown, await here.links.showLink(file)]).toEqual(['clean', undefined, undefined])
    expect((await bytesAt(await here.links.openLink(file))).equals(sample.heic())).toBe(true)
    expect((await keysOf(draft)).length).toBe(1)
  })

  it('that was taken out while it was checked leaves no copy behind; one taken out later goes at night with its copy', async () => {
    const [early, late, stays] = [await atPayslips(), await atPayslips(), await atPayslips()]
    const idIn = (person: Visitor): string => /name="file" value="([^"]+)"/.exec(person.last().html)?.[1] ?? ''
    const drafts = [early, late, stays].map(draftOf)
    const held = here.hold()
    await postFrom(early, { name: 'house.heic', content: sample.photo() })
    await here.files.settled()
    held.letGo()
    await here.tell(held.events[0])
    await early.get(payslips)
    await early.post(`${payslips}/remove-file`, { file: idIn(early) })
    await here.tell(held.events[1])
    for (const person of [late, stays]) await upload(person, 'house.heic', sample.photo())
    await late.post(`${payslips}/remove-file`, { file: idIn(late) })
    const counts = async () => (await Promise.all(drafts.map(keysOf))).map((keys) => keys.length)
    expect(await counts()).toEqual([1, 2, 2])
    here.world.clock.pass(25 * 3_600_000)
    await here.tell({ source: 'aws.scheduler', every: 'night' })
    expect(await counts()).toEqual([0, 0, 2])
    here.world.clock.pass(28 * 86_400_000)
    await here.tell({ source: 'aws.scheduler', every: 'night' })
    expect(await counts()).toEqual([0, 0, 0])
  })
})

// By the link in the text: the number, then the code that comes to it.
const comeBack = async (reference: string): Promise<Visitor> => {
  const person = visitor(here.citizen, here.origin)
  await person.get(`/return/${reference}`)
  await person.post('/return', { reference, phone: '07700 900123' })
  await here.world.sendTexts()
  const code =
    here.world
      .texts()
      .flatMap(({ body }) => /^\d{6}/.exec(body)?.[0] ?? [])
      .at(-1) ?? ''
  await person.post('/return/code', { code })
  return person
}

const sendAgain = async (person: Visitor): Promise<void> => {
  expect(titleIn(person.last().html)).toBe('Check your answers')
  await person.get('/planning/declaration')
  await person.post('/planning/declaration', { agree: 'yes' })
}

const missing = (): never => {
  throw new Error('There is no file')
}

describe('sending an application while a verdict comes', () => {
  it('never loses the verdict', async () => {
    for (let round = 0; round < 8; round += 1) {
      const person = await atPayslips()
      const held = here.hold()
      await postFrom(person, { name: 'plan.pdf', content: sample.pdf() })
      await here.files.settled()
      held.letGo()
      await here.tell(held.events[0])
      await person.post(payslips, {})
      await person.post('/planning/plans', { another: 'no' })
      await person.get('/planning/declaration')
      const sending = person.post('/planning/declaration', { agree: 'yes' })
      await new Promise((resolve) => setTimeout(resolve, round * 2))
      await Promise.all([sending, here.tell(held.events[1])])
      expect((await caseOf(person)).files).toMatchObject([{ name: 'plan.pdf', verdict: 'clean' }])
    }
  })
})

describe('a file that is not what it should be', () => {
  const wrong = 'The selected file must be a PDF, JPG, PNG or HEIC'
  it.each<[string, string, Buffer, string]>([
    ['with the EICAR test virus', 'plan.pdf', sample.eicar(), 'The selected file contains a virus'],
    [
      'with the EICAR test virus inside a PDF',
      'plan.pdf',
      sample.both(sample.pdf(), sample.eicar()),
      'The selected file contains a virus',
    ],
    ['that is a web page', 'plan.pdf', sample.webPage(), wrong],
    ['that is a program', 'photo.jpg', sample.program(), wrong],
    ['that is two files in one', 'photo.png', sample.both(sample.png(), sample.zip()), wrong],
    ['that is a drawing with a script', 'plan.svg', sample.svg(), wrong],
    ['with macros', 'form.docm', sample.zip(), wrong],
    [
      'with a password',
      'plan.pdf',
      sample.lockedPdf(),
      'We cannot check the selected file because it is password protected. Remove the password',
    ],
    [
      'with more pages than anybody reads',
      'plan.pdf',
      sample.pdfOf(501, true),
      'The selected file must have 500 pages or fewer. Upload it in parts',
    ],
    ['that is empty', 'plan.pdf', Buffer.alloc(0), 'The selected file is empty'],
    ['that is not there at all', '', Buffer.alloc(0), 'Select a file'],
  ])('is refused beside its name: one %s', async (_, name, content, words) => {
    const person = await atPayslips()
    const html = await upload(person, name, content)
    expect(listed(html)).toEqual(name === '' ? [] : [`${name}: Not accepted ${words}`])
    expect(html).toContain(`Error:</span> ${words}`)
    expect(html).toContain('<title>Error: ')
    await person.get(payslips)
    await person.post(payslips, {})
    expect(person.last().html).toContain(`Error:</span> ${words}`)
    await person.get('/planning/you/name')
    expect(person.last().html).toContain('value="Sample Person"')
    expect(await here.files.store.list(quarantine, '')).toEqual([])
  })

  it('is not an answer any more when it is refused after the page was left', async () => {
    const person = await atPayslips()
    const verdict = await goOnBeforeVerdict(person, 'plan.pdf', sample.eicar())
    expect(person.last().path).toBe('/planning/plans')
    await here.tell(verdict)
    await person.get('/planning/check-your-answers')
    expect(person.last().path).toBe(payslips)
    expect(listed(person.last().html)).toEqual(['plan.pdf: Not accepted The selected file contains a virus'])
  })

  it('is told to staff and to its sender when it is refused after the application was sent (F20)', async () => {
    const person = await atPayslips()
    const verdict = await goOnBeforeVerdict(person, 'plan.pdf', sample.eicar())
    await send(person)
    await here.tell(verdict)
    const { files, events } = await caseOf(person)
    expect(files).toMatchObject([
      { name: 'plan.pdf', verdict: 'refused', reason: 'The selected file contains a virus' },
    ])
    expect(events.map(({ by, words }) => `${by} ${words}`)).toContain(
      'Guildhall could not accept a document and asked for it again',
    )
    await expect(here.links.openLink(files[0] ?? missing())).rejects.toThrow()
  })

  it('is asked for again by text, and its sender sends another: the case shows both', async () => {
    const person = await atPayslips()
    const verdict = await goOnBeforeVerdict(person, 'bad.pdf', sample.eicar())
    await send(person)
    await here.tell(verdict)
    await here.world.sendTexts()
    const { subject } = await caseOf(person)
    const told = here.world.texts().filter(({ body }) => body.includes(subject.reference))
    expect(told.map(({ body }) => body).join()).toContain('could not open a document that you sent')
    const returned = await comeBack(subject.reference)
    await returned.get(`/my-applications/${subject.reference}`)
    expect(returned.last().html).toContain(
      'We could not accept the file “bad.pdf”. The selected file contains a virus.',
    )
    expect(returned.last().html).toContain(
      'Upload your payslips: bad.pdf, not accepted. The selected file contains a virus',
    )
    expect(returned.last().html).toContain('The council could not accept a document and asked for it again')
    const [, link = ''] = /href="([^"]+)">Give us more information/.exec(returned.last().html) ?? []
    await returned.get(link)
    expect(returned.last().path).toBe(payslips)
    expect(listed(returned.last().html)).toEqual([])
    await upload(returned, 'good.pdf', sample.pdf())
    await returned.post(payslips, {})
    await sendAgain(returned)
    const { files, subject: after } = await caseOf(person)
    expect(files.map(({ name, verdict }) => `${name} ${verdict}`).toSorted()).toEqual([
      'bad.pdf refused',
      'good.pdf clean',
    ])
    expect(JSON.stringify(after.record)).toContain('good.pdf')
  })
})

describe('a file that is still being checked while another one is asked for again', () => {
  // Two files; the first turns out bad after the application was sent, and its page is asked for again. Gives the second one's events.
  const oneRefused = async (content: Buffer) => {
    const person = await atPayslips()
    const held = here.hold()
    for (const [name, bytes] of [
      ['bad.pdf', sample.eicar()],
      ['other.pdf', content],
    ] as const) {
      await person.get(payslips)
      await postFrom(person, { name, content: bytes })
      await here.files.settled()
    }
    held.letGo()
    const [badCame, badVerdict, came, verdict] = held.events
    for (const event of [badCame, came]) await here.tell(event)
    await person.post(payslips, {})
    await send(person)
    await here.tell(badVerdict)
    const { subject } = await caseOf(person)
    const returned = await comeBack(subject.reference)
    await returned.get(`/my-applications/${subject.reference}`)
    const [, link = ''] = /href="([^"]+)">Give us more information/.exec(returned.last().html) ?? []
    await returned.get(link)
    return { person, returned, verdict }
  }

  it('is found safe on the case and on the page that is asked for again', async () => {
    const { person, returned, verdict } = await oneRefused(sample.pdf())
    expect(listed(returned.last().html)).toEqual(['other.pdf: Checking'])
    await here.tell(verdict)
    expect(listed((await returned.get(payslips)).html)).toEqual(['other.pdf: Uploaded'])
    await returned.post(payslips, {})
    await sendAgain(returned)
    expect((await caseOf(person)).files.map(({ name, verdict: found }) => `${name} ${found}`).toSorted()).toEqual([
      'bad.pdf refused',
      'other.pdf clean',
    ])
  })

  it('is no answer any more on that page when it is refused too', async () => {
    const { returned, verdict } = await oneRefused(sample.both(sample.pdf(), sample.eicar()))
    await returned.post(payslips, {})
    await here.tell(verdict)
    expect(listed((await returned.get(payslips)).html)).toEqual([
      'other.pdf: Not accepted The selected file contains a virus',
    ])
    await returned.get('/planning/check-your-answers')
    expect(returned.last().path).toBe(payslips)
  })
})

describe('a verdict', () => {
  it('told twice, or before the file was noted, changes nothing more', async () => {
    const person = await atPayslips()
    const held = here.hold()
    const sent = await postFrom(person, { name: 'plan.pdf', content: sample.pdf() })
    await here.files.settled()
    const [arrival, verdict] = held.events
    held.letGo()
    for (const event of [verdict, verdict, arrival, arrival, verdict]) await here.tell(event)
    expect(listed((await person.get(pathOf(sent.location))).html)).toEqual(['plan.pdf: Uploaded'])
  })

  it.each([
    ['THREATS_FOUND', 'COMPLETED', 'The selected file contains a virus'],
    ['ACCESS_DENIED', 'SKIPPED', 'We could not check the selected file. Upload it again'],
    ['FAILED', 'FAILED', 'We could not check the selected file. Upload it again'],
    ['NO_THREATS_FOUND', 'FAILED', 'We could not check the selected file. Upload it again'],
    ['SOMETHING_NEW', 'COMPLETED', 'We could not check the selected file. Upload it again'],
  ])('of %s with the scan %s lets no file pass', async (scanResultStatus, scanStatus, words) => {
    const person = await atPayslips()
    const held = here.hold()
    const sent = await postFrom(person, { name: 'plan.pdf', content: sample.pdf() })
    await here.files.settled()
    held.letGo()
    await here.tell(held.events[0])
    await here.tell(changed(held.events[1], { scanStatus, scanResultDetails: { scanResultStatus } }))
    expect(listed((await person.get(pathOf(sent.location))).html)).toEqual([`plan.pdf: Not accepted ${words}`])
  })

  it('of another bucket, of other bytes, or from another source is not believed', async () => {
    const person = await atPayslips()
    const held = here.hold()
    const sent = await postFrom(person, { name: 'plan.pdf', content: sample.eicar() })
    await here.files.settled()
    held.letGo()
    const [arrival, verdict] = held.events
    await here.tell(arrival)
    const found = { scanResultDetails: { scanResultStatus: 'NO_THREATS_FOUND' } }
    await here.tell(changed(verdict, { ...found, s3ObjectDetails: { bucketName: 'elsewhere' } }))
    await here.tell(changed(verdict, { ...found, s3ObjectDetails: { eTag: 'of-what-was-there-before' } }))
    await here.tell({ ...Object(changed(verdict, found)), source: 'somebody.else' })
    expect(listed((await person.get(pathOf(sent.location))).html)).toEqual(['plan.pdf: Checking'])
    await here.tell(verdict)
    expect(listed((await person.get(pathOf(sent.location))).html)).toEqual([
      'plan.pdf: Not accepted The selected file contains a virus',
    ])
  })

  it('does not bring back a file that was taken out', async () => {
    const person = await atPayslips()
    const held = here.hold()
    const sent = await postFrom(person, { name: 'plan.pdf', content: sample.pdf() })
    await here.files.settled()
    held.letGo()
    await here.tell(held.events[0])
    await person.get(pathOf(sent.location))
    const id = /name="file" value="([^"]+)"/.exec(person.last().html)?.[1] ?? ''
    await person.post(`${payslips}/remove-file`, { file: id })
    await here.tell(held.events[1])
    expect(listed((await person.get(payslips)).html)).toEqual([])
    expect(await here.files.store.list(quarantine, '')).toEqual([])
  })
})

type Detail = Readonly<Record<string, unknown>>

// A verdict with other details.
const changed = (event: unknown, details: Detail): unknown => {
  const { detail, ...rest } = Object(event)
  const merged = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'object' ? { ...Object(detail)[name], ...value } : value,
  ])
  return { ...rest, detail: { ...detail, ...Object.fromEntries(merged) } }
}

describe('the sweep', () => {
  const sweep = async (): Promise<readonly string[]> => {
    await here.tell({ source: 'aws.scheduler' })
    return (await here.files.store.list(clean, '')).map(({ key }) => key)
  }
  it('refuses a file whose scan never came back (F19)', async () => {
    const person = await atPayslips()
    const states = async () =>
      (await here.world.counter.uploads.ofDraft(draftOf(person))).map(({ verdict, reason }) => [verdict, reason])
    const held = here.hold()
    await postFrom(person, { name: 'plan.pdf', content: sample.pdf() })
    await here.files.settled()
    held.letGo()
    await here.tell(held.events[0])
    here.world.clock.pass(20 * 60_000)
    await sweep()
    expect(await states()).toEqual([['checking', undefined]])
    here.world.clock.pass(2 * 3_600_000)
    await sweep()
    expect(await states()).toEqual([['refused', 'We could not check the selected file. Upload it again']])
    expect(await here.files.store.list(quarantine, '')).toEqual([])
  })

  const statesOf = async (draft: string) =>
    (await here.world.counter.uploads.ofDraft(draft)).map(({ verdict, reason }) => [verdict, reason])
  const timesTold = (): number => here.world.log.filter(({ event }) => event === 'uploads-never-scanned').length

  // Noted, and then its bytes are gone: they were never scanned, and quarantine lets nothing lie.
  const goneFromQuarantine = async (person: Visitor): Promise<void> => {
    const held = here.hold()
    await postFrom(person, { name: 'plan.pdf', content: sample.pdf() })
    await here.files.settled()
    held.letGo()
    await here.tell(held.events[0])
    for (const { key } of await here.files.store.list(quarantine, '')) await here.files.store.remove(quarantine, key)
  }

  it('refuses a file whose bytes are gone before anybody looked into them, once', async () => {
    const person = await atPayslips()
    const draft = draftOf(person)
    await goneFromQuarantine(person)
    await person.post(payslips, {})
    here.world.clock.pass(2 * 3_600_000 - 1000)
    await sweep()
    expect(await statesOf(draft)).toEqual([['checking', undefined]])
    here.world.clock.pass(2000)
    const before = timesTold()
    await sweep()
    await sweep()
    expect(timesTold() - before).toBe(1)
    expect(await statesOf(draft)).toEqual([['refused', 'We could not check the selected file. Upload it again']])
    // It is no answer any more, so it cannot be sent as one.
    expect((await here.world.counter.drafts.get(draft))?.pages['proof/income']).toMatchObject({ payslips: [] })
  })

  it('tells staff and sender of one on a case, as of any other that is refused', async () => {
    const person = await atPayslips()
    await goneFromQuarantine(person)
    await person.post(payslips, {})
    await send(person)
    here.world.clock.pass(2 * 3_600_000 + 1000)
    await sweep()
    await here.world.sendTexts()
    const { files, events, subject } = await caseOf(person)
    expect(files).toMatchObject([
      { verdict: 'refused', reason: 'We could not check the selected file. Upload it again' },
    ])
    expect(events.at(-1)).toMatchObject({
      by: 'Guildhall',
      words: 'could not accept a document and asked for it again',
    })
    expect(subject.asked?.keys).toEqual(['proof/income'])
    const told = here.world.texts().filter(({ body }) => body.includes(subject.reference))
    expect(told.map(({ body }) => body).join()).toContain('could not open a document that you sent')
  })

  it('lets go of one whose draft has run out', async () => {
    const person = await atPayslips()
    await goneFromQuarantine(person)
    here.world.clock.pass(29 * 86_400_000)
    await sweep()
    const before = timesTold()
    await sweep()
    expect(timesTold()).toBe(before)
  })

  it('deletes kept files that belong to nothing, and no others', async () => {
    const [sent, begun, removed] = [await atPayslips(), await atPayslips(), await atPayslips()]
    const drafts = [sent, begun, removed].map(draftOf)
    for (const person of [sent, begun, removed]) await upload(person, 'plan.pdf', sample.pdf())
    await sent.post(payslips, {})
    await send(sent)
    await removed.post(`${payslips}/remove-file`, {
      file: /name="file" value="([^"]+)"/.exec(removed.last().html)?.[1] ?? '',
    })
    const kept = async () => {
      const keys = await sweep()
      return drafts.map((draft) => keys.some((key) => key.startsWith(`${draft}/`)))
    }
    expect(await kept()).toEqual([true, true, true])
    here.world.clock.pass(25 * 3_600_000)
    expect(await kept()).toEqual([true, true, false])
    here.world.clock.pass(28 * 86_400_000)
    expect(await kept()).toEqual([true, false, false])
  })
})

describe('the form that a file is posted with', () => {
  const plan = { name: 'plan.pdf', content: sample.pdf() }
  it.each<[string, Readonly<Record<string, string>>]>([
    ['another key', { key: 'quarantine/somebody-elses-0001' }],
    ['another draft', { 'x-amz-meta-draft': 'somebody-elses' }],
    ['another question', { 'x-amz-meta-question': 'plan' }],
    ['another type', { 'Content-Type': 'text/html' }],
    ['another way back', { success_action_redirect: 'https://elsewhere.example/' }],
    [
      'a verdict of its own',
      {
        tagging:
          '<Tagging><TagSet><Tag><Key>GuardDutyMalwareScanStatus</Key><Value>NO_THREATS_FOUND</Value></Tag></TagSet></Tagging>',
      },
    ],
    ['an open door', { acl: 'public-read' }],
    [
      'another policy',
      { Policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64') },
    ],
  ])('does not work with %s', async (_, more) => {
    const person = await atPayslips()
    const sent = await postFrom(person, plan, more)
    expect(sent.status).toBe(403)
    expect(sent.body).toContain('<Code>')
    expect(listed((await person.get(payslips)).html)).toEqual([])
  })

  it('brings a file of 60 MB, from a page that was open for over half an hour, to our own page, which says that it is too large', async () => {
    const person = await atPayslips()
    await person.get(payslips)
    const { html } = person.last()
    here.world.clock.pass(25 * 60_000)
    await person.get('/planning/you/name')
    here.world.clock.pass(10 * 60_000)
    const sent = await postFile(html, { name: 'plan.pdf', content: Buffer.alloc(2 * mostFileBytes + 1) })
    expect(sent.status).toBe(303)
    await here.files.settled()
    const page = await person.get(pathOf(sent.location))
    expect(page.html).toContain('There is a problem')
    expect(listed(page.html)).toEqual(['plan.pdf: Not accepted The selected file must be smaller than 30MB'])
  })

  it('used again after its file was judged changes nothing', async () => {
    const person = await atPayslips()
    const page = person.last().html
    await postFile(page, plan)
    await here.files.settled()
    await postFile(page, { name: 'other.pdf', content: sample.eicar() })
    await here.files.settled()
    expect(listed((await person.get(payslips)).html)).toEqual(['plan.pdf: Uploaded'])
    expect(await here.files.store.list(quarantine, '')).toEqual([])
  })

  it('used again with another good file keeps the one that was found safe, before and after it is sent', async () => {
    const person = await atPayslips()
    const page = person.last().html
    const [draft, first, other] = [draftOf(person), sample.pdfOf(2), sample.pdfOf(9)]
    const again = async () => {
      await postFile(page, { name: 'plan.pdf', content: other })
      await here.files.settled()
    }
    await postFile(page, { name: 'plan.pdf', content: first })
    await here.files.settled()
    await again()
    expect((await keysOf(draft)).length).toBe(1)
    await person.get(payslips)
    await person.post(payslips, {})
    await send(person)
    await again()
    const file = (await caseOf(person)).files[0] ?? missing()
    expect([file.pages, (await bytesAt(await here.links.openLink(file))).equals(first)]).toEqual([2, true])
    expect(here.world.log.map(({ event }) => event)).toContain('upload-replayed')
  })

  it('of a draft that is gone leaves nothing behind', async () => {
    const person = await atPayslips()
    const held = here.hold()
    await postFrom(person, plan)
    await here.files.settled()
    here.world.clock.pass(29 * 86_400_000)
    held.letGo()
    for (const event of held.events) await here.tell(event)
    expect(await here.files.store.list(quarantine, '')).toEqual([])
    expect(here.world.log.map(({ event }) => event)).toContain('upload-not-ours')
  })

  it('gives nothing to somebody who names another person’s file', async () => {
    const [owner, stranger] = [await atPayslips(), await atPayslips()]
    await upload(owner, 'private.pdf', sample.pdf())
    const id = /name="file" value="([^"]+)"/.exec(owner.last().html)?.[1] ?? ''
    await stranger.post(payslips, { payslips: id, 'payslips-name': 'private.pdf' })
    expect(stranger.last().html).toContain('Select a file')
    await stranger.get(payslips)
    await stranger.post(`${payslips}/remove-file`, { file: id })
    expect(listed((await owner.get(payslips)).html)).toEqual(['private.pdf: Uploaded'])
  })
})

describe('the address under which staff open a file', () => {
  const link = async (): Promise<string> => {
    const person = await atPayslips()
    await upload(person, 'plan.pdf', sample.pdf())
    await person.post(payslips, {})
    await send(person)
    return here.links.openLink((await caseOf(person)).files[0] ?? missing())
  }

  it('does not open another file, and nothing opens without one', async () => {
    const address = new URL(await link())
    expect((await fetch(address)).status).toBe(200)
    const other = new URL(address)
    other.pathname += 'x'
    expect((await fetch(other)).status).toBe(403)
    expect((await fetch(address.origin + address.pathname)).status).toBe(403)
  })

  it('is not given where other bytes lie under its key', async () => {
    const person = await atPayslips()
    await upload(person, 'plan.pdf', sample.pdf())
    await person.post(payslips, {})
    await send(person)
    const file = (await caseOf(person)).files[0] ?? missing()
    const about = await here.files.store.about(clean, file.key ?? '')
    await here.files.store.put(clean, about, sample.pdfOf(3))
    await expect(here.links.openLink(file)).rejects.toThrow('not those that were found safe')
    await expect(here.links.showLink(file)).rejects.toThrow('not those that were found safe')
  })

  it('is dead after 60 seconds', async () => {
    const { pathname } = new URL(await link())
    const file = { key: pathname.split('/').slice(2).join('/'), disposition: 'attachment', type: 'application/pdf' }
    const opened = async (secondsAgo: number): Promise<number> => {
      const now = here.world.clock.now() - secondsAgo * 1000
      return (await fetch(await signedAddressOf({ ...here.bucket, now: () => now }, { ...file, seconds: 60 }))).status
    }
    expect([await opened(55), await opened(61)]).toEqual([200, 403])
    expect(new URL(await link()).searchParams.get('X-Amz-Expires')).toBe('60')
  })
})
