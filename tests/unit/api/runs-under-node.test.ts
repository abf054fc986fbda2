import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { GOOD, replyWith } from '../../support/api-call.ts';

it('runs directly under Node, as the server that shares its contract does', async () => {
  const folder = path.resolve('lib/api');
  const script = `
    import { callPasswordApi } from ${JSON.stringify(`${folder}/client.ts`)};
    import { PRESETS } from ${JSON.stringify(`${folder}/presets.ts`)};
    import { DEFAULT_OPTIONS } from ${JSON.stringify(path.resolve('lib/generator/index.ts'))};
    const fetch = async () => Response.json(${JSON.stringify(replyWith(GOOD))});
    const call = { preset: PRESETS.tinyfn, key: 'tfn_test_1', options: DEFAULT_OPTIONS };
    const result = await callPasswordApi(call, { fetch, now: Date.now });
    process.stdout.write(result.password);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe(GOOD);
});
