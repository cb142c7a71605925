// The lists that somebody keeps, and those of their team, each with its link and a way to delete it.
import type { SeenView } from '#usecases/team/saved-views.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const viewsAt = '/views'

export type ViewsPage = {
  readonly around: StaffAround
  readonly views: readonly SeenView[]
  readonly serviceOf: (team: string) => string
}

export const viewsPage = ({ around, views, serviceOf }: ViewsPage): string => {
  const title = 'Saved lists'
  return staffPage('views', around, { title }, { title, views: views.map((view) => viewRow(view, serviceOf)) })
}

const viewRow = (view: SeenView, serviceOf: ViewsPage['serviceOf']): Variables => ({
  ...linkOf(view),
  id: view.id,
  whose:
    view.owner.is === 'person'
      ? `Only you${view.first === true ? '. Your day begins with it' : ''}`
      : `Everybody in ${serviceOf(view.owner.team)}, kept by ${onOneLine(view.by)}`,
  mayEnd: view.mayEnd,
})

export const linkOf = ({
  name,
  query,
}: Pick<SeenView, 'name' | 'query'>): { readonly text: string; readonly href: string } => ({
  text: onOneLine(name),
  href: `/cases?${new URLSearchParams(query)}`,
})
