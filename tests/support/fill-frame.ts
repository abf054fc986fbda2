import type { FrameContext } from '../../lib/content/dom/frame-context.ts';
import { fillFrame } from '../../lib/content/fill/fill-frame.ts';
import type { FrameState } from '../../lib/content/fill/fill-state.ts';
import { undoFill } from '../../lib/content/fill/undo.ts';
import { surveyFrame } from '../../lib/content/survey.ts';
import { OPEN_ROOTS } from './fake-tab.ts';

export const PASSWORD = 'Correct-horse-9';

/** Calls the test's document as the background does, with a survey before each fill. */
export function frameUnderTest(capabilities: Partial<FrameContext> = {}) {
  const context: FrameContext = { document, ...OPEN_ROOTS, ...capabilities };
  const state: FrameState = {};
  return {
    survey: (targetElement: Element | null = null) => surveyFrame(context, state, targetElement),
    fill: (over: { origin?: string; visit?: string; targetElement?: Element } = {}) => {
      const { targetElement = null, ...rest } = over;
      const request = {
        password: PASSWORD,
        entryId: 'entry',
        origin: location.origin,
        visit: rest.visit ?? surveyFrame(context, state, targetElement).visit,
        ...rest,
      };
      return fillFrame(context, state, request, targetElement);
    },
    undo: () => undoFill(context, state),
  };
}

/** Returns the input with this id. */
export const field = (id: string) => document.getElementById(id) as HTMLInputElement;

/** Renders a sign-up form with an email field, a password, its confirmation and a search box. */
export function signUp(attributes = ''): void {
  document.body.innerHTML = `<form><input id="mail" type="email" value="me@example.com">
    <input id="a" name="a" type="password" autocomplete="new-password" ${attributes}>
    <input id="b" name="b" type="password" autocomplete="new-password"><input id="q" type="search"></form>`;
}
