// Questions to the logs that are asked again and again, under names of their own (infra/README.md, "Follow a request").
import type { Stack } from 'aws-cdk-lib'
import { CfnQueryDefinition } from 'aws-cdk-lib/aws-logs'
import type { Ground } from '../ground.ts'

export const queries = (scope: Stack, { stage }: Ground): void => {
  new CfnQueryDefinition(scope, 'FollowARequest', {
    name: `guildhall/${stage.name}/follow a request`,
    queryString: [
      'fields @timestamp, service, event, route, status, tried, error, at, requestId, edge',
      'filter requestId = "THE REFERENCE" or edge = "THE REFERENCE"',
      'sort @timestamp asc',
    ].join('\n| '),
  })
}
