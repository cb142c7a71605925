// Who may do what on which case, as data: the table that access is held against, by itself and through every route.
import { caseDeeds, type Deed } from '#domain/cases/access.ts'
import type { Case, Role, Staff } from '#domain/cases/case.ts'

export type CaseKind = 'plain' | 'restricted' | 'restricted, theirs' | 'their own' | 'declared'

const staff = (id: string, roles: readonly Role[], teams: readonly string[]): Staff => ({
  is: 'staff',
  id,
  name: id,
  roles,
  teams,
  phone: '+447700900999',
})

type Row = Readonly<Record<CaseKind, string>>

export type Person = {
  readonly who: string
  readonly user: Staff
  // Whose worklists they see.
  readonly teams: string
  readonly may: Row
}

// On a housing application. 'act' is starting to check it, 'approve' the manager's decision; 'open-secret' a file that answers a sensitive
// question, or none that the record has.
const everything = 'see-case see-sensitive open-file open-secret act assign have note declare-interest'
const nothing: Row = { plain: '', restricted: '', 'restricted, theirs': '', 'their own': '', declared: '' }
const auditsRestricted = { restricted: 'read-audit', 'restricted, theirs': 'read-audit' }
// Whoever sees the team’s cases and not this one.
const inEmergency = { restricted: 'break-glass', 'restricted, theirs': 'break-glass' }
const all = 'housing planning bookings complaints'

export const everybody: readonly Person[] = [
  {
    who: 'a housing officer',
    user: staff('u1', ['housing-officer'], ['housing']),
    teams: 'housing',
    may: { ...nothing, plain: everything, restricted: 'have break-glass', 'restricted, theirs': everything },
  },
  {
    who: 'a housing manager',
    user: staff('u2', ['team-manager'], ['housing']),
    teams: 'housing',
    may: {
      ...nothing,
      plain: `${everything} approve hold`,
      restricted: `${everything} approve hold`,
      'restricted, theirs': `${everything} approve hold`,
    },
  },
  {
    who: 'a planning officer',
    user: staff('u3', ['planning-officer'], ['planning']),
    teams: 'planning',
    may: nothing,
  },
  {
    who: 'a planning manager',
    user: staff('u4', ['team-manager'], ['planning']),
    teams: 'planning',
    may: nothing,
  },
  { who: 'bookings staff', user: staff('u5', ['bookings-staff'], ['bookings']), teams: 'bookings', may: nothing },
  {
    who: 'a complaints officer placed in housing',
    user: staff('u11', ['complaints-officer'], ['complaints', 'housing']),
    teams: 'housing complaints',
    may: {
      ...nothing,
      plain: everything.replace('act ', '').replace('have ', ''),
      restricted: 'break-glass',
      'restricted, theirs': everything.replace('act ', '').replace('have ', ''),
    },
  },
  {
    who: 'a customer adviser',
    user: staff('u6', ['customer-adviser'], []),
    teams: all,
    may: { ...nothing, plain: 'see-case open-file note declare-interest', ...inEmergency },
  },
  {
    who: 'an adviser placed in housing',
    user: staff('u7', ['customer-adviser'], ['housing']),
    teams: all,
    may: { ...nothing, plain: 'see-case open-file note declare-interest', ...inEmergency },
  },
  {
    who: 'an auditor',
    user: staff('u8', ['auditor'], []),
    teams: all,
    may: { ...nothing, plain: 'see-case open-file read-audit', ...auditsRestricted },
  },
  {
    who: 'an auditor who is an officer too',
    user: staff('u9', ['auditor', 'housing-officer'], ['housing']),
    teams: all,
    may: { ...nothing, plain: 'see-case open-file read-audit', ...auditsRestricted },
  },
  { who: 'somebody without a role', user: staff('u10', [], ['housing']), teams: '', may: nothing },
]

export const person = (who: string): Staff => {
  const found = everybody.find((one) => one.who === who)
  if (found === undefined) throw new Error(`The table has nobody who is ${who}`)
  return found.user
}

export const caseOf = (kind: CaseKind, user: Staff): Case => {
  const sensitive = kind.startsWith('restricted') ? { sensitive: true } : {}
  const assignee = kind === 'restricted, theirs' ? { assignee: { id: user.id, name: user.name } } : {}
  const interests = kind === 'declared' ? { interests: [user.id] } : {}
  const phone = kind === 'their own' ? '+447700900999' : '+447700900123'
  return {
    ...plain,
    ...sensitive,
    ...assignee,
    ...interests,
    applicant: { name: 'Sample Person', phone, mayText: true },
  }
}

const entry = (id: string, sensitive: boolean) => ({ question: id, lines: ['x'], key: `a/${id}`, id, sensitive })

const plain: Case = {
  reference: 'H2345678',
  service: 'housing',
  team: 'housing',
  title: 'Sample Person',
  state: 'submitted',
  version: 1,
  openedAt: 0,
  changedAt: 0,
  draftId: 'draft',
  applicant: { name: 'Sample Person', mayText: true },
  record: {
    form: 'housing',
    formVersion: 1,
    sections: [
      {
        id: 'a',
        title: 'A',
        parts: [{ title: '', entries: [entry('payslips', false), entry('medicalLetters', true)] }],
      },
    ],
    declaration: { version: '1', statements: [], agreed: '' },
  },
}

// The words of the table: a deed, or a deed on something in particular.
export const deedIn = (word: string): Deed =>
  word === 'approve' ? 'act' : word === 'open-secret' ? 'open-file' : plainDeed(word)

const plainDeed = (word: string): Deed => {
  const found = caseDeeds.find((deed) => deed === word)
  if (found === undefined) throw new Error(`The table has no deed ${word}`)
  return found
}
