// Who is at work in the teams of whoever looks, how much each has, and who covers for whom.
import { type Colleague, isAway } from '#domain/cases/desk/turns.ts'
import { type Day, inWords } from '#domain/day.ts'
import type { SeenTeam } from '#usecases/team/set-working.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage, wordsForRoles } from '../around.ts'

export const teamAt = '/team'
export const workingAt = (team: string, person: string): string =>
  `${teamAt}/${encodeURIComponent(team)}/people/${encodeURIComponent(person)}`

export type TeamPage = {
  readonly around: StaffAround
  readonly teams: readonly SeenTeam[]
  readonly serviceOf: (team: string) => string
  readonly today: Day
  // Of whoever looks.
  readonly userId: string
}

export const teamPage = (given: TeamPage): string => {
  const title = 'Who is at work'
  const shown = given.teams.map((team) => ({
    name: given.serviceOf(team.team),
    turns: {
      words: team.inTurn
        ? 'New cases are given in turn to those at work.'
        : 'New cases wait until somebody takes them.',
      button: team.runs ? (team.inTurn ? 'Stop giving them in turn' : 'Give them in turn') : undefined,
      value: team.inTurn ? 'off' : 'on',
      action: `${teamAt}/${encodeURIComponent(team.team)}/turns`,
    },
    people: team.people.map((one) => personRow(one, team, given)),
  }))
  return staffPage('team', given.around, { title }, { title, teams: shown })
}

const personRow = (one: Colleague, team: SeenTeam, { today, userId }: TeamPage): Variables => {
  const { person, working } = one
  const { open = 0, more = false } = team.has.get(person.id) ?? {}
  return {
    name: onOneLine(person.name),
    role: wordsForRoles(person.roles),
    away: isAway(one, today),
    leave: leaveWords(one, today),
    turns: turnWords[working.share ?? 'full'],
    cases: more ? `${open} or more` : String(open),
    href: team.runs || person.id === userId ? workingAt(team.team, person.id) : undefined,
  }
}

const turnWords = { full: undefined, half: 'Takes half of the turns', none: 'Takes no turns' } as const

// What is over is not said.
const leaveWords = ({ working: { leave } }: Colleague, today: Day): string | undefined => {
  if (leave === undefined || leave.until < today) return undefined
  const days =
    leave.from <= today ? `Until ${inWords(leave.until)}` : `Away ${inWords(leave.from)} to ${inWords(leave.until)}`
  return leave.cover === undefined ? days : `${days}, covered by ${onOneLine(leave.cover.name)}`
}
