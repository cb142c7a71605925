// The slow tier, apart from `npm test`: the whole counts that the guarantees give. `vitest run --config tests/faults/vitest.config.ts`.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/faults/**/*.slow.ts'],
    globalSetup: ['tests/support/setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
