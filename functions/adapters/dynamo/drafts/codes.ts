// Codes by text and by email: 6 digits, 10 minutes, 5 tries; 3 an hour for a number or an address, and
// 3 for its owner, whom nobody else can use up (H40). A try is counted before the code is looked at.
import { emailHash } from '#domain/forms/answered/way-back.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { CodeFor, CodeStore } from '#usecases/ports/access.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { dataOf, type Item, itemOf, keyItem, numberAt, type Table, textAt } from '../client.ts'
import { countUp } from '../counted.ts'
import { isConditionFailed } from '../db.ts'
import { timeToLive } from '../schema.ts'
import { keys } from '../table.ts'
import { textPuts } from '../texts/text-puts.ts'
import { because, transact } from '../transact.ts'

const mostTries = 5
const limits = {
  anybody: { what: 'code', period: 'hour', most: 3 },
  owner: { what: 'code-of-owner', period: 'hour', most: 3 },
} as const

export const codeStore = (table: Table, hashes: Keys): CodeStore => ({
  ask: async (challenge, given, texts) => {
    const code = itemOf(keys.code(hashes.hash('challenge', challenge)), forOf(given), {
      codeHash: given.codeHash,
      expiresAt: given.expiresAt,
      tries: 0,
      [timeToLive]: Math.ceil(given.expiresAt / 1000),
    })
    const items = [
      countUp(table, { ...limits[given.by], hash: countedFor(hashes, given), now: given.now }),
      { Put: { TableName: table.name, Item: code } },
      ...textPuts(table.name, texts),
    ]
    const token = hashes.hash('token', `${challenge}/${given.now}`)
    const done = await transact(table, because('too-many', items), token)
    return done.ok ? ok(null) : no('too-many')
  },
  check: async (challenge, codeHash, now) => {
    const tried = await countTry(table, hashes.hash('challenge', challenge))
    if (!tried.ok) return tried
    const code = tried.value
    if (numberAt(code, 'expiresAt') < now) return no('expired')
    if (!hashes.same(textAt(code, 'codeHash'), codeHash)) return no('wrong')
    const used = numberAt(await markUsed(table, hashes.hash('challenge', challenge), now), 'usedAt')
    return now - used > pressedTwiceMs ? no('expired') : ok(dataOf<CodeFor>(code))
  },
})

const forOf = (given: CodeFor): CodeFor => {
  if ('phone' in given) return { phone: given.phone }
  return 'email' in given
    ? { email: given.email, reference: given.reference }
    : { helper: given.helper, reference: given.reference }
}

// An address whatever the reference: nobody is sent more by naming many.
const countedFor = (hashes: Keys, given: CodeFor): string =>
  namesEmail(given) ? emailHash(hashes.hash, toOf(given)) : hashes.hash('phone', toOf(given))

const toOf = (given: CodeFor): string => {
  if ('phone' in given) return given.phone
  return 'email' in given ? given.email : given.helper
}

const namesEmail = (given: CodeFor): boolean => toOf(given).includes('@')

// A code works once (OWASP ASVS 5.0, 6.5.1). The same press, twice, is once.
const pressedTwiceMs = 5000

const markUsed = async (table: Table, hash: string, now: number): Promise<Item> => {
  const { Attributes: code = {} } = await table.client.updateItem({
    TableName: table.name,
    Key: keyItem(keys.code(hash)),
    UpdateExpression: 'SET usedAt = if_not_exists(usedAt, :now)',
    ExpressionAttributeValues: { ':now': { N: String(now) } },
    ReturnValues: 'ALL_NEW',
  })
  return code
}

const countTry = async (table: Table, hash: string): Promise<Result<Item, 'expired' | 'too-many'>> => {
  try {
    const { Attributes: code } = await table.client.updateItem({
      TableName: table.name,
      Key: keyItem(keys.code(hash)),
      UpdateExpression: 'ADD tries :one',
      ConditionExpression: 'attribute_exists(pk) AND tries < :most',
      ExpressionAttributeValues: { ':one': { N: '1' }, ':most': { N: String(mostTries) } },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    })
    return code === undefined ? no('expired') : ok(code)
  } catch (error) {
    if (isConditionFailed(error)) return no(error.Item === undefined ? 'expired' : 'too-many')
    throw error
  }
}
