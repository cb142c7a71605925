// G18 and F30: what the release before this one stored, kept by its own code (scripts/keep-release.ts), under the handlers of this one.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { goesOn } from '#tests/support/releases/goes-on.ts'
import type { Kept } from '#tests/support/releases/kept.ts'
import { startStaffWorld } from '#tests/support/worlds/staff-world.ts'

const kept: Kept = JSON.parse(
  gunzipSync(readFileSync(new URL('../../fixtures/previous-release.json.gz', import.meta.url))).toString('utf8'),
)

goesOn('what the release before stored, under this one (G18)', async () => {
  const here = await startStaffWorld()
  const { table, clock, citizen, sendTexts } = here.world
  clock.set(kept.at + 5 * 60_000)
  for (const [TableName, items] of [
    [table.name, kept.main],
    [table.audit, kept.audit],
  ] as const)
    for (const Item of items) await table.client.putItem({ TableName, Item })
  return {
    left: kept,
    here,
    citizen,
    sendTexts,
    staff: here.staff,
    signedIn: here.signedIn,
    close: here.close,
    // It did not ask of a place to stay first, nor of danger.
    asksInstead: { 'homelessness/now': 'later', 'homelessness/danger': 'later' },
    // It had asked 12 pages: 6 of this one's.
    begun: 6,
  }
})
