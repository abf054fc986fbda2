/** jsdom has no layout: elements are as large as an ordinary field unless hidden by attribute or style. */
export function giveLayout(): void {
  HTMLElement.prototype.checkVisibility = function checkVisibility(this: HTMLElement) {
    for (let element: HTMLElement | null = this; element; element = element.parentElement) {
      const { display, visibility, opacity } = getComputedStyle(element);
      if (element.hidden || display === 'none' || visibility === 'hidden' || opacity === '0') return false;
    }
    return true;
  };
  HTMLElement.prototype.getBoundingClientRect = function getBoundingClientRect(this: HTMLElement) {
    const size = (value: string, usual: number) => (value === '' ? usual : Number.parseFloat(value));
    const { left, top, width, height } = this.style;
    return new DOMRect(size(left, 0), size(top, 0), size(width, 200), size(height, 24));
  };
  globalThis.DOMRect ??= class {
    constructor(x = 0, y = 0, width = 0, height = 0) {
      return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height } as never;
    }
  } as never;
}
