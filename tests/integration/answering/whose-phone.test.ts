// Whose phone, whose draft: what a number opens, for whom, and what becomes of everybody else who has the same thing open.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bornOn } from '#tests/support/people/birth-date.ts'
import { agreeAndSend, answerAs, namedForm } from '#tests/support/people/persona-visits.ts'
import { type Persona, personaOf } from '#tests/support/people/personas.ts'
import { countingIn } from '#tests/support/worlds/counted.ts'
import { titleIn, type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, noon, startWorld, type World } from '#tests/support/worlds/world.ts'
import { startDraft } from '#usecases/answering/start-draft.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(() => world.clock.set(noon))
afterAll(() => world.close())

const browser = (): Visitor => visitor(world.citizen, citizenOrigin)

const codeTo = async (phone: string): Promise<string | undefined> => {
  await world.sendTexts()
  const to = `+44${phone.replaceAll(' ', '').slice(1)}`
  return world
    .texts()
    .findLast((text) => text.to === to && text.body.includes('is your code'))
    ?.body.slice(0, 6)
}

// Asks for a code and enters it, or "000000" where none came.
const proves = async (phone: string, person = browser()): Promise<Visitor> => {
  await person.get('/return')
  await person.post('/return', { phone })
  await person.post('/return/code', { code: (await codeTo(phone)) ?? '000000' })
  return person
}

const begun = async (phone: string, person = browser(), more: { firstName?: string; born?: boolean } = {}) => {
  await namedForm(person, { phone, ...more })
  return person
}

const referenceOf = async (person: Visitor): Promise<string> =>
  /Your reference is <strong>(\w+)/.exec((await person.get('/housing/tasks')).html)?.[1] ?? ''

// A number on a page does not break over two lines.
const unbroken = (html: string): string => html.replaceAll('\u00a0', ' ')

const seesName = async (person: Visitor): Promise<boolean> =>
  (await person.get('/housing/about-you/name')).html.includes('Zebedee')

describe('a mobile number that is corrected', () => {
  it('before sending: the number before it opens nothing, and its owner gets a code and carries on', async () => {
    const person = await begun('07700 900 741')
    const reference = await referenceOf(person)
    await person.get('/housing/before/mobile')
    await person.post('/housing/before/mobile', { mobile: '07700 900 742', textReminders: 'no' })
    const stranger = await proves('07700 900 741')
    expect([await codeTo('07700 900 741'), stranger.last().path]).toEqual([undefined, '/return/code'])
    const owner = await proves('07700 900 742')
    expect(owner.last().html).toContain(reference)
    await owner.get(`/my-applications/continue/${reference}`)
    expect(await seesName(owner)).toBe(true)
  })

  it('is said on the page for saving, where it can be changed; the form itself may have another', async () => {
    const person = await begun('07700 900 743')
    expect(unbroken((await person.get('/housing/save')).html)).toContain('07700 900 743')
    expect((await person.get('/housing/save?change=1')).html).toContain('name="phone"')
    await person.post('/housing/save', { phone: '07700 900 744' })
    expect(unbroken(person.last().html)).toContain('07700 900 744')
    expect((await proves('07700 900 743')).last().path).toBe('/return/code')
    expect((await proves('07700 900 744')).last().html).toContain(await referenceOf(person))
    // A page that does not change the number leaves the one for coming back as it is.
    await person.get('/housing/before/mobile')
    const other = await begun('07700 900 745')
    await other.get('/housing/save?change=1')
    await other.post('/housing/save', { phone: '07700 900 746' })
    await other.get('/housing/before/mobile')
    await other.post('/housing/before/mobile', { mobile: '07700 900 745', textReminders: 'yes' })
    expect(unbroken((await other.get('/housing/save')).html)).toContain('07700 900 746')
  })

  it('opens nothing once texts are not safe any more', async () => {
    const person = await begun('07700 900 747')
    await person.get('/housing/before/safe-contact')
    await person.post('/housing/before/safe-contact', { safeWays: ['none'] })
    await proves('07700 900 747')
    expect(await codeTo('07700 900 747')).toBe(undefined)
    expect(unbroken((await person.get('/housing/save')).html)).not.toContain('07700 900 747')
  })

  it('in a booking that was sent: only the corrected number opens it', async () => {
    const persona = bookingFor('07700 900 751')
    const person = browser()
    await answerAs(person, await persona)
    await person.get('/bookings/details/phone')
    await person.post('/bookings/details/phone', { mobileNumber: '07700 900 752' })
    const reference = await agreeAndSend(person, 'bookings')
    expect(person.last().html).toContain('your number ending 752')
    expect(person.last().html).not.toContain('07700')
    expect((await proves('07700 900 751')).last().path).toBe('/return/code')
    const owner = await proves('07700 900 752')
    expect((await owner.get(`/appointments/${reference}`)).status).toBe(200)
  })
})

