// Where worklists look for a case, written anew: for cases that were stored before a list was kept as it is now.
import type { Case } from '#domain/cases/case.ts'
import { keyItem, type Table } from '../client.ts'
import { isConditionFailed } from '../db.ts'
import { keys, shardOf } from '../table.ts'
import { standsAt, whose } from './case-items.ts'

export const stand = async (table: Table, subject: Case, open: boolean): Promise<void> => {
  const { reference, version } = subject
  try {
    await table.client.updateItem({
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
    })
  } catch (error) {
    // It changed since it was read, and so stands as it should.
    if (!isConditionFailed(error)) throw error
  }
}
