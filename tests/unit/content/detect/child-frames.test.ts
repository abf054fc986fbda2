// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showsFrame } from '../../../../lib/content/detect/child-frames.ts';
import { OPEN_ROOTS } from '../../../support/fake-tab.ts';

const shows = (html: string) => {
  document.body.innerHTML = html;
  return showsFrame({ document, ...OPEN_ROOTS });
};

describe('a visible frame that could hold a field', () => {
  it.each([
    '<iframe></iframe>',
    '<main><p>Hello</p><iframe style="width: 300px; height: 40px"></iframe></main>',
    '<object></object>',
    '<embed>',
  ])('is found: %s', (html) => {
    expect(shows(html)).toBe(true);
  });

  it('is found in a shadow root', () => {
    document.body.innerHTML = '<my-login></my-login>';
    const root = document.querySelector('my-login')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = '<p>Hello</p><iframe></iframe>';
    expect(showsFrame({ document, ...OPEN_ROOTS })).toBe(true);
  });

  it.each([
    '<p>no frame at all</p>',
    '<iframe hidden></iframe>',
    '<div style="display: none"><iframe></iframe></div>',
    '<iframe style="visibility: hidden"></iframe>',
    '<iframe style="width: 1px; height: 1px"></iframe>',
    '<iframe style="width: 300px; height: 0px"></iframe>',
    '<iframe style="left: -9999px"></iframe>',
    '<iframe tabindex="-1" aria-hidden="true"></iframe>',
  ])('is not found: %s', (html) => {
    expect(shows(html)).toBe(false);
  });
});
