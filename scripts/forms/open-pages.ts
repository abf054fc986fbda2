import { type Browser, chromium, type Page } from 'playwright-core';
import { bundleScript } from './bundle.ts';
import type { PageReport } from './in-page.ts';
import { addressOf, type Labels, readPage } from './labels.ts';

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

/** How pages are opened. */
export interface Opening {
  readonly folder: string;
  readonly labels: Labels;
  readonly executablePath: string;
  /** Takes every `autocomplete` attribute off first. */
  readonly dropAutocomplete?: boolean;
}

/** Opens every labelled page in Chromium under its own address and reports on it. */
export async function reportPages(opening: Opening): Promise<Record<string, PageReport>> {
  const script = await bundleScript(new URL('in-page.ts', import.meta.url));
  const browser = await chromium.launch({ executablePath: opening.executablePath, args: FLAGS });
  const names = Object.keys(opening.labels);
  const reports: Record<string, PageReport> = {};
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      const open = await pageOpener(browser);
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        const page = await open(
          addressOf(opening.labels[name] ?? { fields: [] }),
          readPage(opening.folder, name),
        );
        await page.evaluate(script);
        if (opening.dropAutocomplete) await page.evaluate('passmintForms.dropAutocomplete()');
        reports[name] = await page.evaluate<PageReport>('passmintForms.report()');
      }
    }),
  );
  await browser.close();
  return Object.fromEntries(Object.keys(opening.labels).map((name) => [name, reports[name] as PageReport]));
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
    // Going to another fragment of the same address would leave the page before it standing.
    if (url.includes('#')) await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  };
}
