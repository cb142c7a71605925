// Where a member of staff is signed in, with a way to end it there; for managers, their colleagues too.
import type { Staff } from '#domain/cases/case.ts'
import type { StaffSession } from '#usecases/ports/staff.ts'
import { onOneLine } from '../controls/entered.ts'
import { moment } from '../when.ts'
import { type StaffAround, staffPage } from './around.ts'

export const sessionsAt = '/sessions'

export type SessionsPage = {
  readonly around: StaffAround
  readonly person: Staff
  readonly theirs: boolean
  readonly sessions: readonly StaffSession[]
  // The handle of the session that asks.
  readonly here: string
  readonly colleagues: readonly Staff[]
}

export const sessionsPage = ({ around, person, theirs, sessions, here, colleagues }: SessionsPage): string => {
  const title = theirs ? `Where ${onOneLine(person.name)} is signed in` : 'Where you are signed in'
  return staffPage(
    'sessions',
    around,
    { title },
    {
      title,
      rows: sessions.map(({ handle, startedAt, seenAt }) => ({
        handle,
        here: handle === here,
        began: moment(startedAt),
        seen: moment(seenAt),
      })),
      action: `${sessionsAt}/${encodeURIComponent(person.id)}/end`,
      colleagues: colleagues.map(({ id, name }) => ({
        text: onOneLine(name),
        href: `${sessionsAt}/${encodeURIComponent(id)}`,
      })),
    },
  )
}
