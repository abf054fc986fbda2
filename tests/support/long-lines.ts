import { readFileSync } from 'node:fs';
import { parseSync } from 'rolldown/utils';

/** The longest line of prose, in columns. Biome wraps code at the same width, but leaves prose as it is. */
const COLUMNS = 110;

/** The comment lines of a TypeScript file that are over 110 columns, each as `file:line`. */
export function longComments(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const lines = new Set<number>();
  for (const { start, end } of parseSync(file, code).comments) {
    for (let line = lineAt(code, start); line <= lineAt(code, end); line += 1) lines.add(line);
  }
  return code
    .split('\n')
    .flatMap((line, index) => (lines.has(index) && isLong(line) ? [at(file, index)] : []));
}

/**
 * The lines of prose over 110 columns in a Markdown file, each as `file:line`. Code blocks, table rows, HTML
 * and addresses of links are exempt because nobody can wrap them. So are the blocks that the benches write.
 */
export function longProse(file: string): string[] {
  let isCode = false;
  let isWritten = false;
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (/^\s*```/.test(line)) isCode = !isCode;
      if (/^<!-- (?:begin|end) /.test(line)) isWritten = line.startsWith('<!-- begin');
      if (isCode || isWritten || /^\s*[|<]/.test(line)) return [];
      return isLong(line.replace(/\]\(\S+\)|https?:\/\/\S+/g, '')) ? [at(file, index)] : [];
    });
}

const isLong = (line: string) => [...line].length > COLUMNS;
const lineAt = (code: string, offset: number) => code.slice(0, offset).split('\n').length - 1;
const at = (file: string, index: number) => `${file}:${index + 1}`;
