// Texts keep their quiet hours and the person's own safe times when they come to their turn, whatever made them late.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf, londonDay, londonTime } from '#domain/london.ts'
import type { Text } from '#domain/texts/text.ts'
import { services } from '#services/catalogue.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { textsFor } from '#usecases/texts/decide-text.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const at = (day: string, time: string): number => instantOf(day, time) ?? Number.NaN

let made = 0
const put = async (change: Partial<Text>): Promise<Text> => {
  made += 1
  const now = world.clock.now()
  const text: Text = {
    ...{ id: `quiet-${made}`, about: 'HBCDFGH2', service: 'housing', template: 'need-changed', templateVersion: 1 },
    ...{ category: 'essential', to: '+447700900123', body: `Quiet text ${made}.`, state: 'due', version: 1 },
    ...{ dueAt: now, madeAt: now, attempts: [] },
    ...change,
  }
  await world.counter.outbox.put([text])
  return text
}
const went = ({ body }: Text): boolean => world.texts().some((text) => text.body === body)
const stands = async ({ id }: Text): Promise<string> => {
  const text = await world.counter.outbox.get(id)
  return text === undefined ? 'none' : `${text.state} ${londonDay(text.dueAt)} ${londonTime(text.dueAt)}`
}

describe('A text that is due at half past two at night', () => {
  it('waits for 8am where a job decided it, and then goes once', async () => {
    world.clock.set(at('2026-12-01', '02:30'))
    const text = await put({ quiet: 'daytime' })
    await world.sendTexts()
    expect([went(text), await stands(text)]).toEqual([false, 'due 2026-12-01 08:00'])
    world.clock.set(at('2026-12-01', '08:00'))
    await world.sendTexts()
    expect([went(text), (await stands(text)).split(' ')[0]]).toEqual([true, 'sent'])
  })

  it('goes at once where somebody waits for it, but not when it was tried for hours', async () => {
    world.clock.set(at('2026-12-02', '02:30'))
    const waitedFor = await put({ quiet: 'at-once' })
    const late = await put({ quiet: 'at-once', madeAt: at('2026-12-01', '23:00') })
    const code = await put({ category: 'security', about: 'code' })
    await world.sendTexts()
    expect([went(waitedFor), went(code), went(late)]).toEqual([true, true, false])
    expect(await stands(late)).toBe('due 2026-12-02 08:00')
  })

  it('waits too where a release of before had made it and kept no rule', async () => {
    world.clock.set(at('2026-12-03', '02:30'))
    const text = await put({})
    await world.sendTexts()
    expect([went(text), await stands(text)]).toEqual([false, 'due 2026-12-03 08:00'])
  })
})

describe('A text to somebody who said when it is safe to text them', () => {
  it('waits for such a time, also where they have just sent the form', async () => {
    world.clock.set(at('2026-12-04', '12:30'))
    const text = await put({ quiet: 'at-once', safe: { days: ['weekdays'], parts: ['evening'] } })
    await world.sendTexts()
    expect([went(text), await stands(text)]).toEqual([false, 'due 2026-12-04 17:00'])
    world.clock.set(at('2026-12-04', '17:05'))
    await world.sendTexts()
    expect(went(text)).toBe(true)
  })

  it('is held back for staff where only their own words say when', async () => {
    world.clock.set(at('2026-12-04', '12:30'))
    const text = await put({ quiet: 'at-once', safe: { days: [], parts: [] } })
    await world.sendTexts()
    const held = await world.counter.outbox.get(text.id)
    expect([went(text), held?.state]).toEqual([false, 'held'])
    expect(held?.reason).toContain('They wrote when it is safe to text them')
  })

  it('has their times from the case, whichever text of whichever service it is', async () => {
    const safeTimes = { days: ['saturday'], parts: ['morning'] } as const
    for (const service of services) {
      const applicant = { name: 'Sample', phone: '+447700900123', mayText: true, safeTimes }
      const subject = {
        ...{ reference: 'HBCDFGH2', service: service.id, team: service.team, title: '', state: '', version: 1 },
        ...{ openedAt: 0, changedAt: 0, draftId: 'draft', applicant },
        record: {
          ...{ form: service.id, formVersion: 1, sections: [] },
          declaration: { version: '1', statements: [], agreed: '' },
        },
      }
      const wanted = Object.keys(service.texts).map((template) => ({ template }))
      const texts = await textsFor(world.counter, service, subject, wanted)
      expect(texts.length).toBe(wanted.length)
      for (const { safe, dueAt } of texts)
        expect([safe, londonTime(dueAt), new Date(dueAt).getUTCDay()]).toEqual([safeTimes, '08:00', 6])
    }
  })
})