const bookingFor = async (phone: string): Promise<Persona> => {
  const persona = personaOf('bookings-phone-interpreter')
  const steps = persona.steps.map((step) =>
    step.is === 'page' && 'mobileNumber' in step.typed
      ? { ...step, typed: { ...step.typed, mobileNumber: [phone] } }
      : step,
  )
  return { ...persona, steps }
}

describe('whoever proves a number by its code', () => {
  it('holds what was saved to it: a stranger who began it and has it open reads and writes no more', async () => {
    const phone = '07700 900 761'
    const stranger = await begun(phone)
    const reference = await referenceOf(stranger)
    const owner = await proves(phone)
    await owner.get(`/my-applications/continue/${reference}`)
    expect(await seesName(owner)).toBe(true)
    await owner.post('/housing/about-you/name', { firstName: 'Private', lastName: 'Person' })
    for (const path of ['tasks', 'about-you/name', 'check-your-answers', 'save', 'recovery-phrase', 'confirmation'])
      expect([path, (await stranger.get(`/housing/${path}`)).path]).toEqual([path, '/session/taken'])
    await stranger.post('/housing/about-you/name', { firstName: 'Changed', lastName: 'By me' })
    expect((await owner.get('/housing/about-you/name')).html).toContain('Private')
    expect((await stranger.get('/my-applications')).html).not.toContain(reference)
  })

  it('holds an appointment too: a stranger who booked it in their name cannot see or cancel it any more', async () => {
    const phone = '07700 900 762'
    const stranger = browser()
    await answerAs(stranger, await bookingFor(phone))
    const reference = await agreeAndSend(stranger, 'bookings')
    const owner = await proves(phone)
    expect((await owner.get(`/appointments/${reference}/cancel`)).status).toBe(200)
    expect((await stranger.get(`/appointments/${reference}`)).status).toBe(404)
    await owner.get('/my-applications')
    await stranger.post(`/appointments/${reference}/cancel`, {})
    expect((await world.counter.cases.get(reference))?.state).toBe('confirmed')
  })

  it('holds it on two devices of theirs, and loses none of what both answer', async () => {
    const phone = '07700 900 763'
    const reference = await referenceOf(await begun(phone))
    const one = await proves(phone)
    await one.get(`/my-applications/continue/${reference}`)
    const two = await proves(phone)
    await two.get(`/my-applications/continue/${reference}`)
    expect([await seesName(one), await seesName(two)]).toEqual([true, true])
  })
})

