import type { Draft } from '#domain/forms/answered/draft.ts'

// "Still a draft, at the version that was read": goes with every write of a draft.
export const unchanged = (draft: Draft) => ({
  ConditionExpression: '#status = :draft AND #version = :seen',
  ExpressionAttributeNames: { '#status': 'status', '#version': 'version' },
  ExpressionAttributeValues: { ':draft': { S: 'draft' }, ':seen': { N: String(draft.version) } },
})
