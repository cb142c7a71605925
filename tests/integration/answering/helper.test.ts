// Somebody whom an applicant lets help: what they may do, what is marked as theirs, what stays the applicant's alone, and how it ends.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bornOn } from '#tests/support/people/birth-date.ts'
import { answerAs, namedForm } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { referenceOn } from '#tests/support/people/reference-on.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon, startWorld, type World } from '#tests/support/worlds/world.ts'

let world: World
let hour = 0
beforeAll(async () => {
  world = await startWorld()
})
// An hour of its own, so that no test uses up another's codes.
beforeEach(() => {
  hour += 1
  world.clock.set(noon + hour * 3_600_000)
})
afterAll(() => world.close())

const browser = (): Visitor => visitor(world.citizen, citizenOrigin)
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const tasksOf = async (person: Visitor) => plain((await person.get('/housing/tasks')).html)

const begun = async (phone = '07700 900 301'): Promise<{ person: Visitor; reference: string }> => {
  const person = browser()
  return { person, reference: await namedForm(person, { phone, born: true }) }
}

const maya = { helperName: 'Maya Okafor', helperRelation: 'support worker', helperBy: 'text' }
const lets = async (person: Visitor, may: string, phone: string, at = '/housing/helpers/add') => {
  await person.get(at)
  return person.post(at, { ...maya, helperPhone: phone, helperMay: may })
}

const name = (lastName: string) => ({
  ...{ firstName: 'Zebedee', lastName, otherNames: 'no', sex: 'male' },
  ...{ 'dateOfBirth-day': '3', 'dateOfBirth-month': '4', 'dateOfBirth-year': '1985' },
})

const textsTo = async (phone: string): Promise<readonly string[]> => {
  await world.sendTexts()
  const to = phone.replaceAll(' ', '').replace(/^0/, '+44')
  return world
    .texts()
    .filter((text) => text.to === to)
    .map(({ body }) => body)
}

const comes = async (reference: string, phone: string, helper = browser()): Promise<Visitor> => {
  await helper.get(`/helping/${reference}`)
  await helper.post('/helping', { reference, contact: phone })
  const code = (await textsTo(phone)).findLast((body) => /^\d{6}/.test(body))?.slice(0, 6) ?? '000000'
  await helper.post('/return/code', { code })
  return helper
}

const helping = async (may: string, [own, helpers]: readonly [string, string]) => {
  const { person, reference } = await begun(own)
  await lets(person, may, helpers)
  return { person, reference, helper: await comes(reference, helpers) }
}

const draftOf = async (reference: string) => {
  const found = await world.counter.find.byOwner(world.counter.keys.hash('phone', '+447700900301'))
  const id = found.drafts.find((one) => one.reference === reference)?.id ?? ''
  return (await world.counter.drafts.get(id)) ?? Promise.reject(new Error('No draft'))
}

const ends = async (person: Visitor, at = '/housing/helpers') => {
  const page = await person.get(at)
  return person.post(at, { end: /name="end" value="([^"]+)"/.exec(page.html)?.[1] ?? '' })
}

