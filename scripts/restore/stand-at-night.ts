// Cases that were stored before the night went by an index (`due`, DUE#night) do not stand in it: each is put there once, to be looked
// at on the next night. After that every change of a case does so itself.
import { type AttributeValue, DynamoDBClient, paginateScan, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { dueAtNight } from '#adapters/dynamo/cases/case-items.ts'
import { dataOf, keyItem } from '#adapters/dynamo/client.ts'
import { indexKeys, keys, listShard } from '#adapters/dynamo/table.ts'
import type { ListedCase } from '#domain/cases/case.ts'
import { atNight } from '#services/catalogue.ts'

type Tables = { readonly endpoint: string | undefined; readonly main: string }

/** Gives how many were put there. Done twice it finds none the second time. */
export const standAtNight = async ({ endpoint, main }: Tables): Promise<number> => {
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint, region: 'eu-west-2' })
  let count = 0
  for await (const page of paginateScan({ client }, { TableName: main, ...unlisted }))
    for (const item of page.Items ?? []) {
      const subject = dataOf<ListedCase>(item)
      if (!atNight(subject.service, subject.state)) continue
      await client.send(new UpdateItemCommand(standing(main, subject)))
      count += 1
    }
  client.destroy()
  return count
}

const unlisted = {
  FilterExpression: 'sk = :case AND attribute_not_exists(#due)',
  ExpressionAttributeNames: { '#due': 'due' },
  ExpressionAttributeValues: { ':case': { S: keys.case('').sk } satisfies AttributeValue },
}

const standing = (name: string, { reference, team }: ListedCase) => ({
  TableName: name,
  Key: keyItem(keys.case(reference)),
  UpdateExpression: 'SET #due = :night, dueAt = :first',
  // One that changed meanwhile stands there already.
  ConditionExpression: 'attribute_exists(pk)',
  ExpressionAttributeNames: { '#due': 'due' },
  ExpressionAttributeValues: {
    ':night': { S: indexKeys.night(team, listShard) },
    ':first': { S: dueAtNight('0000-00-00', reference) },
  },
})
