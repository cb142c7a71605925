// The audit table as the function sees it that signs the trail's days: is there anything of a time? It reads the whole table
// until it finds one, and is asked only for a day of which nothing came into the archive.
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import type { AuditTrail } from '#usecases/ports/digests.ts'
import { orderedFrom } from '../system.ts'

export type TrailSettings = {
  readonly region: string
  // Of the local host; in AWS the SDK finds its own.
  readonly endpoint?: string
  readonly table: string
}

export const auditTrail = ({ table, ...settings }: TrailSettings): AuditTrail => {
  const client = new DynamoDBClient(settings)
  return {
    hasAnyOf: async (from, until) => {
      const pages = paginateScan({ client }, asked(table, orderedFrom(from), orderedFrom(until)))
      for await (const { Items = [] } of pages) if (Items.length > 0) return true
      return false
    },
  }
}

// An entry's id begins with its time (ports/stores.ts, "ordered").
const asked = (TableName: string, from: string, until: string) => ({
  TableName,
  ProjectionExpression: 'sk',
  FilterExpression: 'sk >= :from AND sk < :until',
  ExpressionAttributeValues: { ':from': { S: from }, ':until': { S: until } },
})
