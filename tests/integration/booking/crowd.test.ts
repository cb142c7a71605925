// On AWS's own DynamoDB Local where there is Java; the whole count, on the default engine: tests/faults/crowd.
import { javaIsHere } from '#infra/local/dynamo.ts'
import { crowdChecks } from '#tests/support/faults/crowd-checks.ts'

const given = { people: 60, attempts: 120, places: 10, workers: 10, seed: 9 }
// Without Java, the default engine again: a file needs a test.
crowdChecks(javaIsHere() ? 'dynamodb-local' : 'dynoxide', given, 20)
