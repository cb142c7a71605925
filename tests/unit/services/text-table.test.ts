// The tables of texts: their versions, their rules, and what the networks take.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bytesOf, plainer, textPartsOf } from '#domain/texts/parts.ts'
import { fill } from '#domain/texts/template.ts'
import { services } from '#services/catalogue.ts'
import { answer } from '#services/text-table.ts'
import versions from '#tests/fixtures/text-versions.json' with { type: 'json' }
import { helperTemplate } from '#usecases/answering/helping.ts'
import { codeTemplate } from '#usecases/answering/return-code.ts'
import { savedTemplate } from '#usecases/answering/save-for-later.ts'
import { dangerTemplate } from '#usecases/measures/tell-duty.ts'

const all = [
  ...services.flatMap((service) => Object.values(service.texts).map((text) => ({ of: service.id, text }))),
  ...[codeTemplate, savedTemplate, helperTemplate].map((text) => ({ of: 'return', text })),
  { of: 'duty', text: dangerTemplate },
]
const digest = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 12)

describe('A text of a service', () => {
  it('has a version that goes up with each change of its words: add the digest to tests/fixtures/text-versions.json', () => {
    const emails = all.flatMap(({ of, text: { id, email } }) =>
      email === undefined || email.follows === true
        ? []
        : [[`${of} ${id} by email`, [email.version, digest(`${email.subject}\n${email.words}`)]] as const],
    )
    const now = Object.fromEntries([
      ...all.map(({ of, text }) => [`${of} ${text.id}`, [text.version, digest(text.words)]] as const),
      ...emails,
    ])
    const kept = Object.fromEntries(
      Object.entries(versions).map(([id, digests]) => [id, [digests.length, digests.at(-1)]]),
    )
    expect(now).toEqual(kept)
    for (const digests of Object.values(versions)) expect(new Set(digests).size).toBe(digests.length)
  })

  it('goes at once only where an applicant has just done something, and never for what staff or a job decide', () => {
    const wrong = services.flatMap(({ id, workflow, texts }) =>
      workflow.actions.flatMap(({ text, who }) => {
        const waits = who.every((one) => one === 'applicant')
        const atOnce = texts[text ?? '']?.quiet === 'at-once'
        return text === undefined || atOnce === waits ? [] : [`${id} ${text}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('can be stopped by its link exactly where it can be done without', () => {
    const canStop = all.filter(({ text }) => text.canStop).map(({ of, text }) => `${of} ${text.id}`)
    const optional = all.filter(({ text }) => ['reminder', 'survey'].includes(text.category))
    expect(canStop).toEqual(optional.map(({ of, text }) => `${of} ${text.id}`))
    expect(canStop).toEqual(
      all.filter(({ text }) => text.words.includes('((stop))')).map(({ of, text }) => `${of} ${text.id}`),
    )
  })
})

describe('Who has no phone that is safe', () => {
  it('is told the same by email, and by letter where it is still of use when that comes', () => {
    for (const text of services.flatMap(({ texts }) => Object.values(texts))) {
      expect([text.id, text.email !== undefined]).toEqual([text.id, true])
      expect([text.id, text.letter !== undefined]).toEqual([text.id, text.category === 'essential' && !text.lapses])
      // Their phone has no part in it.
      for (const words of [text.email?.words, text.letter?.words]) expect(words ?? '').not.toContain('((yourLink))')
    }
    const [accepted] = services.flatMap(({ id, texts }) => (id === 'housing' ? [texts.accepted] : []))
    expect(accepted?.letter?.words).toMatch(/^There is a decision on your application \(\(reference\)\)/)
  })
})

describe('The words of a text', () => {
  const template = { ...answer, id: 'sample', version: 1, words: '((name)): see https://a.example/x/((reference))' }

  it.each([...'âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ'].flatMap((letter) => [letter, letter.toUpperCase()]))(
    'keep the Welsh letter %s, also where it was typed as two',
    (letter) => {
      expect(plainer(letter.normalize('NFD'))).toBe(letter)
    },
  )

  it('lose an accent that neither Welsh nor the plain alphabet has', () => {
    expect(plainer('Škoda Nuñez')).toBe('Skoda Nuñez')
  })

  it('are refused where they are more than SNS takes, counted in bytes', () => {
    expect(bytesOf('ŵ'.repeat(918))).toBe(1836)
    expect(fill(template, { name: 'ŵ'.repeat(800), reference: 'H' }).ok).toBe(false)
    expect(fill(template, { name: '€'.repeat(600), reference: 'H' }).ok).toBe(false)
    expect(fill(template, { name: 'ŵ'.repeat(700), reference: 'H' }).ok).toBe(true)
  })

  it('are never cut, so that a link always leads somewhere', () => {
    for (let length = 1; length < 1000; length += 1) {
      const filled = fill(template, { name: 'a'.repeat(length), reference: 'HBCDFGH2' })
      if (filled.ok) expect(filled.value.endsWith('/x/HBCDFGH2')).toBe(true)
      else expect([filled.error.is, length > 870]).toEqual(['too-long', true])
    }
  })

  it('are counted as GSM-7 where all letters are in its tables', () => {
    expect(textPartsOf('Dydd Llun, £5 à').alphabet).toBe('GSM-7')
    expect(textPartsOf('Siân').alphabet).toBe('UCS-2')
  })
})
