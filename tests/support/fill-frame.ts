import { fillFrame } from '../../lib/content/frame.ts';
import type { Here } from '../../lib/content/here.ts';
import type { Memory } from '../../lib/content/memory.ts';
import { surveyFrame } from '../../lib/content/survey.ts';
import { undoFill } from '../../lib/content/undo.ts';
import { OPEN_REACH } from './fake-tab.ts';

export const PASSWORD = 'Correct-horse-9';

/** This test's document as the background meets it: survey, then fill, then perhaps undo. */
export function visitor(reach: Partial<Here> = {}) {
  const here: Here = { document, ...OPEN_REACH, ...reach };
  const memory: Memory = {};
  return {
    survey: (meant: Element | null = null) => surveyFrame(here, memory, meant),
    fill: (over: { origin?: string; visit?: string; meant?: Element } = {}) => {
      const { meant = null, ...rest } = over;
      const request = {
        password: PASSWORD,
        entryId: 'entry',
        origin: location.origin,
        visit: surveyFrame(here, memory, meant).visit,
        ...rest,
      };
      return fillFrame(here, memory, request, meant);
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
