import { JSDOM } from 'jsdom';
import { everyInput } from './every-input.ts';
import type { LabelledField, LabelledPage } from './labelled-pages.ts';

const LABELS = ['new', 'current', 'notnew', 'other', 'ignore'];

/** The attributes that are labels, by the element that they are on. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  html: ['data-url', 'data-set', 'data-site', 'data-weight', 'data-label'],
  input: ['data-label', 'data-unseen'],
};
const TAG = /<(html|input)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const ATTRIBUTE = /\s+([^\s"'=>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** The page without its labels. All else stays, because even whitespace can change what a script reads. */
export function withoutLabels(html: string): string {
  return html.replace(TAG, (tag, element: string) => {
    const labels = ATTRIBUTES[element.toLowerCase()];
    return tag.replace(ATTRIBUTE, (attribute, name: string) =>
      labels?.includes(name.toLowerCase()) ? '' : attribute,
    );
  });
}

/** The labels in a page's HTML. Throws an error that lists each one that is missing, unknown or misplaced. */
export function labelsIn(html: string, file: string): LabelledPage {
  const page = parse(html);
  const inputs = everyInput(page, declaredShadow);
  const problems = [
    ...problemsOfPage(page.documentElement, inputs.length),
    ...inputs.flatMap(problemsOfInput),
    ...problemsElsewhere(html),
  ];
  if (problems.length > 0) throw new Error([`Labels to correct in ${file}:`, ...problems].join('\n  '));
  const { url, set, site, weight } = page.documentElement.dataset;
  return { url, set, site, weight: weight ? Number(weight) : undefined, fields: fieldsOf(inputs) };
}

function fieldsOf(inputs: readonly HTMLInputElement[]): LabelledField[] {
  const forms = [...new Set(inputs.flatMap(({ form }) => form ?? []))];
  return inputs.map((input, i) => ({
    i,
    label: input.dataset.label ?? '',
    visible: input.dataset.unseen === undefined,
    form: input.form ? forms.indexOf(input.form) : -1,
    name: input.name,
    id: input.id,
  }));
}

function problemsOfPage(html: HTMLElement, inputs: number): string[] {
  const { url, weight, label } = html.dataset;
  const known = ATTRIBUTES.html ?? [];
  const unknown = html.getAttributeNames().filter((name) => /^data-/.test(name) && !known.includes(name));
  const isAddress = url === undefined || (URL.canParse(url) && /^https?:/.test(url));
  return [
    ...unknown.map((name) => `<html>: unknown ${name}. Use ${known.join(', ')}.`),
    ...(isAddress ? [] : [`<html>: data-url="${url}" isn't an http or https address.`]),
    ...(Number(weight ?? 1) > 0 ? [] : [`<html>: data-weight="${weight}" isn't a number above 0.`]),
    ...(inputs > 0 || label === 'none'
      ? []
      : ['The page has no <input>. If it should have none, write <html data-label="none">.']),
    ...(inputs > 0 && label !== undefined ? ['<html>: data-label is for pages without an <input>.'] : []),
  ];
}

function problemsOfInput(input: HTMLInputElement): string[] {
  const { label } = input.dataset;
  if (label !== undefined && LABELS.includes(label)) return [];
  const problem = label === undefined ? 'no data-label' : `unknown data-label="${label}"`;
  return [`${input.outerHTML}: ${problem}. Use ${LABELS.join(', ')}.`];
}

/** A label on any other element would count for nothing and stay in the page. */
function problemsElsewhere(html: string): string[] {
  const left = withoutLabels(html).match(/\sdata-(?:label|unseen)(?=[\s=>])/i);
  return left ? [`${left[0].trim()} is on an element that isn't an <input>.`] : [];
}

let parser: DOMParser | undefined;

/** Parses every page in the same window, because a new window takes many times as long as a page. */
function parse(html: string): Document {
  parser ??= new new JSDOM().window.DOMParser();
  return parser.parseFromString(html, 'text/html');
}

/** The content of an open shadow root, which `DOMParser` leaves in its template. */
function declaredShadow(host: Element): ParentNode | null {
  const template = [...host.children].find((child) => child.matches('template[shadowrootmode]'));
  return template?.getAttribute('shadowrootmode') === 'open'
    ? (template as HTMLTemplateElement).content
    : null;
}
