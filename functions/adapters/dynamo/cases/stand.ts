// Where worklists and the list of a day look for a case, written anew: for cases that were stored before a list was kept as it is now.
import type { Case } from '#domain/cases/case.ts'
import { keyItem, type Table } from '../client.ts'
import { keys, shardOf } from '../table.ts'
import { transact } from '../transact.ts'
import { standsAt, whose } from './case-items.ts'
import { sheetPut } from './day-sheet.ts'

export const stand = async (table: Table, subject: Case, open: boolean): Promise<void> => {
  const { reference, version } = subject
  // Where it changed since it was read, it stands as it should.
  await transact(
    table,
    [
      {
        Update: {
          TableName: table.name,
          Key: keyItem(keys.case(reference)),
          UpdateExpression: open ? 'SET byDue = :on, mine = :whose' : 'SET byDue = :on REMOVE mine',
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: {
            ':on': { S: `${standsAt(subject, open)}#${reference}` },
            ':seen': { N: String(version) },
            ...(open ? { ':whose': { S: whose(subject, shardOf(reference)) } } : {}),
          },
        },
      },
      ...sheetPut(table.name, subject),
    ],
    `stand ${reference} ${version}`,
  )
}
