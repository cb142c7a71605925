// Guildhall in a council's account: one stage, in stacks that outlive one another: what is kept, what serves, what watches.
import { type App, Tags } from 'aws-cdk-lib'
import { acknowledge } from './parts/acknowledge.ts'
import type { AssetFiles } from './parts/edge/assets.ts'
import type { CodeOf } from './parts/ground.ts'
import { AuditStack } from './stacks/audit.ts'
import { DataStack } from './stacks/data.ts'
import { EdgeStack } from './stacks/edge.ts'
import { IdentityStack } from './stacks/identity.ts'
import { KeepingStack } from './stacks/keeping.ts'
import { MeasuresStack } from './stacks/measures.ts'
import { ScheduleStack } from './stacks/nightly.ts'
import { PipelineStack } from './stacks/pipeline.ts'
import { TextsStack } from './stacks/texts.ts'
import { UploadsStack } from './stacks/uploads.ts'
import { WatchStack } from './stacks/watch.ts'
import { WebStack } from './stacks/web.ts'
import type { Stage } from './stages.ts'

type Given = {
  readonly stage: Stage
  readonly codeOf: CodeOf
  readonly files: AssetFiles
  // Is there anything to do each night?
  readonly nightly: boolean
}

export const guildhall = (app: App, given: Given) => {
  const { stage } = given
  const id = (name: string): string => `Guildhall-${stage.name}-${name}`
  const edge = new EdgeStack(app, id('Edge'), given)
  const data = new DataStack(app, id('Data'), given)
  const audit = new AuditStack(app, id('Audit'), data)
  const identity = new IdentityStack(app, id('Identity'), data)
  const uploads = new UploadsStack(app, id('Uploads'), data)
  const texts = new TextsStack(app, id('Texts'), data)
  const measures = new MeasuresStack(app, id('Measures'), data)
  const schedule = given.nightly ? new ScheduleStack(app, id('Schedule'), data) : undefined
  const keeping = new KeepingStack(app, id('Keeping'), { data, audit, uploads })
  const web = new WebStack(app, id('Web'), { data, uploads, identity })
  // The copy of the edge's secret is there before the functions that ask for it.
  web.addStackDependency(edge)
  const watch = new WatchStack(app, id('Watch'), { data, uploads, texts, web })
  const { pipelineOf } = stage
  if (pipelineOf !== undefined) new PipelineStack(app, id('Pipeline'), stage, pipelineOf)
  acknowledge(app, {
    'Annotation::@aws-cdk/aws-s3:accessLogsPolicyNotAdded':
      'The bucket of access logs lets every bucket of the account write to it, in its own stack (parts/ground.ts).',
  })
  Tags.of(app).add('product', 'guildhall')
  Tags.of(app).add('stage', stage.name)
  return { edge, data, audit, identity, uploads, texts, measures, schedule, keeping, web, watch }
}
