import { javaIsHere } from '#infra/local/dynamo.ts'
import { crowdChecks } from '#tests/support/faults/crowd-checks.ts'

crowdChecks('dynoxide', { people: 200, attempts: 400, places: 20, workers: 20, seed: 8 }, 50)

if (javaIsHere()) crowdChecks('dynamodb-local', { people: 60, attempts: 120, places: 10, workers: 10, seed: 9 }, 20)
