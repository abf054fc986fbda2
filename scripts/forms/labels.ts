import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a field of a saved page is for, as somebody has labelled it. */
export interface LabelledField {
  /** Counts the inputs of the page in document order, through open shadow roots, from 0. */
  readonly i: number;
  /** `new` is to be filled; `current`, `notnew` and `other` never; any other label counts neither way. */
  readonly label: string;
  readonly visible: boolean;
  /** Fields with the same number belong together. */
  readonly form: number;
  readonly name?: string;
  readonly id?: string;
}

/** A saved page with its labels. */
export interface LabelledPage {
  /** The address that the page is served under, if it is known. */
  readonly url?: string | null;
  readonly set?: string;
  /** Pages of one site belong into one fold. */
  readonly site?: string;
  /** How many times the page counts when weights are learnt; 1 when left out. */
  readonly weight?: number;
  readonly fields: readonly LabelledField[];
}

export type Labels = Readonly<Record<string, LabelledPage>>;

/** The labels of a folder: `labels.json`, with the pages below `pages/`. */
export function readLabels(folder: string): Labels {
  const file = path.join(folder, 'labels.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Labels;
  } catch (error) {
    throw new Error(`There are no labelled forms in ${folder}: ${file} cannot be read.`, { cause: error });
  }
}

/** The HTML of a page. */
export const readPage = (folder: string, name: string): string =>
  readFileSync(path.join(folder, 'pages', name), 'utf8');

/** The address to serve a page under; one that nobody knows gets a neutral one. */
export function addressOf({ url }: LabelledPage): string {
  return url && URL.canParse(url) && /^https?:/.test(url) ? url : 'https://unknown.example/';
}

/** Pages of one site are alike, so they must not be both learnt from and tested on. */
export function siteOf(name: string, page: LabelledPage): string {
  const host = URL.canParse(page.url ?? '') ? new URL(page.url ?? '').hostname : '';
  const [first] = host
    .split('.')
    .slice(-3)
    .filter((part) => !['www', 'com', 'co', 'org', 'net'].includes(part));
  return first || page.site || name;
}
