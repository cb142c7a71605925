// Words: every question can be asked, and every mistake told, after the Design System's error message templates.
import { exitEnds } from '../ends.ts'
import { text } from '../fields/text.ts'
import type { Exit, Form, ManySection } from '../form.ts'
import type { KindName, Question, TextQuestion } from '../question.ts'
import { type PagePlace, type QuestionPlace, twice } from './places.ts'

// How the words for an empty answer begin (design-system.service.gov.uk/components, "error messages" of each component).
const openings: Readonly<Record<KindName, RegExp>> = {
  text: /^Enter /,
  'long-text': /^Enter /,
  count: /^Enter /,
  money: /^Enter /,
  measure: /^Enter /,
  date: /^Enter /,
  address: /^Enter /,
  phone: /^Enter /,
  email: /^Enter /,
  'national-insurance': /^Enter /,
  choice: /^Select /,
  choices: /^Select /,
  'yes-no': /^Select yes if /,
  files: /^(Select|Upload) /,
  declaration: /^Select /,
  'slot-day': /^Select /,
  'slot-time': /^Select /,
  boundary: /^(Draw|Show) /,
}

// Their errors begin with what the answer is called: "Date of birth must be in the past".
const named: readonly KindName[] = ['text', 'long-text', 'count', 'money', 'measure', 'date']

export const wordFaults = (
  form: Form,
  pages: readonly PagePlace[],
  questions: readonly QuestionPlace[],
): readonly string[] => [
  ...form.sections.filter(({ title }) => title.trim() === '').map(({ id }) => `${form.id}, ${id}: no title`),
  ...form.sections.flatMap((section) => (section.is === 'many' ? listFaults(form, section) : [])),
  ...pages.flatMap(pageFaults),
  ...questions.flatMap((place) => questionFaults(place).map((fault) => `${place.at}: ${place.id} ${fault}`)),
  ...declarationFaults(form),
]

const listFaults = (form: Form, { id, noun, plural, least, most }: ManySection): readonly string[] => [
  ...(noun === '' || plural === '' ? [`${form.id}, ${id}: the list does not say what its items are called`] : []),
  ...(least > most ? [`${form.id}, ${id}: the list wants at least ${least} and at most ${most}`] : []),
]

const pageFaults = ({ page, section, at }: PagePlace): readonly string[] => [
  ...(page.title.trim() === '' ? [`${at}: no title`] : []),
  ...(/[.:]$/.test(page.title) ? [`${at}: the title ends with a full stop or colon`] : []),
  ...(Object.keys(page.questions).length === 0 ? [`${at}: the page asks nothing`] : []),
  ...(section.is === 'pages' && page.title.includes('((name))') ? [`${at}: ((name)) stands for nobody here`] : []),
  ...(page.exits ?? []).flatMap((exit) => exitFaults(exit).map((fault) => `${at}: the exit ${exit.id} ${fault}`)),
  ...twice((page.exits ?? []).map(({ id }) => id)).map((id) => `${at}: two exits have the id ${id}`),
]

const exitFaults = ({ title, reasons, ends }: Exit): readonly string[] => [
  ...(exitEnds.includes(ends) ? [] : ['does not say which end it is']),
  ...(title.trim() === '' ? ['has no title'] : []),
  ...(reasons.length === 0 || reasons.some((reason) => reason.trim() === '') ? ['gives no reason'] : []),
]

const questionFaults = (place: QuestionPlace): readonly string[] => [
  ...missingFaults(place.question),
  ...labelFaults(place),
  ...(place.question.for === undefined ? ['has nobody who uses the answer'] : []),
  ...shapeFaults(place.question),
]

const missingFaults = ({ kind, missing }: Question): readonly string[] => [
  ...(openings[kind].test(missing) ? [] : [`has error words that do not follow the template: “${missing}”`]),
  ...(/[.!]$|\bplease\b|\binvalid\b/i.test(missing) ? [`has error words in the wrong style: “${missing}”`] : []),
]

const labelFaults = ({ page, question, under }: QuestionPlace): readonly string[] => {
  const alone = under === undefined && Object.keys(page.questions).length === 1
  const called = question.noun ?? question.label
  return [
    ...(question.label === undefined && !alone ? ['has no label'] : []),
    ...(/\(optional\)/i.test(question.label ?? '') ? ['says (optional), which the page adds'] : []),
    ...(named.includes(question.kind) && (called === undefined || /[?(),]/.test(called))
      ? ['has no noun for its errors to begin with']
      : []),
  ]
}

const shapeFaults = (question: Question): readonly string[] => {
  if (question.kind === 'choice' || question.kind === 'choices')
    return Object.values(question.options).some(({ label }) => label.trim() === '') ||
      Object.keys(question.options).length < 2
      ? ['needs two options or more, each with words']
      : []
  if (question.kind === 'count' && question.least > question.most) return ['allows no number']
  if (question.kind !== 'text' || question.pattern === undefined) return []
  return [
    // A global or sticky expression remembers where it stopped.
    ...(question.pattern.test.global || question.pattern.test.sticky
      ? ['has a pattern that is not the same twice']
      : []),
    ...(question.example === undefined || exampleStands(question, question.example)
      ? []
      : ['has an example that its own pattern refuses']),
  ]
}

const exampleStands = (question: TextQuestion, example: string): boolean =>
  text.check({ it: [example] }, { id: 'it', question, today: '2026-01-01' }).length === 0

const declarationFaults = ({ id, declaration }: Form): readonly string[] =>
  [declaration.version, declaration.title, declaration.agree, declaration.button, ...declaration.statements].some(
    (words) => words.trim() === '',
  ) || declaration.statements.length === 0
    ? [`${id}: the declaration is not complete`]
    : []
