import { fileURLToPath } from 'node:url';
import { type RolldownPluginOption, rolldown } from 'rolldown';
import { withMergedWords } from '../build/merged-words.ts';

/** A module and all that it imports as one script, minified, that a page can run. */
export async function bundleScript(entry: URL): Promise<string> {
  // Without the project's own tsconfig.json, which builds on a file that `wxt prepare` makes.
  const bundle = await rolldown({
    input: fileURLToPath(entry),
    tsconfig: false,
    plugins: [withMergedWords() as RolldownPluginOption],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
