/**
 * Gives elements the size of an ordinary field, unless an attribute or style hides them, because jsdom has no
 * layout.
 */
export function simulateLayout(): void {
  HTMLElement.prototype.checkVisibility = function checkVisibility(this: HTMLElement) {
    for (let element: HTMLElement | null = this; element; element = element.parentElement) {
      const { display, visibility, opacity } = getComputedStyle(element);
      if (element.hidden || display === 'none' || visibility === 'hidden' || opacity === '0') return false;
    }
    return true;
  };
  Element.prototype.getBoundingClientRect = function getBoundingClientRect(this: HTMLElement) {
    const size = (value: string, usual: number) => (value === '' ? usual : Number.parseFloat(value));
    const { left, top, width, height } = this.style;
    return new DOMRect(size(left, 0), size(top, 0), size(width, 200), size(height, 24));
  };
  // Nothing lies over anything.
  Document.prototype.elementsFromPoint = () => [];
}
