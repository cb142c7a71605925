// Each night: what managers agreed to erase goes, if it is still due and nobody holds it (docs/rules/keeping.md, "When the time is over").
import { londonDay } from '#domain/london.ts'
import type { Erase, NotErased, Receipt, ToErase } from '../ports/erasing.ts'
import type { Log } from '../ports/log.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'
import { agreedToErase } from './due-to-erase.ts'

export type ErasingPorts = {
  readonly clock: Clock
  readonly cases: Pick<CaseStore, 'worklist'>
  readonly erase: Erase
  readonly log: Log
}

export type NightErased = { readonly erased: number; readonly refused: number; readonly left: number }

export const eraseAgreed = async (ports: ErasingPorts): Promise<NightErased> => {
  const today = londonDay(ports.clock.now())
  const due = await agreedToErase(ports, () => true, today)
  const named = due.map(({ subject, going }) => ({
    reference: subject.reference,
    by: going.byId,
    law: going.law,
  }))
  return named.length === 0 ? { erased: 0, refused: 0, left: 0 } : withoutRefused(ports, named)
}

// One that was held, opened or changed just now keeps back no other.
const withoutRefused = async (ports: ErasingPorts, named: readonly ToErase[]): Promise<NightErased> => {
  let [going, refused] = [named, 0]
  while (going.length > 0) {
    const done: Receipt | NotErased = await ports.erase(going)
    if ('signature' in done) return { erased: going.length, refused, left: done.left }
    const out = new Set(done.references)
    refused += out.size
    for (const reference of out) ports.log({ level: 'warn', event: 'not-erased', reference, error: done.is })
    going = going.filter(({ reference }) => !out.has(reference))
  }
  return { erased: 0, refused, left: 0 }
}