describe('a number that many strangers have typed', () => {
  it('still shows its owner what is theirs, and takes no more than 20 drafts a day from people who have not proved it', async () => {
    const phone = '+447700900771'
    const own = await referenceOf(await begun('07700 900 771'))
    const planted = Array.from({ length: 160 }, async () => {
      const service = world.counter.services[0]
      if (service === undefined) throw new Error('There is no service')
      const draft = await startDraft(world.counter, service)
      return world.counter.drafts.setPhone(draft, { phone, by: 'anybody' }, [])
    })
    const ends = await Promise.all(planted)
    expect(ends.filter(({ ok }) => ok)).toHaveLength(19)
    expect(new Set(ends.flatMap((end) => (end.ok ? [] : [end.error])))).toEqual(new Set(['too-many']))
    expect(await listed(await proves('07700 900 771'))).toContain(own)
  })

  it('lists 160 of them a page at a time, and none is left out', async () => {
    const [phone, service] = ['+447700900772', world.counter.services[0]]
    if (service === undefined) throw new Error('There is no service')
    const own = await referenceOf(await begun('07700 900 772'))
    for (let day = 0; day < 9; day += 1) {
      world.clock.pass(86_400_000)
      for (let count = 0; count < 20; count += 1) {
        const draft = await startDraft(world.counter, service)
        await world.counter.drafts.setPhone(draft, { phone, by: 'anybody' }, [])
      }
    }
    const owner = await proves('07700 900 772')
    const all = await listed(owner)
    expect([all.length > 160, new Set(all).size === all.length, all.includes(own)]).toEqual([true, true, true])
  })

  it('is saved to on that day by whoever proves it', async () => {
    const [phone, service] = ['+447700900773', world.counter.services[0]]
    if (service === undefined) throw new Error('There is no service')
    await begun('07700 900 773')
    for (let count = 0; count < 25; count += 1)
      await world.counter.drafts.setPhone(await startDraft(world.counter, service), { phone, by: 'anybody' }, [])
    const person = browser()
    await person.get('/planning')
    await person.post('/planning/start', {})
    await person.get('/planning/save')
    await person.post('/planning/save', { phone: '07700 900 773' })
    expect(person.last().html).toContain('Too much has been saved to this number today')
    await proves('07700 900 773', person)
    await person.get('/planning/save')
    await person.post('/planning/save', { phone: '07700 900 773' })
    expect(titleIn(person.last().html)).toBe('Your answers are saved')
  })
})

