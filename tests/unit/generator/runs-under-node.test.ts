import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('runs directly under Node, with the system as its source of randomness', async () => {
  const index = path.resolve('lib/generator/index.ts');
  const script = `import { generate } from ${JSON.stringify(index)};
    const made = generate({ kind: 'password', length: 20 });
    process.stdout.write(String(made.ok && made.password.length));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('20');
});
