// @vitest-environment jsdom
import { describe, it } from 'vitest';
import { TREE_PROPERTIES } from './form-trees.ts';
import { OUTSIDE_PROPERTIES } from './outside.ts';
import { type FuzzRun, runFuzz } from './property.ts';
import { RULE_PROPERTIES } from './rules.ts';

const PROPERTIES = [...RULE_PROPERTIES, ...OUTSIDE_PROPERTIES, ...TREE_PROPERTIES];

// `npm run fuzz` sets these; `npm test` runs few inputs, always the same ones.
const { FUZZ_RUNS, FUZZ_SEED, FUZZ_LIMIT_MS, FUZZ_INPUT_FILE, FUZZ_ONLY } = process.env;
const run: FuzzRun = {
  runs: Number(FUZZ_RUNS ?? 200),
  seed: Number(FUZZ_SEED ?? 20_261_129),
  // Coverage makes all code slower.
  limitMs: Number(FUZZ_LIMIT_MS ?? 4000),
  inputFile: FUZZ_INPUT_FILE,
};

describe(`with the seed ${run.seed}`, () => {
  it.each(PROPERTIES.filter(({ name }) => FUZZ_ONLY === undefined || name === FUZZ_ONLY))(
    'no fault is found by random $name',
    (property) => runFuzz(property, run),
    600_000,
  );
});
