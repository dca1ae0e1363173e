import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/bench/**'],
    reporters: ['default', './tests/support/closing-line.ts'],
    testTimeout: 20_000,
    // On a machine with two cores the default is one worker, and the whole run takes half as long again.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
