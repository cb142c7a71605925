// Addresses as data: method, path, who may, and what answers. A route without a policy stops the program.
import type { Reply } from './http.ts'

export type Route<Visit, Policy> = {
  readonly method: 'GET' | 'POST'
  // Placeholders in braces: /housing/{section}/{page}
  readonly path: string
  readonly policy: Policy
  readonly answer: (visit: Visit) => Promise<Reply> | Reply
}

export const checkedRoutes = <Visit, Policy extends string>(
  routes: readonly Route<Visit, Policy>[],
): readonly Route<Visit, Policy>[] => {
  const without = routes.filter((route) => !route.policy)
  if (without.length > 0)
    throw new Error(`Routes without a policy: ${without.map(({ method, path }) => `${method} ${path}`).join(', ')}`)
  return routes
}
