// What staff say of themselves, so that their own cases are closed to them. Only marks of it are kept.
import type { Staff } from '#domain/cases/case.ts'
import {
  birthTelltale,
  emailTelltale,
  homeTelltale,
  isOfKind,
  type OwnKind,
  ownKinds,
  phoneTelltale,
  type Telltale,
} from '#domain/cases/own.ts'
import { date, email, mobile, text } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { ownMarks } from '../answering/whose.ts'
import type { AuditLog, Claims, OwnDetails } from '../ports/staff.ts'
import type { Clock, Ids, Keys } from '../ports/stores.ts'

export type OwnPorts = { readonly keys: Keys; readonly own: OwnDetails }

/** A person with their marks: what the provider says of them, and what they said themselves. */
export const withOwn = async ({ keys, own }: OwnPorts, user: Staff, claims: Claims): Promise<Staff> => {
  const said = [
    ...(claims.email === undefined ? [] : [emailTelltale(claims.email)]),
    ...(claims.phone === undefined ? [] : [phoneTelltale(claims.phone)]),
  ]
  return { ...user, own: [...new Set([...ownMarks(keys, said), ...(await own.of(user.id))])] }
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
  await ports.own.keep(user.id, [...kept, ...ownMarks(ports.keys, told)])
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
