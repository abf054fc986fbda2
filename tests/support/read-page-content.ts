import { everyInput } from '../../scripts/forms/every-input.ts';

/** What a script can see of a page and its labels. */
export interface PageContent {
  /** The names of its inputs, in the order in which labels number them. */
  readonly inputs: readonly string[];
  /** Attributes that look like labels: `data-*` of `<html>`, `data-label` and `data-unseen` of any other. */
  readonly labels: readonly string[];
}

function readPageContent(): PageContent {
  return {
    inputs: everyInput(document, ({ shadowRoot }) => shadowRoot).map(({ name }) => name),
    labels: everyElement(document).flatMap((element) => {
      const like = element === document.documentElement ? /^data-/ : /^data-(label|unseen)/;
      return element.getAttributeNames().filter((name) => like.test(name));
    }),
  };
}

/** Every element, including those in open shadow roots and in templates. */
function everyElement(root: ParentNode): Element[] {
  return [...root.children].flatMap((child) => [
    child,
    ...(child.shadowRoot ? everyElement(child.shadowRoot) : []),
    ...(child instanceof HTMLTemplateElement ? everyElement(child.content) : []),
    ...everyElement(child),
  ]);
}

Object.assign(globalThis, { readPageContent });
