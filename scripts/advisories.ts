// `npm run advisories`: is anything known against what is deployed? Ends with 0 where nothing is, 1 where something is, and 2
// where nobody could be asked.
import { spawnSync } from 'node:child_process'
import { type AdvisorySaid, saidBy } from './advisories/said.ts'

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
const said = saidBy(stdout ?? '')

const words: Readonly<Record<AdvisorySaid['is'], string>> = {
  none: 'No advisories against what is deployed.',
  found: 'Advisories against what is deployed: run `npm audit --omit=dev`.',
  'not-run': 'NOT CHECKED: the registry could not be asked for advisories. Nothing is known, neither good nor bad.',
}
const ends: Readonly<Record<AdvisorySaid['is'], number>> = { none: 0, found: 1, 'not-run': 2 }

process.stdout.write(`${words[said.is]}${'words' in said ? ` (${said.words})` : ''}\n`)
process.exitCode = ends[said.is]
