// What anybody could type, kindly meant or not: for properties that must hold of every form.
import fc from 'fast-check'
import { fieldsOf } from '#domain/forms/fields/index.ts'
import type { Page } from '#domain/forms/form.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

const nasty = [
  '',
  ' ',
  '\u200b',
  '\u202e\u202c',
  '\u202egpj.exe',
  '\u0000\u0007\u001b[31m',
  '\u0085\u009f',
  'a\tb\rc\r\nd\u2028e',
  '\ue0000\ue001',
  '\ud800',
  '👩‍👩‍👧‍👦 Ŵyn ap Siôn',
  'محمد',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}{% raw %}',
  "'; DROP TABLE drafts; --",
  '=HYPERLINK("x")',
  '((name))',
  '$& $1 $$',
  '__proto__',
  'constructor',
  '-1',
  '1e3',
  '0x10',
  '٣',
  '31',
  '2026-11-30',
  'yes',
  'none',
  'x'.repeat(100_000),
  '9'.repeat(100_000),
  '{"type":"Feature","geometry":'.repeat(3000),
  '[['.repeat(50_000),
]

// Options and dates among them, so that some of it stands.
const valueFor = (question: Question): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...likely(question)) },
    { weight: 2, arbitrary: fc.constantFrom(...nasty) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )

const likely = (question: Question): readonly string[] => {
  if (question.kind === 'choice' || question.kind === 'choices') return Object.keys(question.options)
  if (question.kind === 'yes-no' || question.kind === 'declaration') return ['yes', 'no']
  if (question.kind === 'date') return ['1', '2', '12', '28', '31', '1986', '2026', '2027', 'jan']
  return ['3', '12.50', 'Sample', 'DT1 1XJ', '07700 900123', 'name@example.com', 'AB 12 34 56 C', 'SY 690 906']
}

export const typedFor = (questions: Readonly<Record<string, Question>>): fc.Arbitrary<Typed> =>
  fc
    .dictionary(fc.constantFrom('unknown', '__proto__', 'status'), fc.constant(['x']), { maxKeys: 1 })
    .chain((more) => fieldsFor(questions).map((typed) => ({ ...more, ...typed })))

const fieldsFor = (questions: Readonly<Record<string, Question>>): fc.Arbitrary<Typed> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(questions).flatMap(([id, question]) =>
          fieldsOf(id, question).map((field) => [
            field,
            fc.oneof(
              { weight: 6, arbitrary: valueFor(question).map((one) => [one]) },
              { weight: 1, arbitrary: fc.array(valueFor(question), { maxLength: 4 }) },
            ),
          ]),
        ),
      ),
      { requiredKeys: [] },
    )
    .map((typed) =>
      Object.fromEntries(
        Object.entries(typed).flatMap(([field, values]) => (values === undefined ? [] : [[field, values]])),
      ),
    )

export const typedOn = (page: Page): fc.Arbitrary<Typed> => typedFor(page.questions)
