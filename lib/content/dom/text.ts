import { MAX_TEXT_LENGTH } from '../limits.ts';
import { isElement, localNameOf, parentOf, rootOf, walkerOver } from './native.ts';

/** Returns the readable text below `root`, about `longest` UTF-16 units of it. */
export function textBelow(root: Element, longest = MAX_TEXT_LENGTH): string {
  return textAlong(walkerOf(root, root), 'nextNode', longest, 2 * longest);
}

/**
 * Creates a walker that starts at `root` and visits elements and texts of `tree`, by default its own tree.
 */
export function walkerOf(root: Element, tree: Node = rootOf(root)): TreeWalker {
  const shown = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = walkerOver(tree, shown);
  walker.currentNode = root;
  return walker;
}

/** Elements that do not begin a new line. */
const INLINE = /^([abiu]|em|code|font|mark|small|span|strong)$/;

/**
 * Collects the text that a walker meets, about `longest` UTF-16 units from at most `steps` nodes. An element
 * whose name `stops` accepts ends the walk. Lines are separated by line feeds.
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
    } else if (isReadable(node)) {
      const value = node.nodeValue?.slice(0, longest).trim() ?? '';
      text = step === 'nextNode' ? text + gap + value : value + gap + text;
      gap = ' ';
    }
  }
  return text;
}

/** Whether the text is meant for people, unlike that of a script, a style sheet or a list's options. */
function isReadable(text: Node): boolean {
  const holder = parentOf(text);
  return !holder || !UNREADABLE.test(localNameOf(holder));
}

const UNREADABLE = /^(script|style|noscript|template|option|textarea)$/;
