import { defineConfig } from 'vitest/config';

// The tests that need the built extension: its manifests, its sizes, and its behaviour in real browsers.
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/built/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
    globalSetup: 'tests/e2e/install-browsers.ts',

    // Each browser has a display, and with it a clipboard, of its own. More than two at once, with all their
    // processes, would be too many for a small computer.
    maxWorkers: 2,
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});
