// `npm run smoke -- --at https://counter.example`: looks in as a resident would, once, after a deployment. Ends with 1 and says
// what is wrong where something is.
import { parseArgs } from 'node:util'
import { lookInFrom } from '#functions/wiring/look-in.ts'
import { lookIn } from '#usecases/running/look-in.ts'

const { values: asked } = parseArgs({ options: { at: { type: 'string' } } })
const wrong =
  asked.at === undefined
    ? ['Say where: npm run smoke -- --at https://the-residents-address']
    : await lookIn(lookInFrom({ CITIZEN_ORIGIN: asked.at }))
process.stdout.write(wrong.length === 0 ? 'Every start page opens, dressed.\n' : `${wrong.join('\n')}\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
