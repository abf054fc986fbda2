/** Copies a text; needs no permission if called on the person's click. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/**
 * Copies a text that comes later. It is begun on the person's click, whose permission to copy would be over
 * by then.
 */
export async function copyLater(text: Promise<string>): Promise<void> {
  const blob = text.then((arrived) => new Blob([arrived], { type: 'text/plain' }));
  // Nobody else hears of a text that never came if the browser has refused to copy before.
  blob.catch(() => {});
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** A way to read and empty the clipboard. */
export interface ClipboardAccess {
  read(): Promise<string>;
  clear(): Promise<void>;
}

/** Clears the clipboard if its text has the expected digest; true if it did. */
export async function clearIfDigest(
  { salt, digest }: { salt: string; digest: string },
  clipboard: ClipboardAccess,
): Promise<boolean> {
  if ((await saltedDigest(await clipboard.read(), salt)) !== digest) return false;
  await clipboard.clear();
  return true;
}

/** The clipboard of a context that may use the async API. */
export const asyncClipboard: ClipboardAccess = {
  read: () => navigator.clipboard.readText(),
  clear: () => navigator.clipboard.writeText(''),
};

/** The clipboard of a document without focus, in which Chromium's async API throws. */
export function documentClipboard(document: Document): ClipboardAccess {
  const area = document.createElement('textarea');
  return {
    async read() {
      area.value = '';
      document.body.append(area);
      area.focus();
      document.execCommand('paste');
      area.remove();
      const { value } = area;
      area.value = '';
      return value;
    },
    async clear() {
      const setEmpty = (event: ClipboardEvent) => {
        event.preventDefault();
        event.clipboardData?.setData('text/plain', '');
      };
      document.addEventListener('copy', setEmpty, { once: true });
      document.execCommand('copy');
    },
  };
}

/** The SHA-256 of salt and text, as decimal bytes joined by commas. */
export async function saltedDigest(text: string, salt: string): Promise<string> {
  const bytes = new TextEncoder().encode(salt + text);
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).join();
}
