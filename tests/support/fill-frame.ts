import type { FrameContext } from '../../lib/content/dom/frame-context.ts';
import { fillFrame } from '../../lib/content/fill/fill-frame.ts';
import type { FrameState } from '../../lib/content/fill/fill-state.ts';
import { undoFill } from '../../lib/content/fill/undo.ts';
import { surveyFrame } from '../../lib/content/survey.ts';
import { OPEN_REACH } from './fake-tab.ts';

export const PASSWORD = 'Correct-horse-9';

/** This test's document as the background meets it: survey, then fill, then perhaps undo. */
export function visitor(reach: Partial<FrameContext> = {}) {
  const here: FrameContext = { document, ...OPEN_REACH, ...reach };
  const memory: FrameState = {};
  return {
    survey: (targetElement: Element | null = null) => surveyFrame(here, memory, targetElement),
    fill: (over: { origin?: string; visit?: string; targetElement?: Element } = {}) => {
      const { targetElement = null, ...rest } = over;
      const request = {
        password: PASSWORD,
        entryId: 'entry',
        origin: location.origin,
        visit: surveyFrame(here, memory, targetElement).visit,
        ...rest,
      };
      return fillFrame(here, memory, request, targetElement);
    },
    undo: () => undoFill(here, memory),
  };
}

/** The input with this id, in the document itself. */
export const field = (id: string) => document.getElementById(id) as HTMLInputElement;

/** Puts a sign-up form into the document: an e-mail field, a password, its confirmation, a search box. */
export function signUp(attributes = ''): void {
  document.body.innerHTML = `<form><input id="mail" type="email" value="me@example.com">
    <input id="a" name="a" type="password" autocomplete="new-password" ${attributes}>
    <input id="b" name="b" type="password" autocomplete="new-password"><input id="q" type="search"></form>`;
}
