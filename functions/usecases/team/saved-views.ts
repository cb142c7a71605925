// The lists of cases that somebody keeps for themselves or for their team.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import {
  type KeptViews,
  mostViews,
  type SavedView,
  type ViewOwner,
  type ViewQuery,
  withView,
} from '#domain/cases/desk/views.ts'
import * as ask from '#domain/forms/ask.ts'
import { problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { Clock, Ids } from '../ports/stores.ts'
import type { ViewStore } from '../ports/team.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly views: ViewStore
  readonly services: readonly Service[]
}

export type SeenView = SavedView & { readonly owner: ViewOwner; readonly mayEnd: boolean }

// Their own first, then those of their teams.
export const seeViews = async (ports: Ports, user: Staff): Promise<readonly SeenView[]> => {
  const kept = await ports.views.of(ownersFor(ports, user))
  return kept.flatMap(({ owner, views }) =>
    views.map((view) => ({ ...view, owner, mayEnd: mayEnd(user, owner, view) })),
  )
}

/** The list that somebody's day begins with, where they chose one. */
export const firstView = async ({ views }: Pick<Ports, 'views'>, { id }: Staff): Promise<SavedView | undefined> =>
  (await views.of([{ is: 'person', id }])).flatMap((kept) => kept.views).find(({ first }) => first === true)

const ownersFor = ({ services }: Ports, user: Staff): readonly ViewOwner[] => [
  { is: 'person', id: user.id },
  ...teamsOf(services, user).map(({ team }): ViewOwner => ({ is: 'team', team })),
]

const teamsOf = (services: readonly Service[], user: Staff): readonly Service[] =>
  services.filter(({ team }) => can(user, 'work-in', { team }))

// Of a team's, whoever made it and the team's managers.
const mayEnd = (user: Staff, owner: ViewOwner, { byId }: SavedView): boolean =>
  owner.is === 'person' || byId === user.id || can(user, 'run-team', { team: owner.team })

// What is asked of whoever keeps a view.
export const viewNeeds = ({ services }: Pick<Ports, 'services'>, user: Staff): Readonly<Record<string, Question>> => {
  const teams = teamsOf(services, user)
  const options = Object.fromEntries([
    ['me', 'Only me'],
    ...teams.map(({ team, name }) => [team, teams.length === 1 ? 'Everybody in my team' : `Everybody in: ${name}`]),
  ])
  return {
    name: ask.text('Name of the list', { most: 40, missing: 'Enter a name for the list' }),
    ...(teams.length === 0 ? {} : { whose: ask.choice('Select who sees it', options, { label: 'Who sees it?' }) }),
    first: ask.choices(
      'Select what you want',
      { yes: 'Begin my day with this list' },
      { label: 'When you sign in', optional: true, hint: 'For a list that only you see' },
    ),
  }
}

type Saving = { readonly user: Staff; readonly typed: Typed; readonly query: ViewQuery }

export const saveView = async (
  ports: Ports,
  { user, typed, query }: Saving,
): Promise<Result<SavedView, readonly Problem[]>> => {
  const now = ports.clock.now()
  const problems = Object.entries(viewNeeds(ports, user)).flatMap(([id, question]) =>
    problemsOf(typed, id, question, londonDay(now)),
  )
  if (problems.length > 0) return no(problems)
  const team = one(typed, 'whose')
  const owner: ViewOwner = team === '' || team === 'me' ? { is: 'person', id: user.id } : { is: 'team', team }
  const isFirst = one(typed, 'first') === 'yes'
  if (isFirst && owner.is === 'team') return no([{ field: 'first', words: onlyOwn }])
  const view = viewOf(user, { id: ports.ids.ordered(now), name: one(typed, 'name').trim(), query, isFirst })
  const done = await changeViews(ports, { user, owner, did: 'save-view' }, (kept) => withView(kept, view))
  return done.ok ? ok(view) : no([{ field: 'name', words: refusedWords[done.error] }])
}

const onlyOwn = 'Your day can begin only with a list that only you see'

type Named = Pick<SavedView, 'id' | 'name' | 'query'> & { readonly isFirst: boolean }

const viewOf = (user: Staff, { isFirst, ...named }: Named): SavedView => ({
  ...named,
  ...{ by: user.name, byId: user.id },
  ...(isFirst ? { first: true } : {}),
})

const refusedWords = {
  'same-name': 'There is a list of this name already. Enter another name',
  'too-many': `There are ${mostViews} lists, which is as many as are kept. Delete one first`,
  'changed-elsewhere': 'Somebody else keeps a list at this moment. Try again',
  'not-there': 'This list is not there any more',
} as const

export const endView = async (
  ports: Ports,
  { user, id }: { readonly user: Staff; readonly id: string },
): Promise<Result<null, 'not-there' | 'changed-elsewhere'>> => {
  const found = (await seeViews(ports, user)).find((view) => view.id === id && view.mayEnd)
  if (found === undefined) return no('not-there')
  return changeViews(ports, { user, owner: found.owner, did: 'end-view' }, ({ views }) =>
    views.some((view) => view.id === id) ? ok(views.filter((view) => view.id !== id)) : no('not-there'),
  )
}

type Changing = { readonly user: Staff; readonly owner: ViewOwner; readonly did: string }

const tries = 3

// Read anew where somebody else was quicker.
const changeViews = async <Why>(
  { clock, ids, views }: Ports,
  { user, owner, did }: Changing,
  change: (kept: KeptViews) => Result<readonly SavedView[], Why>,
): Promise<Result<null, Why | 'changed-elsewhere'>> => {
  for (let left = tries; left > 0; left -= 1) {
    const [kept = { owner, version: 0, views: [] }] = await views.of([owner])
    const after = change(kept)
    if (!after.ok) return after
    const now = clock.now()
    const entry = { id: ids.ordered(now), at: now, by: user.id, did, allowed: true }
    const done = await views.keep(kept, after.value, entry)
    if (done.ok) return done
  }
  return no('changed-elsewhere')
}
