// The catalogue of services, and a service's start page (Design System, start using a service).
import type { StartPage } from '#services/service.ts'
import { type Around, citizenPage } from './around.ts'
import { paths, telephone } from './site.ts'

export type HomePage = {
  readonly services: readonly { readonly name: string; readonly summary: string; readonly href: string }[]
}

export const homePage = ({ services }: HomePage): string => {
  const title = 'Council services'
  return citizenPage('home', {}, { title }, { title, services, comeBack: paths.comeBack, mine: paths.mine })
}

export type ServiceStart = {
  readonly around: Around
  readonly start: StartPage
  readonly noun: string
  // "Start now" posts here.
  readonly action: string
}

export const startPage = ({ around, start, noun, action }: ServiceStart): string =>
  citizenPage(
    'start',
    around,
    { title: start.title },
    {
      start,
      action,
      otherWays: noun === 'appointment' ? 'Other ways to book' : 'Other ways to apply',
      phone: telephone(start.phone),
      comeBack: paths.comeBack,
    },
  )
