// The counts that the guarantees give: 10,000 attempts by 5,000 people on 100 places, 50 at a time; 1,000 races for a hold.
// And some of them on AWS's own DynamoDB Local, where there is Java.
import { javaIsHere } from '#infra/local/dynamo.ts'
import { crowdChecks } from '#tests/support/faults/crowd-checks.ts'

crowdChecks('dynoxide', { people: 5000, attempts: 10_000, places: 100, workers: 50, seed: 8 }, 1000)

if (javaIsHere()) crowdChecks('dynamodb-local', { people: 60, attempts: 120, places: 10, workers: 10, seed: 9 }, 20)
