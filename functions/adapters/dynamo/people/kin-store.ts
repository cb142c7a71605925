// What was said of two cases, under each of them.
import type { Kin } from '#domain/people/kin.ts'
import type { KinStore } from '#usecases/ports/people.ts'
import { auditPut } from '../audit-entry.ts'
import { dataOf, itemOf, type Table } from '../client.ts'
import { putAtVersion } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { sharingKeys } from '../sharing/sharing-keys.ts'
import { because, written } from '../transact.ts'

export const kinStore = (table: Table): KinStore => ({
  of: async (reference) =>
    (await allUnder(table, table.name, sharingKeys.kin(reference, '').pk)).map((item) => dataOf<Kin>(item)),
  say: (kin, entries) => {
    const back = { ...kin, reference: kin.other, other: kin.reference }
    const puts = [kin, back].map((one) => putAtVersion(table.name, itemFor(one), one.version - 1))
    const audits = entries.map((entry) => ({ Put: auditPut(table, entry) }))
    const token = entries[0]?.id ?? kin.reference
    return written(table, because('changed-elsewhere', [...puts, ...audits]), token, 'what was said was stored')
  },
})

const itemFor = (kin: Kin) => itemOf(sharingKeys.kin(kin.reference, kin.other), kin, { version: kin.version })
