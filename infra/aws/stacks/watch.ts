// What is watched beside the functions themselves (service-function.ts): the table, the pages, the texts, the money; one page to look at.
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { budget } from '../parts/watching/budget.ts'
import { configRules } from '../parts/watching/config-rules.ts'
import { queries } from '../parts/watching/queries.ts'
import { region } from '../stages.ts'
import { dashboard } from './dashboard.ts'
import type { DataStack, Kept } from './data.ts'
import type { TextsStack } from './texts.ts'
import type { UploadsStack } from './uploads.ts'
import { watched } from './watched.ts'
import { watchman } from './watchman.ts'
import type { WebStack } from './web.ts'

export type Watched = {
  readonly data: Kept
  readonly uploads: UploadsStack
  readonly texts: TextsStack
  readonly web: WebStack
}

export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, from: Omit<Watched, 'data'> & { readonly data: DataStack }) {
    super(scope, id, { env: { account: from.data.account, region } })
    const all = { ...from, data: from.data.seenFrom(this) }
    const { ground } = all.data
    watched(this, all)
    dashboard(this, all)
    budget(this, ground)
    configRules(this, ground)
    queries(this, ground)
    if (ground.stage.watchman) watchman(this, all.data)
  }
}
