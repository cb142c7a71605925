// What a text costs, and what becomes of it: every text of every service to every persona, and receipts in any order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { bookedIn } from '#domain/slots/booking.ts'
import { textPartsOf } from '#domain/texts/parts.ts'
import { afterReceipt } from '#domain/texts/receipts.ts'
import { afterCrash, afterTry, claimed, givenUp, publishing, settledText } from '#domain/texts/sending.ts'
import type { Text, TextState } from '#domain/texts/text.ts'
import { untouchedWording } from '#domain/texts/wording.ts'
import { services } from '#services/catalogue.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { savedTemplate } from '#usecases/answering/save-for-later.ts'
import { tokenLength } from '#usecases/booking/offer-times.ts'
import { textsFor } from '#usecases/texts/decide-text.ts'

const ports = (now: number) => ({
  clock: { now: () => now },
  ids: {
    secret: () => 's',
    ordered: () => 'id',
    reference: () => 'HBCDFGH2',
    code: () => '123456',
    asked: () => undefined,
  },
  keys: { hash: () => 'k'.repeat(43), same: () => true },
  // As long as any stage's.
  citizenOrigin: 'https://apply.dorsetcouncil.gov.uk',
  wordings: { live: async () => untouchedWording },
})

// A day and a time with as many letters as there can be.
const longest: Appointment = {
  ...{ what: 'Planning advice', place: 'x', type: 'x', claimants: [], buckets: [], features: [], interpreter: false },
  ...{ day: '2026-09-30', from: '11:30', until: '12:30', calendarUid: 'x', calendarSequence: 0 },
  startsAt: Date.parse('2026-09-30T10:30:00Z'),
  endsAt: Date.parse('2026-09-30T11:30:00Z'),
}

const subjectOf = (persona: ReturnType<typeof loadPersonas>[number]) => {
  const service = services.find(({ id }) => id === persona.service)
  if (service === undefined) throw new Error(`There is no service ${persona.service}`)
  const now = Date.parse(`${persona.today}T09:00:00Z`)
  const { answers } = walked(service.form, persona).walk
  const { booking } = service
  const booked = booking === undefined ? undefined : bookedIn(booking, answers, now)
  const subject: Case = {
    ...{ reference: 'HBCDFGH2', service: service.id, team: service.team, title: '', state: 'submitted', version: 1 },
    ...{ openedAt: now, changedAt: now, draftId: 'draft' },
    record: {
      form: service.id,
      formVersion: 1,
      sections: [],
      declaration: { version: '1', statements: [], agreed: '' },
    },
    applicant: { ...service.applicant(answers), phone: '+447700900123', mayText: true },
    asked: { keys: [], message: '', by: '2026-09-30', draftId: 'again' },
    ...(booking === undefined ? {} : { appointment: booked?.appointment ?? longest }),
  }
  return { service, subject, now }
}

describe('a text', () => {
  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    [`${'a'.repeat(159)}€`, 2],
    [`ŵ${'a'.repeat(69)}`, 1],
    ['ŵ'.repeat(135), 3],
  ])('is counted as the networks count it (case %#)', (body, parts) => {
    expect(textPartsOf(body).parts).toBe(parts)
  })

  // What an offer of the waiting list has, as long as it can be.
  const offered = { by: '12:45pm', offer: `${ports(0).citizenOrigin}/offer/BBCDFGH2/${'x'.repeat(tokenLength)}` }

  // What a text has of whoever asked staff.
  const asked = { asker: 'You', way: 'in person', by: '19 January 2027' }

  it('of any template to any persona has all its words, and goes in one part of the plain alphabet', async () => {
    const [personas, long] = [loadPersonas(), new Set<string>()]
    let made = 0
    for (const persona of personas) {
      const { service, subject, now } = subjectOf(persona)
      const wanted = Object.keys(service.texts).map((template) => ({
        template,
        values: template === 'offer' ? offered : asked,
      }))
      for (const text of await textsFor(ports(now), service, subject, wanted)) {
        expect([persona.id, text.template, text.reason]).toEqual([persona.id, text.template, undefined])
        const { parts, alphabet, units } = textPartsOf(text.body)
        if (parts > 1 || alphabet !== 'GSM-7') long.add(`${service.id} ${text.template}: ${units} ${alphabet}`)
        made += 1
      }
    }
    expect([...long]).toEqual([])
    expect(made).toBe(
      personas.reduce(
        (sum, { service }) => sum + Object.keys(services.find(({ id }) => id === service)?.texts ?? {}).length,
        0,
      ),
    )
    expect(made).toBeGreaterThan(150)
  })

  it('that says where to carry on goes in one part', () => {
    const link = `${ports(0).citizenOrigin}/return/HBCDFGH2?k7Q2X`
    expect(textPartsOf(savedTemplate.words.replace('((yourLink))', link))).toMatchObject({
      parts: 1,
      alphabet: 'GSM-7',
    })
  })
})

