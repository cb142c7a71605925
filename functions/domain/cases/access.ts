// Who may see and do what: one function, read by every route, use case and button. What no rule allows is refused.
//
//   officers and managers of the team    see, note, assign, and act where the workflow says
//   a restricted case                    only its assignee and the team's managers; in an emergency whoever sees the team's cases, for an
//                                        hour, to read and to note (docs/rules/casework.md, "Emergencies")
//   customer advisers                    see cases of all teams, without sensitive answers; act only where the workflow names them
//   complaints officers                  give copies, as managers do: to the person, and to the ombudsman who asks about a complaint; are given complaints alone
//   whoever had a part in a case         is never given a complaint about it
//   managers                             turn the switches of their team's services, and those of the whole product; end the
//                                        sessions of those who work in their team; set who is away, who covers and who takes turns; close time of
//                                        their appointments, book one beside another, and change the timetable of these
//   who works in a team                  see who is at work in it, and set their own leave
//   managers of the team                 keep a case for a legal reason, and end that; agree that it goes when its time is over
//   who works in a team, advisers        book an appointment for somebody who asks them
//   auditors                             read, and do nothing else whatever other role they have; the audit log of every case
//   anybody at a desk                    sees figures and feedback; all but auditors answer it
//   managers                             take lists of what they see away as files; see what programs of others were told, and have it told again;
//                                        change the words of their team's texts; do the same on many cases of their team; give people copies of what is held about them, of cases that they see whole; own indicators, prepare returns, revise figures
//   anybody                              nothing on their own application, or where they declared an interest
import type { Case, ListedCase, Staff } from './case.ts'
import { mayBeSame } from './own.ts'
import { type Action, mayTake } from './workflow.ts'

// On no case in particular.
const managersDeeds = [
  ...(['own-kpi', 'prepare-return', 'revise-figures', 'see-due', 'give-copy', 'do-many', 'change-words'] as const),
  'see-webhooks',
  'take-list',
] as const
const deskDeeds = ['use-desk', 'see-measures', 'answer-feedback', 'read-trails', ...managersDeeds] as const
const teamDeeds = [
  'see-team',
  'turn-switches',
  'end-sessions',
  'run-team',
  'work-in',
  'book-for',
  'close-time',
  'overbook',
] as const
export const caseDeeds = [
  'see-case',
  'see-sensitive',
  'open-file',
  'act',
  'assign',
  // To be given the case.
  'have',
  'note',
  'declare-interest',
  // To keep it for a legal reason, whatever its time, or to agree that it goes.
  'hold',
  'read-audit',
  // To open a restricted case in an emergency.
  'break-glass',
] as const

export const deeds = [...deskDeeds, ...teamDeeds, ...caseDeeds] as const

export type Deed = (typeof deeds)[number]

type Subject = ListedCase & Partial<Pick<Case, 'record'>>

// What it is done on. A deed on a case without the case, or an action without the action, is refused.
export type On = {
  readonly team?: string
  // With its record where a file or an answer is asked for; without one, every answer counts as sensitive.
  readonly subject?: Subject
  readonly action?: Action
  // The question that a file answers.
  readonly question?: string
}

export const can = (user: Staff, deed: Deed, on: On = {}): boolean => {
  if (deed === 'use-desk' || deed === 'see-measures') return user.roles.length > 0
  if (deed === 'answer-feedback') return user.roles.length > 0 && !isAuditor(user)
  if (deed === 'read-trails') return isAuditor(user)
  if (deed === 'give-copy' && !isAuditor(user) && user.roles.includes('complaints-officer')) return true
  if (isManagers(deed)) return user.roles.includes('team-manager') && !isAuditor(user)
  if (deed === 'see-team') return on.team !== undefined && seesTeam(user, on.team)
  if (deed === 'book-for') return on.team !== undefined && (worksIn(user, on.team) || isAdviser(user))
  if (deed === 'turn-switches') return turnsSwitches(user, on.team)
  if (deed === 'end-sessions' || deed === 'run-team' || deed === 'close-time' || deed === 'overbook')
    return on.team !== undefined && turnsSwitches(user, on.team)
  if (deed === 'work-in') return on.team !== undefined && worksIn(user, on.team)
  if (on.subject === undefined || isTheirOwn(user, on.subject)) return false
  if (deed === 'have') return isGiven(user, on.subject.team) && !hadPart(user, on.subject)
  if (deed === 'read-audit') return isAuditor(user)
  if (deed === 'break-glass') return mayBreakGlass(user, on.subject)
  if (inEmergency(user, on.subject)) return mayInEmergency(user, deed, { ...on, subject: on.subject })
  return seesCase(user, on.subject) && mayOn(user, deed, { ...on, subject: on.subject })
}

