// A process dies at each of its calls while it sends an application (G1, G2, F1). While it sends a text: faults/kill-points.
import { describe } from 'vitest'
import { diesWhileItSends, withKiller } from '#tests/support/faults/kill-points.ts'

describe('a process that dies', { timeout: 120_000 }, () => {
  withKiller()
  diesWhileItSends()
})
