// What programs were told of events, for managers, and telling one of them once more.

import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { type Delivery, replayed } from '#domain/sharing/delivery.ts'
import type { Hook, HookStore } from '../ports/sharing/hooks.ts'
import type { AuditLog } from '../ports/staff.ts'
import type { Clock, Ids } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly audit: AuditLog
  readonly told: HookStore
  readonly hooks: readonly Hook[]
}

export type HookLog = {
  readonly id: string
  readonly name: string
  // Of its address the host alone: the rest may be a secret of theirs.
  readonly host: string
  readonly stopped?: number
  readonly deliveries: readonly Delivery[]
}

const most = 25

export const seeHooks = ({ told, hooks }: Ports): Promise<readonly HookLog[]> =>
  Promise.all(
    hooks.map(async ({ client: { id, name }, url }) => {
      const { stopped } = await told.state(id)
      const host = URL.parse(url)?.host ?? ''
      return { id, name, host, deliveries: await told.log(id, most), ...(stopped === undefined ? {} : { stopped }) }
    }),
  )

export type TellingAgain = 'told' | 'not-there' | 'under-way'

/** On record before it is sent. Whoever wanted no more is told everything again from then on. */
export const tellAgain = async (
  ports: Ports,
  user: Staff,
  { clientId, id }: { readonly clientId: string; readonly id: string },
): Promise<TellingAgain> => {
  if (!can(user, 'see-webhooks') || !ports.hooks.some(({ client }) => client.id === clientId)) return 'not-there'
  const delivery = await ports.told.one(clientId, id)
  if (delivery === undefined) return 'not-there'
  if (delivery.state === 'due') return 'under-way'
  const at = ports.clock.now()
  await ports.audit.record({ id: ports.ids.ordered(at), at, by: user.id, did: 'tell-again', allowed: true, on: id })
  const { stopped, ...state } = await ports.told.state(clientId)
  if (stopped !== undefined) await ports.told.take(clientId, state, [])
  const kept = await ports.told.keep(delivery, replayed(delivery, at))
  return kept.ok ? 'told' : 'under-way'
}
