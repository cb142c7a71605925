// A lookup over plain answers, for rules that read answers without a form.
import type { Lookup } from '#domain/forms/condition.ts'

type Given = Readonly<Record<string, unknown>>

export const given = (answers: Given, items: Readonly<Record<string, readonly Given[]>> = {}): Lookup => ({
  answer: (question) => answers[question],
  items: (section) => (items[section] ?? []).map((item) => given({ ...answers, ...item })),
  today: '2026-11-23',
})
