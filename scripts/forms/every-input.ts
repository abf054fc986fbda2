/**
 * Every `<input>` in document order, those in open shadow roots at the place of their host. Labels number the
 * inputs in this order, in Node and in the browser, which find the shadow root of a host in different ways.
 */
export function everyInput(
  root: ParentNode,
  openShadow: (host: Element) => ParentNode | null,
): HTMLInputElement[] {
  return [...root.children].flatMap((child) => {
    const shadow = openShadow(child);
    return [
      // Only elements of HTML have names in upper case: an `<input>` inside `<svg>` isn't a field.
      ...(child.tagName === 'INPUT' ? [child as HTMLInputElement] : []),
      ...(shadow ? everyInput(shadow, openShadow) : []),
      ...everyInput(child, openShadow),
    ];
  });
}
