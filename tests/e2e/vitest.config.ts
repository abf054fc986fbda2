import { defineConfig } from 'vitest/config';

// What needs the built extension: its manifests, its sizes, and its life in real browsers.
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/built/**/*.test.ts', 'tests/e2e/**/*.test.ts'],

    // Real browsers share the machine and its clipboard's owner: one file at a time.
    fileParallelism: false,
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});
