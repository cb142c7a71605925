// Who can sign in on this machine: one person for each role, a second housing officer so that two can edit at once,
// and a second manager for what one begins and another approves.
export type StandInPerson = {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly email?: string
  readonly phone_number?: string
}

const inTeam = (id: string, name: string, role: string, ...teams: readonly string[]): StandInPerson => ({
  id,
  name,
  roles: [role],
  teams,
})

// Whoever looks into a complaint reads the cases of every team, and acts on complaints alone.
const everyTeam = ['complaints', 'housing', 'planning', 'bookings']

export const people: readonly StandInPerson[] = [
  inTeam('housing-officer-1', 'Housing officer 1', 'housing-officer', 'housing'),
  inTeam('housing-officer-2', 'Housing officer 2', 'housing-officer', 'housing'),
  inTeam('housing-manager', 'Housing team manager', 'team-manager', 'housing'),
  inTeam('housing-manager-2', 'Housing team manager 2', 'team-manager', 'housing'),
  inTeam('planning-officer-1', 'Planning officer 1', 'planning-officer', 'planning'),
  inTeam('planning-manager', 'Planning team manager', 'team-manager', 'planning'),
  inTeam('bookings-staff-1', 'Bookings staff 1', 'bookings-staff', 'bookings'),
  inTeam('bookings-manager', 'Bookings team manager', 'team-manager', 'bookings'),
  inTeam('review-officer-1', 'Review officer 1', 'review-officer', 'housing', 'planning', 'bookings'),
  inTeam('complaints-officer-1', 'Complaints officer 1', 'complaints-officer', ...everyTeam),
  inTeam('complaints-officer-2', 'Complaints officer 2', 'complaints-officer', ...everyTeam),
  inTeam('complaints-manager', 'Complaints team manager', 'team-manager', 'complaints'),
  inTeam('customer-adviser-1', 'Customer adviser 1', 'customer-adviser'),
  inTeam('auditor-1', 'Auditor 1', 'auditor'),
]
