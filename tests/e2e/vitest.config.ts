import { defineConfig } from 'vitest/config';

// The tests that need the built extension: its manifests, its sizes, and its behaviour in real browsers.
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/built/**/*.test.ts', 'tests/e2e/**/*.test.ts'],

    // Real browsers share the computer and its clipboard, so files run one at a time.
    fileParallelism: false,
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});