const listed = async (owner: Visitor): Promise<readonly string[]> => {
  const found: string[] = []
  for (let page = 1; page < 30; page += 1) {
    const { html } = await owner.get(`/my-applications?page=${page}`)
    found.push(...[...html.matchAll(/continue\/(\w+)"/g)].map(([, reference = '']) => reference))
    if (!html.includes('Next page')) return found
  }
  return found
}

describe('a second factor', () => {
  const right = bornOn(['3', '4', '1985'])

  it('is the date of birth where the form has one: without it nothing of the answers is shown', async () => {
    const first = await begun('07700 900 781', browser(), { born: true })
    const reference = await referenceOf(first)
    const owner = await proves('07700 900 781')
    const asked = await owner.get(`/my-applications/continue/${reference}`)
    expect(titleIn(asked.html)).toBe('What date of birth did you give us?')
    expect((await owner.get('/housing/about-you/name')).path).toBe('/housing')
    await owner.get(`/my-applications/${reference}/date-of-birth`)
    expect((await owner.post(owner.last().path, bornOn(['4', '4', '1985']))).html).toContain('is not the one you gave')
    await owner.post(owner.last().path, right)
    expect([owner.last().path, await seesName(owner)]).toEqual(['/housing/tasks', true])
  })

  it('has five tries a day; the sixth is refused though it is right, and says the same', async () => {
    const first = await begun('07700 900 782', browser(), { born: true })
    const reference = await referenceOf(first)
    const owner = await proves('07700 900 782')
    await owner.get(`/my-applications/continue/${reference}`)
    const at = `/my-applications/${reference}/date-of-birth`
    const said: string[] = []
    for (const day of ['4', '5', '6', '7', '8', '3'])
      said.push(
        /<p id="bornOn-error"[^>]*>([\s\S]*?)<\/p>/.exec(
          (await owner.post(at, bornOn([day, '4', '1985']))).html,
        )?.[1] ?? '',
      )
    expect([said[0] !== '', new Set(said).size]).toEqual([true, 1])
    world.clock.pass(86_400_000)
    const later = await proves('07700 900 782')
    await later.get(`/my-applications/continue/${reference}`)
    await later.post(at, right)
    expect(later.last().path).toBe('/housing/tasks')
  })

  it('is not asked of the browser that has the form open', async () => {
    const person = await begun('07700 900 783', browser(), { born: true })
    await proves('07700 900 783', person)
    expect(await seesName(person)).toBe(true)
  })
})

describe('a browser that signs in by a code', () => {
  it('keeps what it had begun, also what has no number', async () => {
    await begun('07700 900 791')
    const person = browser()
    await person.get('/planning')
    await person.post('/planning/start', {})
    await proves('07700 900 791', person)
    expect((await person.get('/planning/tasks')).path).toBe('/planning/tasks')
    expect(person.last().html).toContain('Apply for planning permission')
  })

  it('in another tab: the page of the first tab is saved as it was typed', async () => {
    const tab = await begun('07700 900 792')
    const before = (await tab.get('/housing/about-you/name')).html
    await proves('07700 900 792', tab)
    const token = /name="_csrf" value="([^"]*)"/.exec(before)?.[1] ?? ''
    const saved = await tab.post('/housing/about-you/name', { _csrf: token, firstName: 'Kept', lastName: 'Typed' })
    expect([saved.status, (await tab.get('/housing/about-you/name')).html.includes('Kept')]).toEqual([200, true])
  })

  it('and goes on with another form of the same service: the first tab’s page is kept in its own form, and both are on the list', async () => {
    const saved = await begun('07700 900 793', browser(), { firstName: 'Saved' })
    const other = await referenceOf(saved)
    const tab = browser()
    await tab.get('/housing')
    await tab.post('/housing/start', {})
    const own = await referenceOf(tab)
    const { html } = await tab.get('/housing/before/safe-contact')
    const token = /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
    await proves('07700 900 793', tab)
    await tab.get(`/my-applications/continue/${other}`)
    expect(await referenceOf(tab)).toBe(other)
    const kept = await tab.post('/housing/before/safe-contact', { _csrf: token, safeWays: ['post'] })
    expect(kept.path).toBe('/my-applications')
    expect([kept.html.includes(own), kept.html.includes(other)]).toEqual([true, true])
    await tab.get(`/my-applications/continue/${own}`)
    expect((await tab.get('/housing/before/safe-contact')).html).toMatch(/value="post" checked/)
    await tab.get(`/my-applications/continue/${other}`)
    expect((await tab.get('/housing/before/safe-contact')).html).toMatch(/value="text" checked/)
  })

  it('a page of a session that is gone is not saved; what was typed is shown, with the way to what they have started', async () => {
    const tab = await begun('07700 900 794')
    const refused = await tab.post('/housing/about-you/name', {
      _csrf: 'old.token',
      firstName: 'Typed',
      lastName: 'Here',
    })
    expect([refused.status, titleIn(refused.html)]).toEqual([403, 'Open your application or appointment again'])
    for (const words of ['Typed', 'Here', 'href="/my-applications"']) expect(refused.html).toContain(words)
  })

  // As a browser sends the form that stands on the page, button and all.
  const pressed = (person: Visitor, reference: string) => {
    const forms = person.last().html.split('<form method="post"').slice(1)
    const form = forms.find((html) => html.includes(`Save this to ${reference}`)) ?? ''
    const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const action = /action="([^"]*)"/.exec(form)?.[1] ?? ''
    return person.post(action, Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value])))
  }

  it('from there what was typed is sent again with one press, and is saved to the application that they choose', async () => {
    const tab = await begun('07700 900 795')
    const reference = await referenceOf(tab)
    await tab.post('/housing/about-you/name', { _csrf: 'old.token', firstName: 'Typed', lastName: 'Once' })
    const saved = await pressed(tab, reference)
    expect(saved.status).toBe(200)
    expect((await tab.get('/housing/about-you/name')).html).toMatch(/value="Typed"[\s\S]*value="Once"/)
  })

  it('a page of an application that this browser does not have at hand is kept too, and sent when it is open', async () => {
    const phone = '07700 900 796'
    const first = await begun(phone, browser(), { born: true })
    const reference = await referenceOf(first)
    const before = (await first.get('/housing/about-you/name')).html
    // Another browser came in by the code, and the page of before is sent there: it is of no application of that browser yet.
    const owner = await proves(phone)
    const own = /name="_csrf" value="([^"]*)"/.exec((await owner.get('/finish')).html)?.[1] ?? ''
    const refused = await owner.post('/housing/about-you/name', {
      _csrf: /name="_csrf" value="([^"]*)"/.exec(before)?.[1] ?? '',
      firstName: 'Typed',
      lastName: 'Before',
    })
    expect([own !== '', refused.status, refused.html.includes('open ' + reference)]).toEqual([true, 403, true])
    // Pressed too early nothing is lost.
    expect((await pressed(owner, reference)).status).toBe(403)
    const kept = owner.last().html
    await owner.get(`/my-applications/continue/${reference}`)
    await owner.post(`/my-applications/${reference}/date-of-birth`, bornOn(['3', '4', '1985']))
    expect(owner.last().path).toBe('/housing/tasks')
    const again = { ...owner, last: () => ({ ...owner.last(), html: kept }) }
    expect((await pressed(again, reference)).status).toBe(200)
    expect((await owner.get('/housing/about-you/name')).html).toMatch(/value="Typed"[\s\S]*value="Before"/)
  })

  it('a page about abuse keeps its way out when it could not be saved, and its title tells nothing', async () => {
    const tab = await begun('07700 900 797')
    const refused = await tab.post('/housing/your-application/1', {
      _csrf: 'old.token',
      unsafeBecause: 'domesticAbuse',
    })
    expect([refused.status, refused.html.includes('href="/leave"')]).toEqual([403, true])
    expect(/<title>([^<]*)/.exec(refused.html)?.[1]).toBe('Your application - Dorset Council')
  })
})

