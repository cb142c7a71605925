// What is watched beside the functions themselves (service-function.ts): the table, the pages, the texts, the money; one page to look at.
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { budget } from './budget.ts'
import { configRules } from './config-rules.ts'
import { dashboard } from './dashboard.ts'
import type { DataStack } from './data.ts'
import { region } from './stages.ts'
import type { TextsStack } from './texts.ts'
import type { UploadsStack } from './uploads.ts'
import { watched } from './watched.ts'
import { watchman } from './watchman.ts'
import type { WebStack } from './web.ts'

export type Watched = {
  readonly data: DataStack
  readonly uploads: UploadsStack
  readonly texts: TextsStack
  readonly web: WebStack
}

export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, all: Watched) {
    super(scope, id, { env: { account: all.data.account, region } })
    const { ground } = all.data
    watched(this, all)
    dashboard(this, all)
    budget(this, ground)
    configRules(this, ground)
    if (ground.stage.watchman) watchman(this, all.data)
  }
}
