// Pages with machinery of their own, questions that a choice reveals, the order of sections, and versions.
import type { Form, PageExtra } from '../form.ts'
import type { KindName } from '../question.ts'
import type { PagePlace, QuestionPlace } from './places.ts'

const needs: Readonly<Partial<Record<KindName, PageExtra>>> = {
  files: 'upload',
  'slot-day': 'slot-day',
  'slot-time': 'slot-time',
  boundary: 'boundary',
}

export const machineryFaults = (
  form: Form,
  pages: readonly PagePlace[],
  questions: readonly QuestionPlace[],
): readonly string[] => [
  ...form.sections.flatMap(({ id, after = [] }, index) =>
    after
      .filter((other) => !form.sections.slice(0, index).some((section) => section.id === other))
      .map((other) => `${form.id}, ${id}: comes after ${other}, which is no earlier section`),
  ),
  ...pages.flatMap(pageFaults),
  ...questions.flatMap(revealFaults),
  ...versionFaults(form),
]

const pageFaults = ({ page, at }: PagePlace): readonly string[] => {
  const kinds = Object.values(page.questions).map(({ kind }) => kind)
  const wanted = [...new Set(kinds.flatMap((kind) => needs[kind] ?? []))]
  const addresses = kinds.filter((kind) => kind === 'address').length
  return [
    ...(wanted.length > 1 || wanted[0] !== page.does
      ? [`${at}: the page does ${page.does ?? 'nothing'}, and its questions need ${wanted.join(' and ') || 'nothing'}`]
      : []),
    // A list's forms stand above the page's own, and what is sent to them would leave the other answers behind.
    ...(page.parts !== undefined && kinds.includes('files')
      ? [`${at}: files are asked for on a page of their own, not with others`]
      : []),
    ...(addresses > 1 ? [`${at}: only one address can be looked up on a page`] : []),
  ]
}

const notRevealed: readonly KindName[] = ['address', 'files', 'slot-day', 'slot-time', 'boundary']

const revealFaults = ({ at, id, question, under }: QuestionPlace): readonly string[] => {
  if (under === undefined) return []
  const reveals =
    question.kind === 'yes-no'
      ? question.reveals !== undefined
      : (question.kind === 'choice' || question.kind === 'choices') &&
        Object.values(question.options).some((option) => option.reveals !== undefined)
  return [
    ...(reveals ? [`${at}: ${id} is revealed by a choice and reveals more`] : []),
    ...(notRevealed.includes(question.kind) ? [`${at}: ${id} needs a page, and is revealed by a choice`] : []),
  ]
}

const versionFaults = ({ id, version, migrations = [] }: Form): readonly string[] => {
  const wanted = Array.from({ length: version - 1 }, (_, index) => index + 2)
  return wanted.join() === migrations.map(({ to }) => to).join()
    ? []
    : [`${id}: version ${version} needs one migration to each version from 2, in order`]
}