const phraseOf = async (person: Visitor, service: string) => {
  await person.get(`/${service}/recovery-phrase`)
  const { html } = await person.post(`/${service}/recovery-phrase`, {})
  const values = [...html.matchAll(/summary-list__value[^>]*>([^<]+)</g)].map(([, value = '']) => value)
  return { reference: values[0] ?? '', phrase: values[1] ?? '' }
}

const backByPhrase = async (given: { readonly reference: string; readonly phrase: string }): Promise<Visitor> => {
  const person = browser()
  await person.get('/return/phrase')
  await person.post('/return/phrase', given)
  return person
}

describe('a way back without a phone', () => {
  it('opens what was begun, typed in any case and spacing, after the session has ended', async () => {
    const first = browser()
    await first.get('/planning')
    await first.post('/planning/start', {})
    const given = await phraseOf(first, 'planning')
    expect(given.phrase.split(' ')).toHaveLength(6)
    world.clock.pass(31 * 60_000)
    expect((await first.get('/planning/tasks')).path).toBe('/session/ended')
    const typed = {
      reference: given.reference.toLowerCase(),
      phrase: given.phrase.toUpperCase().replaceAll(' ', ' - '),
    }
    expect((await backByPhrase(typed)).last().path).toBe('/planning/tasks')
  })

  it('asks for the date of birth where the form has it', async () => {
    const first = await begun('07700 900 801', browser(), { born: true })
    const person = await backByPhrase(await phraseOf(first, 'housing'))
    expect(titleIn(person.last().html)).toBe('What date of birth did you give us?')
    expect((await person.get('/housing/tasks')).path).toBe('/housing')
    await person.get('/return/phrase')
    await person.post(`/my-applications/${await referenceOf(first)}/date-of-birth`, bornOn(['3', '4', '1985']))
    expect([person.last().path, await seesName(person)]).toEqual(['/housing/tasks', true])
  })

  it('says the same of a phrase that is wrong, a reference that is not there, and a fifth try too many', async () => {
    const first = await begun('07700 900 802')
    const given = await phraseOf(first, 'housing')
    const person = browser()
    const said: string[] = []
    await person.get('/return/phrase')
    const wrong = { ...given, phrase: 'apple apple apple apple apple apple' }
    for (const one of [wrong, { ...given, reference: 'HZZZZZZ9' }, wrong, wrong, wrong, given]) {
      const { html } = await person.post('/return/phrase', one)
      said.push(/error-summary[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '')
    }
    expect([said[0] !== '', new Set(said).size]).toEqual([true, 1])
    expect((await backByPhrase(given)).last().path).toBe('/housing/tasks')
  })

  it('ends when the owner of the number proves it: whoever began it with their number is out', async () => {
    const stranger = await begun('07700 900 803')
    const given = await phraseOf(stranger, 'housing')
    await proves('07700 900 803')
    expect((await backByPhrase(given)).last().path).toBe('/return/phrase')
  })

  it('opens what was sent by somebody whom nothing is safe to reach', async () => {
    const persona = personaOf('bookings-video-not-safe-to-text')
    const person = browser()
    await answerAs(person, persona)
    await person.get('/bookings/declaration')
    await person.post('/bookings/declaration', { agree: 'yes' })
    const given = await phraseOf(person, 'bookings')
    const returned = await backByPhrase(given)
    expect([returned.last().path, returned.last().html.includes(given.reference)]).toEqual([
      `/my-applications/${given.reference}`,
      true,
    ])
    const phone = persona.steps.flatMap((step) => (step.is === 'page' ? (step.typed.mobileNumber ?? []) : []))[0] ?? ''
    await proves(phone)
    expect(await codeTo(phone)).toBe(undefined)
  })
})

describe('signing out', () => {
  it('ends the session at the server: the cookie of before opens nothing, and says nothing', async () => {
    const person = await begun('07700 900 811')
    const copy = browser()
    for (const [name, value] of person.cookies) copy.cookies.set(name, value)
    const asked = await person.get('/finish')
    expect(asked.html).toContain('use your mobile number ending 811')
    const done = await person.post('/finish', {})
    expect(titleIn(done.html)).toBe('You have signed out')
    expect((await person.get('/housing/about-you/name')).path).toBe('/housing')
    for (const path of ['/housing/about-you/name', '/housing/tasks', '/housing/check-your-answers'])
      expect([path, (await copy.get(path)).path]).toEqual([path, '/'])
    expect((await copy.get('/my-applications')).html).not.toContain('Apply for social housing')
  })

  it('ends what a phone opened too', async () => {
    const person = await begun('07700 900 812')
    const reference = await referenceOf(person)
    const owner = await proves('07700 900 812')
    const copy = browser()
    for (const [name, value] of owner.cookies) copy.cookies.set(name, value)
    await owner.get('/finish')
    await owner.post('/finish', {})
    expect((await copy.get('/my-applications')).html).not.toContain(reference)
    expect((await copy.get(`/my-applications/continue/${reference}`)).status).toBe(404)
  })

  it('says first how to come back, and offers a phrase to whoever has no number', async () => {
    const person = browser()
    await person.get('/planning')
    await person.post('/planning/start', {})
    const { html } = await person.get('/finish')
    expect(html).toContain('you need a recovery phrase')
    expect(html).toContain('href="/planning/recovery-phrase"')
  })

  it('leaves a form that was saved at the same moment whole: saved or not, never half', async () => {
    const person = await begun('07700 900 813')
    const reference = await referenceOf(person)
    await person.get('/housing/about-you/name')
    const copy = browser()
    for (const [name, value] of person.cookies) copy.cookies.set(name, value)
    await copy.get('/housing/about-you/name')
    await Promise.all([
      person.post('/finish', {}),
      copy.post('/housing/about-you/name', { firstName: 'Zebedee', lastName: 'Second' }),
    ])
    const owner = await proves('07700 900 813')
    await owner.get(`/my-applications/continue/${reference}`)
    const { html } = await owner.get('/housing/about-you/name')
    expect(html).toMatch(/value="(Owner|Second)"/)
    expect((await copy.get('/housing/about-you/name')).path).toBe('/')
  })
})

describe('whoever comes back a day later', () => {
  const trails = async () =>
    (await countingIn(world).items()).flatMap(({ walked }) => (walked?.S === undefined ? [] : [JSON.parse(walked.S)]))

  it('is counted by what opened it: a code asked for by reference, the link in the text, the recovery phrase', async () => {
    const phones = { code: '07700 900 811', link: '07700 900 812', phrase: '07700 900 813' }
    for (const [way, phone] of Object.entries(phones)) {
      const first = await begun(phone)
      await world.sendTexts()
      const link = /\/return\/\w+\?\S+/.exec(world.texts().findLast(({ body }) => body.includes('?'))?.body ?? '')?.[0]
      const given = await phraseOf(first, 'housing')
      world.clock.pass(25 * 3_600_000)
      const person = browser()
      if (way === 'link') await person.get(link ?? '')
      const again = way === 'phrase' ? await backByPhrase(given) : await proves(phone, person)
      await again.get(`/my-applications/continue/${given.reference}`)
      await again.get('/housing/about-you/name')
      await again.post('/housing/about-you/name', { fullName: 'Zebedee Sample' })
    }
    const ways = (await trails()).flatMap(({ trail }) =>
      trail?.ways === undefined ? [] : [JSON.stringify(trail.ways)],
    )
    expect(ways.toSorted()).toEqual(['{"code":1}', '{"link":1}', '{"phrase":1}'])
  })
})
