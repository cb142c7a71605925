// Fifty files of 10 MB each on one draft, while another person applies: every file is kept as it was sent, and the other journey goes on.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clean, quarantine } from '#infra/local/files.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import * as sample from '#tests/support/sample-files.ts'
import { pathOf, postFrom, startUploadWorld, type UploadWorld } from '#tests/support/worlds/upload-world.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'

const plans = 50
const bytes = 10 * 1024 * 1024

let here: UploadWorld
beforeAll(async () => {
  here = await startUploadWorld()
})
afterAll(() => here.close())

const begun = async (): Promise<Visitor> => {
  const person = visitor(here.citizen, here.origin)
  await person.get('/planning')
  await person.post('/planning/start', {})
  await person.post('/planning/you/name', { fullName: 'Sample Person' })
  await person.get('/planning/proof/income')
  return person
}

const sends = async (person: Visitor): Promise<void> => {
  await person.post('/planning/plans', { another: 'no' })
  await person.get('/planning/declaration')
  await person.post('/planning/declaration', { agree: 'yes' })
}

const caseOf = async (person: Visitor) => {
  const reference = referenceOn(person.last().html)
  return (await here.world.counter.cases.whole(reference)) ?? Promise.reject(new Error('There is no case'))
}

// A long remark behind its first line, with its number, so that no two are alike.
const planOf = (at: number): Buffer => {
  const [plan, head] = [sample.pdf(), '%PDF-1.4\n'.length]
  const remark = `%${String(at).padStart(bytes - plan.length - 2)}\n`
  return Buffer.concat([plan.subarray(0, head), Buffer.from(remark), plan.subarray(head)])
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

// As the page says: see if the file is there.
const noted = async (person: Visitor, path: string, name: string): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    const { html } = await person.get(path)
    if (html.includes(name)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${name} did not arrive: ${titleIn(person.last().html)} at ${person.last().path}`)
}

it('fifty files of 10 MB do not hold up another person, and each arrives whole', async () => {
  const [person, other] = [await begun(), await begun()]
  await postFrom(person, { name: 'payslip.pdf', content: sample.pdf() })
  await here.files.settled()
  await person.post('/planning/proof/income', {})
  const wanted: string[] = []
  let uploading = true
  const uploads = (async () => {
    for (let at = 1; at <= plans; at += 1) {
      await person.post('/planning/plans', { another: 'yes' })
      await person.post(person.last().path, { called: `Plan ${at}` })
      const page = person.last().path
      const content = planOf(at)
      wanted.push(sha256(content))
      const { location } = await postFrom(person, { name: `plan-${at}.pdf`, content })
      await noted(person, pathOf(location), `plan-${at}.pdf`)
      await person.post(page, {})
    }
  })().finally(() => {
    uploading = false
  })
  let pages = 0
  while (uploading) {
    for (const path of ['/planning/you/name', '/planning/proof/income']) {
      expect((await other.get(path)).status).toBe(200)
      pages += 1
    }
    expect((await other.post('/planning/you/name', { fullName: `Other Person ${pages}` })).status).toBe(200)
  }
  await uploads
  await here.files.settled()
  await sends(person)
  expect(titleIn(person.last().html)).toContain('Application sent')
  const { files } = await caseOf(person)
  expect(files.filter(({ verdict }) => verdict === 'clean').length).toBe(plans + 1)
  expect(files.flatMap(({ question, sha256: hash }) => (question === 'plan' ? [hash] : [])).toSorted()).toEqual(
    wanted.toSorted(),
  )
  expect((await here.files.store.list(clean, '')).length).toBe(plans + 1)
  expect(await here.files.store.list(quarantine, '')).toEqual([])
  expect(pages).toBeGreaterThan(plans)
})
