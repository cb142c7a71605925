// `npm run index`: makes every case of the table in TABLE_NAME findable by its people, puts cases that nobody has where “take the next”
// looks, time that is taken where pages of days look, and who did what beside each history. Once after the releases that brought these,
// and after the search's key is turned. Run again it changes nothing.
import { randomUUID } from 'node:crypto'
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { configFrom } from '#adapters/config.ts'
import { claimsOfDay, indexClaims } from '#adapters/dynamo/booking/index-claims.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { indexAgain } from '#adapters/dynamo/people/index-again.ts'
import { isClaim, keys } from '#adapters/dynamo/table.ts'
import { systemClock, systemKeys } from '#adapters/system.ts'
import { sealedTableFrom } from '#functions/wiring/residents.ts'
import { isOpenState } from '#services/catalogue.ts'

const config = configFrom(process.env)
const hashes = systemKeys(config.SECRET_KEY)
const table = sealedTableFrom(config, process.env, systemClock(config.CLOCK_FILE))
const cases = caseStore(table, hashes, isOpenState)

const endpoint = config.DYNAMODB_ENDPOINT
const client = new DynamoDBClient({ region: config.AWS_REGION, ...(endpoint === undefined ? {} : { endpoint }) })
let [done, skipped, claims] = [0, 0, 0]
const days = new Set<string>()
for await (const { Items: items = [] } of paginateScan(
  { client },
  { TableName: table.name, ProjectionExpression: 'pk, sk' },
))
  for (const { pk, sk } of items) {
    if (pk?.S !== undefined && isClaim({ pk: pk.S })) days.add(pk.S)
    if (sk?.S !== keys.case('').sk || pk?.S === undefined) continue
    const whole = await cases.whole(pk.S.slice(keys.case('').pk.length)).catch(() => undefined)
    if (whole === undefined) skipped += 1
    else {
      const { subject } = whole
      await indexAgain(table, hashes, subject, randomUUID())
      await cases.stand(subject)
      await cases.noteHands(whole)
      done += 1
    }
  }
for (const day of days) claims += await indexClaims(table, await claimsOfDay(table, day))
client.destroy()
table.client.close()
process.stdout.write(
  `${done} cases can be found, ${skipped} were erased or could not be read; ${claims} times taken were put in order\n`,
)
