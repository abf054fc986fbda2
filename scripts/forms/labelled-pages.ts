import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { labelsIn } from './page-labels.ts';

/** The label of one field on a saved page. */
export interface LabelledField {
  /** The number of the input in document order, through open shadow roots, from 0. */
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
  readonly url?: string | null | undefined;
  readonly set?: string | undefined;
  /** Pages of one site belong into one fold. */
  readonly site?: string | undefined;
  /** How many times the page counts when weights are learnt; 1 when left out. */
  readonly weight?: number | undefined;
  readonly fields: readonly LabelledField[];
}

export type Labels = Readonly<Record<string, LabelledPage>>;

/** Whether a folder keeps its labels in `labels.json`. Attributes in its pages are then the site's own. */
export const hasLabelsFile = (folder: string): boolean => existsSync(path.join(folder, 'labels.json'));

/** The labels of a folder, from its `labels.json` or, without one, from the HTML in `pages/`. */
export function readLabels(folder: string): Labels {
  const pages = path.join(folder, 'pages');
  if (!existsSync(pages))
    throw new Error(`There are no labelled forms in ${folder}, because it has no folder “pages”.`);
  if (hasLabelsFile(folder)) return readLabelsFile(path.join(folder, 'labels.json'));
  const names = readdirSync(pages).sort();
  return Object.fromEntries(
    names.map((name) => [name, labelsIn(readPage(folder, name), path.join(pages, name))]),
  );
}

function readLabelsFile(file: string): Labels {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Labels;
  } catch (error) {
    throw new Error(`The labels in ${file} can't be read.`, { cause: error });
  }
}

/** The HTML of a page. */
export const readPage = (folder: string, name: string): string =>
  readFileSync(path.join(folder, 'pages', name), 'utf8');

/** The address to serve a page under; pages without a known address get a neutral one. */
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
