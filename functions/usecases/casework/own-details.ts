// Whose a case is, by what was answered in it, and what staff say of themselves: so that nobody works on their own case.
import type { Staff } from '#domain/cases/case.ts'
import {
  birthTelltale,
  emailTelltale,
  homeTelltale,
  isOfKind,
  markFrom,
  type OwnKind,
  ownKinds,
  phoneTelltale,
  type Telltale,
} from '#domain/cases/own.ts'
import type { AnyStep, Journey } from '#domain/forms/answered/journey.ts'
import { date, email, mobile, text } from '#domain/forms/ask.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Address } from '#domain/forms/fields/address.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { AuditLog, Claims, OwnDetails } from '../ports/staff.ts'
import type { Clock, Ids, Keys } from '../ports/stores.ts'

const marksOf = (keys: Keys, telltales: readonly Telltale[]): readonly string[] => [
  ...new Set(telltales.map((one) => markFrom(one, keys.hash(`own-${one.is}`, one.value)))),
]

/** Every address, number, home and person that an application names: whoever works here and is one of them has no part in it. */
export const whoseIn = (keys: Keys, walk: Journey): readonly string[] =>
  marksOf(keys, [
    ...stepsOf(walk).flatMap((step) => told(walk, step)),
    ...[walk.answers, ...walk.sections.flatMap(({ id, is }) => (is === 'many' ? walk.answers.items(id) : []))].flatMap(
      born,
    ),
  ])

const stepsOf = (walk: Journey): readonly AnyStep[] =>
  walk.sections.flatMap((section) => [
    ...walk.steps(section),
    ...(section.is === 'many' ? walk.answers.itemsOf(section.id).flatMap((item) => walk.itemSteps(section, item)) : []),
  ])

const told = ({ answers }: Journey, step: AnyStep): readonly Telltale[] =>
  step.is !== 'page'
    ? []
    : Object.entries(step.page.questions).flatMap(([id, question]) =>
        telltale(question, answerOf(answers.typed(step.key), id, question, answers.today)),
      )

const telltale = ({ kind }: Question, answer: unknown): readonly Telltale[] => {
  if (kind === 'address') return isAddress(answer) ? [homeTelltale(answer)] : []
  if (typeof answer !== 'string' || answer === '') return []
  if (kind === 'email') return [emailTelltale(answer)]
  return kind === 'phone' ? [phoneTelltale(answer)] : []
}

const isAddress = (answer: unknown): answer is Address =>
  typeof answer === 'object' && answer !== null && 'line1' in answer && 'postcode' in answer

const born = (person: Lookup): readonly Telltale[] => {
  const [day, name] = [person.answer('dateOfBirth'), person.answer('lastName')]
  return typeof day === 'string' && typeof name === 'string' ? birthTelltale(day, name) : []
}

export type OwnPorts = { readonly keys: Keys; readonly own: OwnDetails }

/** A person with their marks: what the provider says of them, and what they said themselves. */
export const withOwn = async ({ keys, own }: OwnPorts, user: Staff, claims: Claims): Promise<Staff> => {
  const said = [
    ...(claims.email === undefined ? [] : [emailTelltale(claims.email)]),
    ...(claims.phone === undefined ? [] : [phoneTelltale(claims.phone)]),
  ]
  return { ...user, own: [...new Set([...marksOf(keys, said), ...(await own.of(user.id))])] }
}

export const ownNeeds: Readonly<Record<string, Question>> = {
  dateOfBirth: date('Date of birth', { optional: true, must: 'past' }),
  mobile: mobile('Your own mobile number', { optional: true }),
  email: email('Your own email address', { optional: true }),
  house: text('Number or name of your house', { optional: true }),
  postcode: text('Postcode of your home', { optional: true, most: 10 }),
}

type Declaring = { readonly user: Staff; readonly typed: Typed }

type Ports = OwnPorts & { readonly clock: Clock; readonly ids: Ids; readonly audit: AuditLog }

/** Kept as marks alone; what was said before of the same kind goes. */
export const declareOwn = async (
  ports: Ports,
  { user, typed }: Declaring,
): Promise<Result<null, readonly Problem[]>> => {
  const at = ports.clock.now()
  const asked = Object.entries(ownNeeds)
  const problems = asked.flatMap(([id, question]) => problemsOf(typed, id, question, londonDay(at)))
  const told = problems.length > 0 ? [] : telltalesIn(typed, user, londonDay(at))
  if (problems.length > 0) return no(problems)
  if (told.length === 0) return no([{ field: 'dateOfBirth', words: 'Enter at least one of these' }])
  const kinds = ownKinds.filter((kind) => told.some(({ is }) => is === kind))
  const kept = (await ports.own.of(user.id)).filter((mark) => !kinds.some((kind) => isOfKind(mark, kind)))
  await ports.own.keep(user.id, [...kept, ...marksOf(ports.keys, told)])
  const entry = { id: ports.ids.ordered(at), at, by: user.id, did: 'declare-own-details', allowed: true }
  await ports.audit.record({ ...entry, on: kinds.join(' ') })
  return ok(null)
}

const telltalesIn = (typed: Typed, { name }: Staff, today: string): readonly Telltale[] => {
  const said = (id: string): string => {
    const question = ownNeeds[id]
    const answer = question === undefined ? undefined : answerOf(typed, id, question, today)
    return typeof answer === 'string' ? answer : ''
  }
  const [line1, postcode] = [said('house'), said('postcode')]
  return [
    ...birthTelltale(said('dateOfBirth'), name),
    ...(said('mobile') === '' ? [] : [phoneTelltale(said('mobile'))]),
    ...(said('email') === '' ? [] : [emailTelltale(said('email'))]),
    ...(line1 === '' || postcode === '' ? [] : [homeTelltale({ line1, postcode })]),
  ]
}

/** What somebody has said of themselves so far, by kind. */
export const declaredKinds = async ({ own }: OwnPorts, user: Staff): Promise<readonly OwnKind[]> => {
  const marks = await own.of(user.id)
  return ownKinds.filter((kind) => marks.some((mark) => isOfKind(mark, kind)))
}