describe('A helper', () => {
  it('is asked by a text without a name, comes by a code of their own, and both see who helps', async () => {
    const { person, reference, helper } = await helping('fill', ['07700 900 301', '07700 900 401'])
    expect(await textsTo('07700 900 401')).toContain(
      `Somebody asked us to let you help with their application to Dorset Council. If you know who, go to ${citizenOrigin}/helping/${reference}. If not, ignore this text.`,
    )
    expect(helper.last().path).toBe('/housing/tasks')
    expect(plain(helper.last().html)).toContain('You are helping Zebedee Owner.')
    expect(helper.last().html).not.toMatch(/\/housing\/(save|recovery-phrase|helpers)"/)
    expect(await tasksOf(person)).toContain('Maya Okafor can see what you type here.')
    expect(plain((await person.get('/housing/helpers')).html)).toMatch(/They first came \d+ November 2026/)
  })

  it('has what they type marked as theirs, until the applicant types something else there', async () => {
    const { person, reference, helper } = await helping('fill', ['07700 900 301', '07700 900 402'])
    await helper.get('/housing/about-you/name')
    await helper.post('/housing/about-you/name', name('Owner'))
    const typed = async () => (await draftOf(reference)).helpers?.[0]?.typed
    expect(await typed()).toEqual([])
    await helper.post('/housing/about-you/name', name('Ownerson'))
    expect(await typed()).toEqual(['about-you/name'])
    expect((await person.get('/housing/about-you/name')).html).toContain('Ownerson')
    await person.post('/housing/about-you/name', name('Ownerson'))
    expect(await typed()).toEqual(['about-you/name'])
    await person.post('/housing/about-you/name', name('Owner'))
    expect(await typed()).toEqual([])
  })

  it('cannot see or change how the applicant is reached, whether they are safe, who helps, or a way back in', async () => {
    const { reference, helper } = await helping('send', ['07700 900 301', '07700 900 403'])
    const before = await draftOf(reference)
    for (const path of [
      '/housing/before/mobile',
      '/housing/before/safe-contact',
      '/housing/your-application/1',
      '/housing/helpers',
      '/housing/helpers/add',
      '/housing/save',
      '/housing/save-by-email',
      '/housing/recovery-phrase',
    ]) {
      const page = await helper.get(path)
      expect([path, page.status, titleIn(page.html)]).toEqual([path, 403, 'Only Zebedee Owner can do this'])
    }
    await helper.get('/housing/tasks')
    for (const [path, fields] of [
      ['/housing/before/mobile', { mobile: '07700 900 403', textReminders: 'no' }],
      ['/housing/before/safe-contact', { safeWays: 'email' }],
      ['/housing/save', { phone: '07700 900 403' }],
      ['/housing/recovery-phrase', {}],
      ['/housing/helpers/add', { ...maya, helperPhone: '07700 900 499', helperMay: 'send' }],
      ['/housing/helpers', { end: before.helpers?.[0]?.id ?? '' }],
    ] as const)
      expect([path, (await helper.send(path, fields)).status]).toEqual([path, 403])
    const after = await draftOf(reference)
    expect([after.phone, after.pages['before/safe-contact'], after.helpers]).toEqual([
      ...[before.phone, before.pages['before/safe-contact'], before.helpers],
    ])
    expect((await helper.get(`/my-applications/continue/${reference}/delete`)).status).toBe(404)
    expect((await helper.get(`/my-applications/${reference}`)).status).toBe(404)
  })

  it('who may only see is shown the answers and no button, and what they post is refused', async () => {
    const { helper } = await helping('see', ['07700 900 301', '07700 900 404'])
    expect([helper.last().path, plain(helper.last().html).includes('Ownerson')]).toEqual([
      '/housing/check-your-answers',
      false,
    ])
    expect(plain(helper.last().html)).toContain('Zebedee Owner')
    expect(helper.last().html).not.toContain('07700')
    expect(helper.last().html).not.toMatch(/>\s*Continue\s*<|Change<span/)
    expect((await helper.send('/housing/about-you/name', { firstName: 'X', lastName: 'Y' })).status).toBe(403)
  })

  it('is turned away in an open tab once it is ended, and nothing that they typed there is kept', async () => {
    const { person, reference, helper } = await helping('fill', ['07700 900 301', '07700 900 405'])
    await helper.get('/housing/about-you/name')
    await ends(person)
    const late = await helper.post('/housing/about-you/name', { firstName: 'Too', lastName: 'Late' })
    expect([late.status, (await helper.get('/housing/tasks')).status]).toEqual([404, 404])
    expect((await draftOf(reference)).pages['about-you/name']).toMatchObject({ firstName: ['Zebedee'] })
    expect((await helper.get('/my-applications')).html).not.toContain(reference)
    // Nor by another code.
    world.clock.pass(3_600_000)
    expect((await comes(reference, '07700 900 405')).last().path).toBe('/return/code')
    expect(await tasksOf(person)).not.toContain('can see what you type')
  })

  it('is turned away after 28 days, and when somebody else proves the phone of the application', async () => {
    const { reference, helper } = await helping('fill', ['07700 900 301', '07700 900 406'])
    const owner = browser()
    await owner.get('/return')
    await owner.post('/return', { reference: '', phone: '07700 900 301' })
    const code = (await textsTo('07700 900 301')).findLast((body) => /^\d{6}/.test(body))?.slice(0, 6) ?? ''
    await owner.post('/return/code', { code })
    expect((await helper.get('/housing/tasks')).status).toBe(404)
    await owner.get(`/my-applications/continue/${reference}`)
    await owner.post(owner.last().path, bornOn(['3', '4', '1985']))
    await lets(owner, 'fill', '07700 900 406')
    world.clock.pass(3_600_000)
    const again = await comes(reference, '07700 900 406')
    expect(again.last().path).toBe('/housing/tasks')
    world.clock.pass(28 * 86_400_000)
    expect((await comes(reference, '07700 900 406')).last().path).toBe('/return/code')
  })

  it('gets no code with another reference or number, and everybody who asks is told the same', async () => {
    const { person, reference } = await begun()
    await lets(person, 'fill', '07700 900 407')
    const said: string[] = []
    for (const [about, contact] of [
      [reference, '07700 900 407'],
      [reference, '07700 900 498'],
      ['HBBBBBBB', '07700 900 407'],
    ] as const) {
      const stranger = browser()
      await stranger.get('/helping')
      await stranger.post('/helping', { reference: about, contact })
      said.push(plain(stranger.last().html).replace(/\d{3}(?= for you)/, 'NNN'))
    }
    expect(new Set(said).size).toBe(1)
    expect([(await textsTo('07700 900 407')).length, (await textsTo('07700 900 498')).length]).toEqual([2, 0])
  })

  it('is named only with all that we ask, and not by whoever told of danger and does not feel safe with them', async () => {
    const { person, reference } = await begun()
    await person.get('/housing/helpers/add')
    await person.post('/housing/helpers/add', { helperBy: 'text', helperPhone: '12' })
    for (const words of [
      'Enter their full name',
      'Enter who they are to you',
      'Enter a UK mobile number',
      'Select what they can do',
    ])
      expect(plain(person.last().html)).toContain(words)
    expect(plain(person.last().html)).not.toContain('Do you feel safe')
    await person.get('/housing/your-application/1')
    await person.post('/housing/your-application/1', { unsafeBecause: 'domesticAbuse' })
    await person.post('/housing/your-application/2', { abuseMove: 'yes' })
    await lets(person, 'see', '07700 900 408')
    expect(plain(person.last().html)).toContain('Select yes if you feel safe with them seeing your answers')
    await person.post('/housing/helpers/add', {
      ...{ ...maya, helperPhone: '07700 900 408', helperMay: 'see', feelsSafe: 'no' },
    })
    expect(plain(person.last().html)).toContain('Do not let somebody help if you do not feel safe with them')
    expect((await draftOf(reference)).helpers).toBeUndefined()
  })
})

describe('What a helper sends', () => {
  it('says so in the history, with what they typed, and shows the helper afterwards only where it stands', async () => {
    const persona = personaOf('housing-young-parent')
    const person = browser()
    await answerAs(person, persona)
    const reference = /Your reference is (\w+)/.exec(await tasksOf(person))?.[1] ?? ''
    await lets(person, 'send', '07700 900 410')
    const helper = await comes(reference, '07700 900 410')
    await helper.get('/housing/money/savings')
    const income = { benefitIncome: '590', pensionIncome: '0', otherIncome: '0', investments: '0' }
    await helper.post('/housing/money/savings', { ...income, savings: '321' })
    await helper.get('/housing/check-your-answers')
    expect(helper.last().html).not.toContain('safe for you')
    const declaration = await helper.get('/housing/declaration')
    expect(plain(declaration.html)).toContain('They agree, and they asked me to send it')
    await helper.post('/housing/declaration', { agree: 'yes' })
    expect(titleIn(helper.last().html)).toBe('Application sent')
    expect(helper.last().html).not.toContain('recovery-phrase')
    const sent = referenceOn(helper.last().html)
    const whole = await world.counter.cases.whole(sent)
    expect(whole?.events[0]).toMatchObject({
      by: 'Maya Okafor (support worker), for the applicant,',
      words: 'sent the application, and said that the applicant agrees to the declaration',
      details: [{ question: 'Helped by Maya Okafor (support worker)' }],
    })
    expect(whole?.events[0]?.details?.[0]?.lines[1]).toMatch(/^Typed: .*savings/i)
    const seen = await helper.get(`/my-applications/${sent}`)
    expect(plain(seen.html)).toContain('You can see where it is, and nothing else.')
    for (const page of ['answers', 'my-data', 'contact', 'messages', 'helpers', 'do/withdraw'])
      expect([page, (await helper.get(`/my-applications/${sent}/${page}`)).status]).toEqual([page, 404])
    expect(plain((await person.get(`/my-applications/${sent}`)).html)).toContain(
      'Maya Okafor (support worker), for the applicant, sent',
    )
    await ends(person, `/my-applications/${sent}/helpers`)
    expect((await helper.get(`/my-applications/${sent}`)).status).toBe(404)
    expect((await world.counter.cases.whole(sent))?.events.at(-1)?.words).toBe(
      'no longer lets Maya Okafor (support worker) see where this is',
    )
  })
})
