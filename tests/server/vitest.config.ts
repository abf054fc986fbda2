import { defineConfig } from 'vitest/config';

// The tests of the companion server: real SQLite, TLS, PostgreSQL, Redis and processes.
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/server/**/*.test.ts'],
    globalSetup: 'tests/server/install-programs.ts',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
