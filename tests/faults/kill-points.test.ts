// A process dies at each of its calls while it sends a text (G6, F1).
import { describe } from 'vitest'
import { diesWhileItTexts, withKiller } from '#tests/support/faults/kill-points.ts'

describe('a process that dies', { timeout: 120_000 }, () => {
  withKiller()
  diesWhileItTexts()
})
