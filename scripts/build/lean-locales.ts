import { readFileSync } from 'node:fs';

/** A file of `public/` on its way into the build: copied, or written from its contents. */
type PublicFile =
  | { readonly absoluteSrc: string; readonly relativeDest: string }
  | { readonly contents: string; readonly relativeDest: string };

interface Message {
  readonly message: string;
  readonly description?: string;
}

/**
 * Leaves the descriptions out of the messages that ship, because they are for translators and weigh more than
 * the messages. Changes the list in place, as WXT's hook `build:publicAssets` expects.
 */
export function leaveOutDescriptions(files: PublicFile[]): void {
  files.forEach((file, index) => {
    if (!('absoluteSrc' in file) || !/^_locales[\\/][^\\/]+[\\/]messages\.json$/.test(file.relativeDest))
      return;
    files[index] = {
      relativeDest: file.relativeDest,
      contents: leanMessages(readFileSync(file.absoluteSrc, 'utf8')),
    };
  });
}

/** The same messages as compact JSON without descriptions; placeholders stay. */
export function leanMessages(json: string): string {
  const messages = Object.entries(JSON.parse(json) as Record<string, Message>);
  return JSON.stringify(
    Object.fromEntries(messages.map(([key, { description: _, ...rest }]) => [key, rest])),
  );
}
