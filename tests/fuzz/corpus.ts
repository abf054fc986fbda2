import type { Policy } from '../../lib/generator/index.ts';
import type { RawSources } from '../../lib/site-rules/read-sources.ts';

/** An element of a page; see `form-trees.ts`. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Tree[];
}

/** A reply of a server; see `outside.ts`. */
export interface AnyReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Corpus {
  readonly policies: readonly Policy[];
  readonly rulesTexts: readonly string[];
  readonly patterns: readonly string[];
  readonly sentences: readonly string[][];
  readonly sources: readonly RawSources[];
  readonly recipeFiles: readonly string[];
  readonly replies: readonly AnyReply[];
  readonly stored: readonly unknown[];
  readonly messages: readonly unknown[];
  readonly trees: readonly (readonly Tree[])[];
}

/** The inputs that have shown a fault, each tried first in every run. */
export const CORPUS: Corpus = {
  // Endings were once counted anew for each length.
  policies: [{ alphabet: '-a', required: [], minLength: 1, maxLength: 1024 }],
  rulesTexts: [],
  patterns: [],
  sentences: [],
  sources: [],
  recipeFiles: [],
  replies: [],
  stored: [null, { version: -1e8, value: {} }],
  messages: [{ name: 'toString', request: {} }, null],
  trees: [],
};
