// Whom an applicant lets help them: kept on the draft, so that each of their requests reads it with the draft.
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Helper } from '#domain/forms/answered/helping.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { BesideHelp } from '#usecases/ports/access.ts'
import { itemOf, keyItem, type Table } from '../client.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, transact } from '../transact.ts'
import { helpersValue, seconds } from './draft-items.ts'

// A save that is on its way under the version before is refused, and with it what somebody typed who helps no more.
export const setHelpers = async (
  table: Table,
  draft: Draft,
  helpers: readonly Helper[],
  { found, texts }: BesideHelp,
): Promise<Result<Draft, 'changed-elsewhere'>> => {
  const next = draft.version + 1
  const pointers = found.map(({ hash, until }) =>
    itemOf(keys.phrase(hash), { draftId: draft.id }, { [timeToLive]: Number(seconds(until)) }),
  )
  const items = [
    {
      Update: {
        TableName: table.name,
        Key: keyItem(keys.draft(draft.id)),
        UpdateExpression: 'SET helpers = :helpers, #version = :next',
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: {
          ':helpers': helpersValue(helpers),
          ':next': { N: String(next) },
          ':seen': { N: String(draft.version) },
        },
      },
    },
    ...pointers.map((Item) => ({ Put: { TableName: table.name, Item } })),
    ...textPuts(table.name, texts),
  ]
  const token = `helpers-${draft.id.slice(0, 20)}-${draft.version}`
  const done = await transact(table, because('changed-elsewhere', items), token)
  return done.ok ? ok({ ...draft, helpers, version: next }) : no('changed-elsewhere')
}
