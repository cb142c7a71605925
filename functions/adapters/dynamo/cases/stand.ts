// Where worklists and the list of a day look for a case, written anew: for cases that were stored before a list was kept as it is now.
import type { Case } from '#domain/cases/case.ts'
import { keyItem, type Table } from '../client.ts'
import { keys } from '../table.ts'
import { transact } from '../transact.ts'
import { type Stands, standsAt, whose } from './case-items.ts'
import { sheetPut } from './day-sheet.ts'

export const stand = async (table: Table, subject: Case, how: Omit<Stands, 'atNight'>): Promise<void> => {
  const { reference, version } = subject
  const mine = whose(subject, how)
  // Where it changed since it was read, it stands as it should.
  await transact(
    table,
    [
      {
        Update: {
          TableName: table.name,
          Key: keyItem(keys.case(reference)),
          UpdateExpression: mine === undefined ? 'SET byDue = :on REMOVE mine' : 'SET byDue = :on, mine = :whose',
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: {
            ':on': { S: `${standsAt(subject, how.open)}#${reference}` },
            ':seen': { N: String(version) },
            ...(mine === undefined ? {} : { ':whose': { S: mine } }),
          },
        },
      },
      ...sheetPut(table.name, subject),
    ],
    `stand ${reference} ${version}`,
  )
}
