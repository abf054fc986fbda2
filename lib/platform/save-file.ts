/** How long the browser has to read the file before its memory is freed. */
const REVOKE_AFTER_MS = 60_000;

/** Downloads a JSON file through a link in the page, because that needs no permission. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_AFTER_MS);
}
