import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/bench/**'],
    reporters: ['default', './tests/support/closing-line.ts'],
    testTimeout: 20_000,
  },
})
