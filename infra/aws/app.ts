// Guildhall in a council's account: one stage, in stacks that outlive one another: what is kept, what serves, what watches.
import type { App } from 'aws-cdk-lib'
import { Tags } from 'aws-cdk-lib'
import { DataStack } from './data.ts'
import type { Ground } from './ground.ts'
import type { Stage } from './stages.ts'
import { TextsStack } from './texts.ts'
import { UploadsStack } from './uploads.ts'
import { WebStack } from './web.ts'

type Given = { readonly stage: Stage; readonly codeOf: Ground['codeOf'] }

export const guildhall = (app: App, { stage, codeOf }: Given) => {
  const id = (name: string): string => `Guildhall-${stage.name}-${name}`
  const data = new DataStack(app, id('Data'), { stage, codeOf })
  const uploads = new UploadsStack(app, id('Uploads'), data)
  const texts = new TextsStack(app, id('Texts'), data)
  const web = new WebStack(app, id('Web'), { data, uploads })
  Tags.of(app).add('product', 'guildhall')
  Tags.of(app).add('stage', stage.name)
  return { data, uploads, texts, web }
}
