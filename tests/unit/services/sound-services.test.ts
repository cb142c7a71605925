// A service that does not hold together is told so in words, before anybody meets it.
import { describe, expect, it } from 'vitest'
import { page, section } from '#domain/forms/form.ts'
import { services } from '#services/catalogue.ts'
import type { Service } from '#services/service.ts'
import { fixedAddresses, sharedFaults, soundService, soundServices } from '#services/sound-services.ts'
import { answer } from '#services/text-table.ts'
import { dutyOfficer } from '#tests/support/duty-officer/service.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'

const without = (does: string): Service => ({
  ...dutyOfficer,
  workflow: { ...dutyOfficer.workflow, actions: dutyOfficer.workflow.actions.filter((one) => one.does !== does) },
})

const spare = { id: 'spare', ...answer, version: 1, words: 'Nobody sends this' }
const { offer: _, ...withoutOffer } = dutyOfficer.texts
const { booking } = dutyOfficer

const leading = (leads: Service['workflow']['leads']): Service => ({
  ...dutyOfficer,
  workflow: { ...dutyOfficer.workflow, leads },
})

const cases: readonly (readonly [string, Service, string])[] = [
  [
    'an answer that staff find a case by and no page asks',
    { ...dutyOfficer, finds: { people: [], numbers: [{ under: 'about', label: 'National Insurance number' }] } },
    'is found by “National Insurance number” under about, which no page of its form asks',
  ],
  [
    'an answer that its applicant is read from and no page asks',
    {
      ...dutyOfficer,
      applicant: (answers) => ({ name: String(answers.answer('callerName')), mayText: false, ways: [] }),
    },
    'reads the answer callerName, which no page of its form asks',
  ],
  [
    'an answer that it reads only where another was given',
    {
      ...dutyOfficer,
      title: (answers) => (answers.answer('about') === 'extension' ? String(answers.answer('isze')) : ''),
    },
    'reads the answer isze, which no page of its form asks',
  ],
  [
    'a contact answer that no page asks',
    { ...dutyOfficer, contactAnswers: ['fax'] },
    'reads the answer fax, which no page of its form asks',
  ],
  [
    'a text that nothing sends',
    { ...dutyOfficer, texts: { ...dutyOfficer.texts, spare } },
    'nothing sends the text spare',
  ],
  ['a text that is to be sent and has no words', { ...dutyOfficer, texts: withoutOffer }, 'has no text offer'],
  ['an open state that does not say what comes next', leading({ made: [], asked: [] }), 'in-line is open and does not'],
  [
    'a next step that cannot be taken',
    leading({ ...dutyOfficer.workflow.leads, made: [{ actions: ['step-out'] }] }),
    'step-out cannot be taken from made',
  ],
  ['a move of booking that no action makes', without('lapse-offer'), 'no action does lapse-offer for the system'],
  [
    'a question that chooses a time and is of another kind',
    { ...dutyOfficer, booking: { ...booking, questions: { day: 'meetOn', time: 'about' } } },
    'about chooses no time',
  ],
  ['an address that a page of the site has', { ...dutyOfficer, id: 'texts' }, 'a page of the site has this address'],
  [
    'a section that a page of every booking form stands before',
    {
      ...dutyOfficer,
      form: {
        ...dutyOfficer.form,
        sections: [...dutyOfficer.form.sections, section('keep-time', 'X', [page('x', 'X', {})])],
      },
    },
    'a page of every booking form stands where its section keep-time is',
  ],
]

describe('The services that this council offers', () => {
  it('are sound', () => {
    expect(soundServices()).toEqual([])
  })

  it('stand beside the site’s own pages, and their list is whole', () => {
    const first = (path: string): string => path.split('/')[1] ?? ''
    const own = citizenRoutes([]).map(({ path }) => first(path))
    expect(new Set(own.filter((address) => address !== ''))).toEqual(new Set(fixedAddresses))
  })
})

describe('A service is told', () => {
  it.each(cases)('of %s', (_what, service, fault) => {
    expect(soundService(service)).toContainEqual(expect.stringContaining(fault))
  })

  it('nothing when it is sound', () => {
    expect(soundService(dutyOfficer)).toEqual([])
  })

  it('of an address and a letter that another has', () => {
    const [one] = services
    expect(sharedFaults([...services, ...(one === undefined ? [] : [one])])).toEqual([
      'housing: two services have this address',
      'H: two services’ references begin with it',
    ])
  })
})
