/** Types of input that hold typed text and could play a password field or its neighbour. */
const TEXT_TYPES = new Set(['password', 'text', 'email', 'tel', 'number', 'search', 'url']);

/** Every text-like input below `root` in document order, through open shadow roots. */
export function findFields(root: ParentNode): HTMLInputElement[] {
  const fields: HTMLInputElement[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLInputElement && TEXT_TYPES.has(element.type)) fields.push(element);
    if (element.shadowRoot) fields.push(...findFields(element.shadowRoot));
  }
  return fields;
}

/** Whether a person could type into the field now: enabled, writable and seen. */
export function isFillable(field: HTMLInputElement): boolean {
  return !field.matches(':disabled') && !field.readOnly && isSeen(field);
}

function isSeen(field: HTMLInputElement): boolean {
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  if (!field.checkVisibility(options)) return false;
  const { width, height, right, bottom } = field.getBoundingClientRect();
  const { scrollX, scrollY } = field.ownerDocument.defaultView ?? { scrollX: 0, scrollY: 0 };
  // Honeypots are shrunk to nothing or moved out to where no scrolling leads.
  return width > 4 && height > 4 && right + scrollX > 0 && bottom + scrollY > 0;
}

/** The focused element, looked for through open shadow roots. */
export function focusedElement(document: Document): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The part of the page that belongs to the field: its form, or what stands in for one. */
export function scopeOf(field: Element): Element {
  const scope = field instanceof HTMLInputElement && field.form;
  return (
    scope ||
    field.closest('[role="form"], dialog, [role="dialog"]') ||
    hostScope(field) ||
    field.ownerDocument.body
  );
}

/** A field in a shadow root belongs to the form around the host. */
function hostScope(field: Element): Element | undefined {
  const root = field.getRootNode();
  return root instanceof ShadowRoot ? scopeOf(root.host) : undefined;
}