const isManagers = (deed: Deed): deed is (typeof managersDeeds)[number] => managersDeeds.some((one) => one === deed)

export const isAboutCase = (deed: Deed): boolean => caseDeeds.some((one) => one === deed)

type OnCase = On & { readonly subject: Subject }

const mayOn = (
  user: Staff,
  deed: Exclude<Deed, (typeof deskDeeds)[number] | (typeof teamDeeds)[number] | 'have' | 'read-audit' | 'break-glass'>,
  on: OnCase,
): boolean => {
  switch (deed) {
    case 'see-case':
      return true
    case 'see-sensitive':
      return worksIn(user, on.subject.team)
    case 'open-file':
      return worksIn(user, on.subject.team) || !isSensitive(on.subject, on.question)
    case 'act':
      return on.action !== undefined && mayAct(user, on.subject, on.action)
    case 'assign':
      return worksIn(user, on.subject.team)
    case 'hold':
      return worksIn(user, on.subject.team) && user.roles.includes('team-manager')
    case 'note':
    case 'declare-interest':
      return worksIn(user, on.subject.team) || isAdviser(user)
  }
}

// The applicant's own phone, an interest that they declared, or what tells that they may be somebody of the application.
const isTheirOwn = (user: Staff, { applicant, interests, whose = [] }: ListedCase): boolean =>
  (user.phone !== undefined && user.phone === applicant.phone) ||
  (interests?.includes(user.id) ?? false) ||
  mayBeSame({ name: user.name, marks: user.own ?? [] }, { name: applicant.name, marks: whose })

// Whoever had a part in what is complained of may read the complaint, and is never given it.
const hadPart = (user: Staff, { concerns }: ListedCase): boolean => concerns?.partIn.includes(user.id) === true

// Restricted, and not theirs: nobody opens their own, or one where they declared an interest, by any way.
const mayBreakGlass = (user: Staff, subject: ListedCase): boolean =>
  subject.sensitive === true && !isAuditor(user) && seesTeam(user, subject.team) && !seesCase(user, subject)

const inEmergency = (user: Staff, subject: ListedCase): boolean =>
  user.emergency?.reference === subject.reference && mayBreakGlass(user, subject)

const inEmergencies = ['see-case', 'see-sensitive', 'open-file', 'note'] as const

const mayInEmergency = (user: Staff, deed: Deed, on: OnCase): boolean => {
  const read = inEmergencies.find((one) => one === deed)
  return read !== undefined && mayOn(user, read, on)
}

const seesTeam = (user: Staff, team: string): boolean => worksIn(user, team) || readsAll(user)

// What is about the whole product any manager turns, what is about a service only its own.
const turnsSwitches = (user: Staff, team: string | undefined): boolean =>
  user.roles.includes('team-manager') && !isAuditor(user) && (team === undefined || user.teams.includes(team))

const seesCase = (user: Staff, subject: ListedCase): boolean => {
  if (subject.sensitive !== true) return seesTeam(user, subject.team)
  if (!worksIn(user, subject.team)) return false
  return user.roles.includes('team-manager') || subject.assignee?.id === user.id
}

// An adviser's role counts in every team; all others only in their own.
const mayAct = (user: Staff, { team }: ListedCase, action: Action): boolean => {
  if (isAuditor(user)) return false
  if (user.teams.includes(team)) return mayTake(action, user)
  return isAdviser(user) && mayTake(action, { ...user, roles: ['customer-adviser'] })
}

// Complaints officers are placed in teams to read their cases; they are given complaints alone.
const isGiven = (user: Staff, team: string): boolean =>
  worksIn(user, team) && (team === 'complaints' || user.roles.some((role) => role !== 'complaints-officer'))

const worksIn = (user: Staff, team: string): boolean =>
  user.teams.includes(team) && !isAuditor(user) && user.roles.some((role) => role !== 'customer-adviser')

const readsAll = (user: Staff): boolean => isAuditor(user) || isAdviser(user)

const isAuditor = ({ roles }: Pick<Staff, 'roles'>): boolean => roles.includes('auditor')

const isAdviser = ({ roles }: Pick<Staff, 'roles'>): boolean =>
  !isAuditor({ roles }) && roles.includes('customer-adviser')

// A file whose question the record does not have counts as sensitive.
const isSensitive = ({ record }: Subject, question: string | undefined): boolean => {
  const entries = (record?.sections ?? []).flatMap(({ parts }) => parts.flatMap((part) => part.entries))
  const asked = entries.filter(({ id }) => id === question)
  return asked.length === 0 || asked.some(({ sensitive }) => sensitive)
}
