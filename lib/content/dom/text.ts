import { isElement, localNameOf, parentOf, rootOf, walkerOver } from './native.ts';

/** Longest text that is read of one place, in UTF-16 units. */
export const LONGEST_TEXT = 300;

/** The text below `root` that a person could read, at most `longest` units of it. */
export function textBelow(root: Element, longest = LONGEST_TEXT): string {
  return textAlong(walkerOf(root, root), 'nextNode', longest, 2 * longest);
}

/** A walker from `root` over the elements and texts of a tree, by default of the one that it stands in. */
export function walkerOf(root: Element, tree: Node = rootOf(root)): TreeWalker {
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = walkerOver(tree, shown);
  walker.currentNode = root;
  return walker;
}

/** What does not begin a line of its own. */
const INLINE = /^([abiu]|em|code|font|mark|small|span|strong)$/;

/**
 * The text that a walker meets in at most `steps` nodes, about `longest` units of it, up to an element that `stops`
 * it. Lines are set apart by line feeds.
 */
export function textAlong(
  walker: TreeWalker,
  step: 'previousNode' | 'nextNode',
  longest: number,
  steps: number,
  stops?: (name: string) => boolean,
): string {
  let text = '';
  let gap = ' ';
  for (let left = steps; left > 0 && text.length < longest; left--) {
    const node = walker[step]();
    if (!node) break;
    if (isElement(node)) {
      const name = localNameOf(node);
      if (stops?.(name)) break;
      if (!INLINE.test(name)) gap = '\n';
    } else if (isRead(node)) {
      const value = node.nodeValue?.slice(0, longest).trim() ?? '';
      text = step === 'nextNode' ? text + gap + value : value + gap + text;
      gap = ' ';
    }
  }
  return text;
}

/** Whether the text is shown: not a script, a style, a choice of a list. */
export function isRead(text: Node): boolean {
  const holder = parentOf(text);
  return !holder || !UNREAD.has(localNameOf(holder));
}
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'option', 'textarea']);
