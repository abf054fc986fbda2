import { focusedElement } from './fields.ts';
import { fillField } from './fill-field.ts';
import { findTargets } from './targets.ts';

/** What a frame says before anything is filled. Strings from the page are data, never trusted. */
export interface FrameSurvey {
  /** The frame's own origin, checked again just before filling. */
  readonly origin: string;
  /** How many fields one password would go into; 0 where there is none. */
  readonly fields: number;
  /** Whether the frame holds the focus. */
  readonly focused: boolean;
  /** The narrowest `maxlength` of these fields, in UTF-16 units. */
  readonly maxLength?: number;
}

/** How a fill went, as read back from the fields. */
export type FrameFill =
  | { readonly outcome: 'filled'; readonly fields: number }
  | { readonly outcome: 'changed'; readonly fields: number }
  | { readonly outcome: 'no_field' | 'moved' };

/** Looks at the frame without changing anything. */
export function surveyFrame(document: Document, meant: Element | null): FrameSurvey {
  const targets = findTargets(document, meant);
  const limits = targets.map((field) => field.maxLength).filter((limit) => limit > 0);
  return {
    origin: document.location.origin,
    fields: targets.length,
    focused: document.hasFocus() && focusedElement(document)?.tagName !== 'IFRAME',
    ...(limits.length > 0 && { maxLength: Math.min(...limits) }),
  };
}

/**
 * Fills the targets, waits until the page's scripts have reacted, and reads back. Nothing is filled when the frame
 * is no longer at `origin`.
 */
export async function fillFrame(
  document: Document,
  { password, origin }: { readonly password: string; readonly origin: string },
  meant: Element | null,
): Promise<FrameFill> {
  if (document.location.origin !== origin) return { outcome: 'moved' };
  const targets = findTargets(document, meant);
  if (targets.length === 0) return { outcome: 'no_field' };

  const focused = focusedElement(document);
  for (const field of targets) fillField(field, password);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });

  await pageReacted(document);
  const kept = targets.every((field) => field.isConnected && field.value === password);
  return { outcome: kept ? 'filled' : 'changed', fields: targets.length };
}

/** Resolves after two rendered frames, or soon after in a tab that renders none. */
function pageReacted(document: Document): Promise<void> {
  const view = document.defaultView;
  return new Promise((done) => {
    view?.setTimeout(done, 150);
    view?.requestAnimationFrame(() => view.requestAnimationFrame(() => done()));
  });
}
