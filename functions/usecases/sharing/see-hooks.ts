// What programs were told of events, for managers, and telling one of them once more.

import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { type Delivery, type HookStanding, replayed } from '#domain/sharing/delivery.ts'
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
  readonly stoppedAs?: HookStanding['stoppedAs']
  readonly deliveries: readonly Delivery[]
}

const most = 25

export const seeHooks = ({ told, hooks }: Ports): Promise<readonly HookLog[]> =>
  Promise.all(
    hooks.map(async ({ client: { id, name }, url }) => {
      const { stopped, stoppedAs } = await told.state(id)
      const host = URL.parse(url)?.host ?? ''
      const stands = stopped === undefined ? {} : { stopped, ...(stoppedAs === undefined ? {} : { stoppedAs }) }
      return { id, name, host, deliveries: await told.log(id, most), ...stands }
    }),
  )

export type StoppedHook = { readonly name: string; readonly stopped: number; readonly stoppedAs: 'gone' | 'failing' }

/** A task of whoever may have them told again: those that are told nothing more. */
export const stoppedHooks = async (
  { told, hooks }: Pick<Ports, 'told' | 'hooks'>,
  user: Staff,
): Promise<readonly StoppedHook[]> => {
  if (!can(user, 'see-webhooks')) return []
  const all = await Promise.all(hooks.map(async ({ client: { id, name } }) => ({ name, ...(await told.state(id)) })))
  return all.flatMap(({ name, stopped, stoppedAs = 'gone' }) =>
    stopped === undefined ? [] : [{ name, stopped, stoppedAs }],
  )
}

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
  const { version, place, stopped } = await ports.told.state(clientId)
  if (stopped !== undefined) await ports.told.take(clientId, { version, place }, [])
  const kept = await ports.told.keep(delivery, replayed(delivery, at))
  return kept.ok ? 'told' : 'under-way'
}
