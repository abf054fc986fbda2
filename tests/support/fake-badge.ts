import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What the toolbar button of one tab shows. */
export interface ShownBadge {
  text?: string;
  title?: string;
}

/** The badges of the tabs by their ids, and every text that the badge of any tab has had, in order. */
export const badges = { byTab: new Map<number, ShownBadge>(), texts: [] as string[] };

/** Puts a toolbar button that shows nothing into the fake browser; call it before each test. */
export function fakeBadges(): void {
  badges.byTab.clear();
  badges.texts = [];
  const change = (tabId: number, part: ShownBadge) =>
    badges.byTab.set(tabId, { ...badges.byTab.get(tabId), ...part });
  fakeBrowser.action.setBadgeText = (async ({ tabId, text }: { tabId: number; text: string }) => {
    badges.texts.push(text);
    change(tabId, { text });
  }) as never;
  fakeBrowser.action.setTitle = (async ({ tabId, title }: { tabId: number; title: string }) =>
    void change(tabId, { title })) as never;
  fakeBrowser.action.setBadgeBackgroundColor = (async () => undefined) as never;
}
