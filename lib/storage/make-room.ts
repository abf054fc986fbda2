import { browser } from 'wxt/browser';

type Area = 'local' | 'session';

/**
 * The items that are dropped where their area has no room for another. The list stands here because the page
 * that needs the room may never have loaded the declarations of the others.
 *
 * They only help: without the calls the settings list fewer, and without what sites have shown a fill may be
 * rejected once more. They are also the only ones that a site can fill, with up to 7 MB of its errors. A
 * server’s passwords that were seen stay, because no password may be used twice; so do the limits of servers,
 * pending fills and outcomes that nobody has seen. `local` holds only what the person has saved.
 */
export const EXPENDABLE: Readonly<Record<Area, readonly string[]>> = {
  session: ['apiActivity', 'learntRules', 'learntRulesPrivate'],
  local: [],
};

/** Whether the browser refused a write because its area is full. Both browsers say “quota” in the message. */
export const isFull = (error: unknown): boolean => /quota/i.test(String(error));

/**
 * Writes one item. If its area is full, the expendable items are dropped and the write is tried once more.
 * Rejects as the browser does.
 */
export async function writeItem(area: Area, key: string, stored: unknown): Promise<void> {
  const storage = browser.storage[area];
  const write = () => storage.set({ [key]: stored });
  const expendable = EXPENDABLE[area];
  try {
    await write();
  } catch (error) {
    // What is expendable itself drops nothing else.
    if (!isFull(error) || expendable.length === 0 || expendable.includes(key)) throw error;
    // Without their locks, because two contexts that make room for each other would wait for each other.
    await storage.remove([...expendable]);
    await write();
  }
}
