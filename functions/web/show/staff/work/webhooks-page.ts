// What programs of others were told of events, and what came of it.
import type { Delivery } from '#domain/sharing/delivery.ts'
import type { HookLog } from '#usecases/sharing/see-hooks.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const webhooksAt = '/webhooks'

export type WebhooksPage = { readonly around: StaffAround; readonly hooks: readonly HookLog[] }

const title = 'What other programs were told'

export const webhooksPage = ({ around, hooks }: WebhooksPage): string =>
  staffPage('webhooks', around, { title }, { title, action: webhooksAt, hooks: hooks.map(hookOf) })

const hookOf = ({ id, name, host, stopped, stoppedAs, deliveries }: HookLog): Variables => ({
  id,
  name: onOneLine(name),
  host,
  stopped: stopped === undefined ? '' : `${hookStoppedWords[stoppedAs ?? 'gone']} since ${moment(stopped)}.`,
  rows: deliveries.map(rowOf),
})

export const hookStoppedWords = {
  gone: 'It said that it wants no more, and has been told nothing',
  failing: 'It took nothing for five days, and has been told nothing',
} as const

const stateWords = { due: 'To be sent', taken: 'Taken', 'given-up': 'Given up' } as const
const colours = { due: 'yellow', taken: 'green', 'given-up': 'red' } as const

const rowOf = ({ id, body, state, tries, madeAt, triedAt, dueAt, why }: Delivery): Variables => ({
  id,
  what: `${/"reference":"(\w+)"/.exec(body)?.[1] ?? ''}, ${moment(madeAt)}`,
  state: { text: stateWords[state], colour: colours[state] },
  lines: [
    ...(triedAt === undefined ? [] : [`Tried ${tries === 1 ? 'once' : `${tries} times`}, last on ${moment(triedAt)}`]),
    ...(why === undefined ? [] : [why]),
    ...(state === 'due' ? [`Sent next after ${moment(dueAt)}`] : []),
  ],
  again: state !== 'due',
})
