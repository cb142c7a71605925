// Every test runs as the product does: on Node 24, TypeScript as it is, imports by the package's own aliases.
import { defineConfig } from 'vitest/config'
import { LongFirst } from './tests/support/long-first.ts'

export default defineConfig({
  test: {
    globalSetup: ['tests/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Files of a worker share what they load. `same-start` gives each the same environment.
    isolate: false,
    // Node loads the files itself: nothing is transformed, and no call goes through a wrapper.
    experimental: { viteModuleRunner: false },
    setupFiles: ['tests/support/same-start.ts'],
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/unit/**', 'tests/faults/**', 'node_modules/**'],
        },
      },
      // The whole counts that the guarantees give, some of them a minute long.
      { extends: true, test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 600_000 } },
    ],
  },
})
