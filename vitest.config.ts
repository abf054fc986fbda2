import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/built/**', 'tests/server/**'],
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    coverage: {
      include: ['lib/generator/**/*.ts', 'lib/site-rules/**/*.ts'],
      thresholds: { lines: 100, branches: 100 },
    },
  },
});
