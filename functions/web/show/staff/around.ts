// What surrounds the content of a staff page: the council, who is signed in, and the ways to the worklist.

import { assets, brand } from '#built/assets.mjs'
import type { Role } from '#domain/cases/case.ts'
import { council } from '#services/council.ts'
import type { View } from '#usecases/casework/see-worklist.ts'
import { part, render } from '#web/render.ts'
import type { Variables } from '#web/template-runtime.ts'
import type { Said } from '../citizen/around.ts'
import { onOneLine } from '../controls/entered.ts'
import { barFor, type DeskUser, type Hub, type WayIn } from './work/navigation.ts'

export type StaffAround = {
  // Absent before sign-in.
  readonly user?: DeskUser
  readonly csrf?: string
  readonly back?: { readonly text: string; readonly href: string }
  // What everybody should know while they work: texts are stopped.
  readonly notices?: readonly string[]
  // That this case was opened in an emergency, and until when.
  readonly emergency?: string
  // Which entry of the navigation this page is: a list of cases, or the page of what stands behind a word of the bar.
  readonly here?: WorklistView | Hub
}

export type WorklistView = View

export const staffPage = (template: string, around: StaffAround, said: Said, body: Variables): string =>
  render(`staff/${template}.njk`, {
    ...body,
    ...around,
    user: around.user && { ...around.user, name: onOneLine(around.user.name) },
    pageTitle: `${said.failed === true ? 'Error: ' : ''}${said.title} - ${staffService} - ${council.name}`,
    furniture: { head: furniture().head },
    council: council.name,
    staffService,
    navigation: around.user && barFor(around.user).map((entry) => ({ ...entry, current: isHere(entry, around) })),
  })

const isHere = ({ href }: WayIn, { here }: StaffAround): boolean =>
  href === `/cases?show=${here}` || href === `/more/${here}`

export const staffService = 'Casework'

export const viewLinks: readonly { readonly id: WorklistView; readonly text: string }[] = [
  { id: 'mine', text: 'My work' },
  { id: 'team', text: 'Team' },
  { id: 'new', text: 'New' },
  { id: 'unassigned', text: 'Unassigned' },
  { id: 'approval', text: 'For approval' },
  { id: 'register', text: 'Register' },
  { id: 'closed', text: 'Closed' },
]

// "Housing officer, Team manager"
export const wordsForRoles = (roles: readonly Role[]): string => roles.map((role) => roleWords[role]).join(', ')

const roleWords: Readonly<Record<Role, string>> = {
  'housing-officer': 'Housing officer',
  'planning-officer': 'Planning officer',
  'bookings-staff': 'Bookings staff',
  'customer-adviser': 'Customer adviser',
  'team-manager': 'Team manager',
  'review-officer': 'Review officer',
  'complaints-officer': 'Complaints officer',
  auditor: 'Auditor',
}

let made: { readonly head: ReturnType<typeof part> } | undefined

const furniture = () => {
  made ??= {
    head: part('parts/head.njk', {
      styles: assets['staff.css'],
      script: assets['staff.js'],
      icon: assets['icon.svg'],
      brand,
    }),
  }
  return made
}