const due: Text = {
  ...{ id: 't', about: 'HBCDFGH2', service: 'housing', template: 'received', templateVersion: 1, to: '+447700900123' },
  ...{ category: 'essential', body: 'b', state: 'due', version: 1, dueAt: 0, madeAt: 0, attempts: [] },
}

const final: readonly TextState[] = ['delivered', 'failed', 'cancelled']

describe('a receipt', () => {
  it('never moves a text back, in any order, late or twice', () => {
    const receipt = fc.record({
      messageId: fc.constant('m'),
      delivered: fc.boolean(),
      words: fc.constantFrom('Phone is currently unreachable/unavailable', 'No quota left', 'anything', ''),
    })
    const start = fc.constantFrom<Text>(
      due,
      claimed(due, 1),
      publishing(claimed(due, 1), 2),
      afterTry(publishing(claimed(due, 1), 2), { is: 'accepted', messageId: 'm' }, 3),
      afterTry(publishing(claimed(due, 1), 2), { is: 'unknown', words: 'x' }, 3),
      afterCrash(publishing(claimed(due, 1), 2), 9),
      settledText(afterCrash(publishing(claimed(due, 1), 2), 9), false, 99),
      givenUp(due, 'held', 'x'),
      givenUp(due, 'cancelled', 'x'),
    )
    fc.assert(
      fc.property(start, fc.array(receipt, { minLength: 1, maxLength: 6 }), (text, receipts) => {
        let now = text
        for (const one of receipts) {
          const after = afterReceipt(now, one, 100)
          if (final.includes(now.state)) expect(after).toBeUndefined()
          if (after === undefined) continue
          expect(after.version).toBe(now.version + 1)
          if (after.state === 'due') {
            // Sent again: once more each time, never while it is on its way.
            expect([now.state, after.returned, after.dueAt > 100]).toEqual(['sent', (now.returned ?? 0) + 1, true])
            expect(afterReceipt(after, one, 101)).toBeUndefined()
          } else {
            expect(final).toContain(after.state)
            expect(after.state === 'failed').toBe(after.reason !== undefined && !one.delivered)
          }
          now = after
        }
      }),
      { numRuns: 2000 },
    )
  })
})

// docs/rules/texts.md, "Receipts": what each word of the networks means, and after how many minutes it is tried again.
describe.each([
  ['Phone carrier is currently unreachable/unavailable', [15, 60, 240], 'The phone network could not be reached'],
  ['Phone is currently unreachable/unavailable', [240], 'The phone is switched off or out of reach'],
  ['Unknown error attempting to reach phone', [15], 'The phone network gave no reason'],
  ['Phone number is opted out', [], 'They have opted out of texts. Contact them another way'],
  ['Invalid phone number', [], 'The number does not exist. Ask them for another'],
  ['Blocked as spam by phone carrier', [], 'The phone network blocked the text'],
  ['Phone carrier has blocked this message', [], 'The phone network blocked the text'],
  ['Destination is on a blocked list', [], 'The phone blocks texts from us. Contact them another way'],
  ['Phone is on a blocked list', [], 'The phone blocks texts from us. Contact them another way'],
  ['Phone has blocked SMS', [], 'The phone blocks texts from us. Contact them another way'],
  ['Message body is invalid', [], 'The phone network refused the words of the text'],
  ['This delivery would exceed max price', [], 'The text would cost more than we allow'],
  ['No quota left for account', [], 'The month’s budget for texts is used up'],
] as const)('a network that says “%s”', (words, waits, reason) => {
  const accepted = (text: Text, id: string): Text =>
    afterTry(publishing(claimed(text, 1), 2), { is: 'accepted', messageId: id }, 3)
  const receipt = (messageId: string) => ({ messageId, delivered: false, words })

  it('is believed: tried again as often as that may help, then failed for staff to see', () => {
    let text = accepted(due, 'm0')
    waits.forEach((minutes, place) => {
      const again = afterReceipt(text, receipt(`m${place}`), 1000)
      expect([again?.state, again?.dueAt]).toEqual(['due', 1000 + minutes * 60_000])
      text = accepted(again ?? text, `m${place + 1}`)
      // Said twice of the try before: old.
      expect(afterReceipt(text, receipt(`m${place}`), 1001)).toBeUndefined()
    })
    expect(afterReceipt(text, receipt(`m${waits.length}`), 1000)).toMatchObject({ state: 'failed', reason })
  })

  it('is not asked again for a code, nor for what would come too late', () => {
    for (const change of [{ category: 'security' as const }, { notAfter: 1001 }])
      expect(afterReceipt({ ...accepted(due, 'm'), ...change }, receipt('m'), 1000)?.state).toBe('failed')
  })
})
