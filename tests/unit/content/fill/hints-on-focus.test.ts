// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { hintsOnFocus } from '../../../../lib/content/fill/hints-on-focus.ts';
import { createFrameApi } from '../../../../lib/content/frame-api.ts';
import { OPEN_ROOTS } from '../../../support/fake-tab.ts';
import { field, PASSWORD, signUp } from '../../../support/fill-frame.ts';

const RULE = '8 to 12 letters and digits only';
const hints = () => hintsOnFocus({ document, ...OPEN_ROOTS }, {}, null);
const showRule = () => field('a').insertAdjacentHTML('afterend', `<p>${RULE}</p>`);

beforeEach(() => signUp());

describe('the hints while a field has the focus', () => {
  it.each([
    ['at once', () => showRule()],
    ['a moment later', () => setTimeout(showRule, 10)],
    [
      'in two steps',
      () => {
        field('a').classList.add('touched');
        setTimeout(showRule, 40);
      },
    ],
  ])('include a rule that the page shows %s', async (_, show) => {
    field('a').addEventListener('focus', show, { once: true });
    expect((await hints())?.texts).toContain(RULE);
  });

  it('leave the person’s focus where it was', async () => {
    field('mail').focus();
    await hints();
    expect(document.activeElement).toBe(field('mail'));
  });

  it('are read without another focus if the field has it already', async () => {
    field('a').focus();
    let times = 0;
    field('a').addEventListener('blur', () => times++);
    expect((await hints())?.texts).toEqual([]);
    expect(times).toBe(0);
  });

  it('are none without a field', async () => {
    document.body.innerHTML = '<p>Nothing</p>';
    expect(await hints()).toBeUndefined();
  });

  it('are read in bounded time from a page that changes without end', async () => {
    const timer = setInterval(() => field('a').classList.toggle('on'), 5);
    const started = performance.now();
    await hints();
    clearInterval(timer);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('do not hide that the page rejects the password later', async () => {
    const api = createFrameApi(document, OPEN_ROOTS, {});
    for (const type of ['blur', 'change'])
      field('a').addEventListener(type, () => field('a').setAttribute('aria-invalid', 'true'));
    const { visit, origin } = await api.survey({ hint: 'nothing' });
    await api.hints({ hint: 'nothing', visit });
    const request = { hint: 'nothing', visit, origin, password: PASSWORD, entryId: 'entry' } as const;
    expect(await api.fill(request)).toMatchObject({ problems: [{ kind: 'invalid', reason: 'page' }] });
  });
});
