/** How long the text stays in memory for the browser to take it, in milliseconds. */
const KEPT = 60_000;

/** Gives the person a JSON file as a download, by a link in the page: that needs no permission. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
