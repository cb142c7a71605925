// Looks in as a resident would: does the counter stand open? Home, each service's start page, and what their pages are dressed with.
import type { Service } from '#services/service.ts'

export type LookPorts = {
  readonly services: readonly Pick<Service, 'id'>[]
  readonly get: (path: string) => Promise<{ readonly status: number; readonly text: string }>
}

// What is wrong, in words for whoever is called; nothing where all is well.
export const lookIn = async ({ services, get }: LookPorts): Promise<readonly string[]> => {
  const home = await get('/')
  const wrongPages = await Promise.all(services.map(async ({ id }) => wrongWith(`/${id}`, await get(`/${id}`), '<h1')))
  const dressed = await Promise.all(assetsOf(home.text).map(async (path) => wrongWith(path, await get(path), '')))
  const none = assetsOf(home.text).length === 0 ? ['/ names no style sheet'] : []
  return [...wrongWith('/', home, '<h1'), ...wrongPages.flat(), ...dressed.flat(), ...none]
}

type Seen = { readonly status: number; readonly text: string }

const wrongWith = (path: string, { status, text }: Seen, holds: string): readonly string[] => {
  if (status !== 200) return [`${path} answered ${status}`]
  return text.includes(holds) ? [] : [`${path} has no heading`]
}

const assetsOf = (html: string): readonly string[] =>
  [...html.matchAll(/(?:href|src)="(\/assets\/[\w.-]+\.(?:css|js))"/g)].map(([, path = '']) => path)
