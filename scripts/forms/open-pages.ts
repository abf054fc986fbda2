import { type Browser, chromium, type Page } from 'playwright-core';
import { bundleScript } from './bundle.ts';
import type { PageReport } from './in-page.ts';
import { addressOf, hasLabelsFile, type Labels, readPage } from './labelled-pages.ts';
import { withoutLabels } from './page-labels.ts';

// Many small pages of many sites: one process for all of them is four times as fast as one for each site.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,SitePerProcess,BackForwardCache',
  '--renderer-process-limit=1',
];
/** Nothing is fetched and no script of the page runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const WORKERS = 2;

/** The pages to open, and the browser to open them in. */
export interface Opening {
  readonly folder: string;
  readonly labels: Labels;
  readonly executablePath: string;
}

/** Opens every labelled page in Chromium and reports on it, on request without any `autocomplete`. */
export async function reportPages(
  opening: Opening,
  { dropAutocomplete = false } = {},
): Promise<Record<string, PageReport>> {
  const script = await bundleScript(new URL('in-page.ts', import.meta.url));
  return visitPages(opening, async (page) => {
    await page.evaluate(script);
    if (dropAutocomplete) await page.evaluate('passmintForms.dropAutocomplete()');
    return page.evaluate<PageReport>('passmintForms.report()');
  });
}

/** Opens every labelled page in Chromium under its own address and returns what `visit` returns there. */
export async function visitPages<Result>(
  { folder, labels, executablePath }: Opening,
  visit: (page: Page) => Promise<Result>,
): Promise<Record<string, Result>> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const waiting = Object.entries(labels);
  const results: Record<string, Result> = {};
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      const open = await pageOpener(browser);
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [name, page] = next;
        results[name] = await visit(await open(addressOf(page), servedPage(folder, name)));
      }
    }),
  );
  await browser.close();
  return Object.fromEntries(Object.keys(labels).map((name) => [name, results[name] as Result]));
}

/** The HTML that the browser gets. It contains no labels, so the classifier can't learn from them. */
function servedPage(folder: string, name: string): string {
  const html = readPage(folder, name);
  return hasLabelsFile(folder) ? html : withoutLabels(html);
}

/** Opens HTML under an address, always in the same tab. */
async function pageOpener(browser: Browser): Promise<(url: string, html: string) => Promise<Page>> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  let body = '';
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ headers, body }) : route.abort(),
  );
  return async (url, html) => {
    body = html;
    // Going to another fragment of the same address would keep the page before it.
    if (url.includes('#')) await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  };
}
