import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('runs directly under Node, from the bundled list to a password', async () => {
  const from = (file: string) => JSON.stringify(path.resolve('lib', file));
  const script = `import { DEFAULT_OPTIONS } from ${from('generator/index.ts')};
    import { generateWithin } from ${from('site-rules/generate-within.ts')};
    import { mergeRules } from ${from('site-rules/merge.ts')};
    import { loadSiteList, rulesForHost } from ${from('site-rules/site-list/site-list.ts')};
    const list = rulesForHost(await loadSiteList(), '163.com');
    const made = generateWithin(DEFAULT_OPTIONS, mergeRules({ list, pattern: '[a-z].*', texts: ['One digit'] }));
    process.stdout.write(JSON.stringify([list, made.ok && made.password.length <= 16]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(JSON.parse(stdout)).toEqual(['minlength: 6; maxlength: 16', true]);
});
