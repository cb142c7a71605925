// Addresses as data: method, path, who may, and what answers. A route without a policy stops the program.
import type { Reply } from './http.ts'

export type Addressed = {
  readonly method: 'GET' | 'POST'
  // Placeholders in braces: /housing/{section}/{page}
  readonly path: string
  readonly policy: string
}

export type Route<Visit, Policy extends string> = Addressed & {
  readonly policy: Policy
  readonly answer: (visit: Visit) => Promise<Reply> | Reply
  // Answers in its place while nothing may be saved. A form without it is refused then, and what was typed comes back.
  readonly whileReadOnly?: (visit: Visit) => Promise<Reply> | Reply
  // The page on which a form is shown again, as it was typed, that came when its session had run out.
  readonly keptAt?: string
}

export const checkedRoutes = <Known extends Addressed>(routes: readonly Known[]): readonly Known[] => {
  const without = routes.filter((route) => !route.policy)
  if (without.length > 0)
    throw new Error(`Routes without a policy: ${without.map(({ method, path }) => `${method} ${path}`).join(', ')}`)
  return routes
}
