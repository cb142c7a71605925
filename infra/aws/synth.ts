// `npm run synth`, and what `cdk` runs (cdk.json): the templates and the code of one stage, without an account, a network or Docker.
// The stage: `npm run synth -- production`, or `npx cdk deploy --all -c stage=production`.
import { App, Validations } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks } from 'cdk-nag'
import { bundles } from '../bundle.ts'
import { guildhall } from './app.ts'
import { flags } from './flags.ts'
import { codeIn } from './parts/code.ts'
import { faultsOf } from './ready-to-deploy.ts'
import { type StageName, stages } from './stages.ts'

// In a sentence: whoever deploys for the first time meets these.
const refuse = (why: string): never => {
  console.error(why)
  process.exit(1)
}

const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out', context: flags })
const asked: unknown = process.argv[2] ?? app.node.tryGetContext('stage') ?? 'dev'
const isStage = (name: unknown): name is StageName => typeof name === 'string' && name in stages
const chosen: StageName = isStage(asked)
  ? asked
  : refuse(`There is no stage ${asked}: choose one of ${Object.keys(stages).join(', ')}`)

// Set by `cdk` where it found credentials.
const faults = process.env.CDK_DEFAULT_ACCOUNT === undefined ? [] : faultsOf(stages[chosen], stages)
if (faults.length > 0) refuse(faults.join('\n'))

const built = new Map((await bundles()).map(({ name, folder }) => [name, folder]))
const codeOf = (entry: string): Code => {
  const folder = built.get(entry)
  if (folder === undefined) throw new Error(`There is no functions/${entry}.ts`)
  return codeIn(folder)
}
const { pages } = await import('#web/show/citizen/pages.ts')
const { leavePage } = await import('#web/show/leave-page.ts')
const files = { folder: '.built/assets', closedPage: pages.problem({ status: 503 }), leavePage }
guildhall(app, { stage: stages[chosen], codeOf, files, nightly: built.has('nightly') })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
const { stacks } = app.synth()
for (const { stackName, template } of stacks)
  console.log(`${stackName}: ${Object.keys(template.Resources).length} resources`)
