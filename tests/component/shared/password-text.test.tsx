// @vitest-environment jsdom
import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBackground } from '../fake-background.ts';
import { openPopup } from '../popup/open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

it('digits and symbols differ by more than colour', async () => {
  await openPopup();
  const kinds = [...document.querySelectorAll('#password span')].map((run) => run.className);
  expect(new Set(kinds)).toEqual(new Set(['letter', 'digit', 'symbol']));
});
