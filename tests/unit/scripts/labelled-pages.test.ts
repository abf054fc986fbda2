import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  addressOf,
  type LabelledPage,
  readLabels,
  readPage,
  siteOf,
} from '../../../scripts/forms/labelled-pages.ts';

const page = (over: Partial<LabelledPage> = {}): LabelledPage => ({ fields: [], ...over });

const LOGIN =
  '<html data-url="https://a.example/"><form><input data-label="current" type="password" name="p"></form>';

/** A folder of labelled forms, deleted after the test. */
function folderWith(pages: Record<string, string>, labels?: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passmint-labels-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'pages'));
  if (labels !== undefined) writeFileSync(path.join(folder, 'labels.json'), labels);
  for (const [name, html] of Object.entries(pages)) writeFileSync(path.join(folder, 'pages', name), html);
  return folder;
}

describe('labelled forms', () => {
  it('are read from their pages', () => {
    const folder = folderWith({ 'b.html': LOGIN, 'a.html': '<html data-label="none"><p>é</p>' });
    expect(readLabels(folder)).toEqual({
      'a.html': { fields: [] },
      'b.html': {
        url: 'https://a.example/',
        fields: [{ i: 0, label: 'current', visible: true, form: 0, name: 'p', id: '' }],
      },
    });
    expect(Object.keys(readLabels(folder))).toEqual(['a.html', 'b.html']);
    expect(readPage(folder, 'a.html')).toContain('<p>é</p>');
  });

  it('are read only from labels.json if it exists', () => {
    const folder = folderWith(
      { 'a.html': '<input data-label="Name">', 'b.html': LOGIN },
      '{"a.html":{"fields":[]}}',
    );
    expect(readLabels(folder)).toEqual({ 'a.html': { fields: [] } });
  });

  it('that are unreadable are reported with their folder or file', () => {
    expect(() => readLabels('/nowhere')).toThrow('There are no labelled forms in /nowhere');
    const broken = folderWith({}, '{');
    expect(() => readLabels(broken)).toThrow(path.join(broken, 'labels.json'));
    const unlabelled = folderWith({ 'a.html': '<input>' });
    expect(() => readLabels(unlabelled)).toThrow(path.join(unlabelled, 'pages', 'a.html'));
  });

  it.each([
    ['https://shop.example/join?x=1', 'https://shop.example/join?x=1'],
    ['http://shop.example/', 'http://shop.example/'],
    [null, 'https://unknown.example/'],
    [undefined, 'https://unknown.example/'],
    ['file:///etc/passwd', 'https://unknown.example/'],
    ['nonsense', 'https://unknown.example/'],
  ])('are opened under the address that is known: %s', (url, address) => {
    expect(addressOf(page(url === undefined ? {} : { url }))).toBe(address);
  });

  it.each([
    ['https://www.shop.com/join', 'shop'],
    ['https://shop.com/login', 'shop'],
    ['https://www.shop.co.uk/', 'shop'],
  ])('of one site are known by its name: %s', (url, site) => {
    expect(siteOf('page.html', page({ url }))).toBe(site);
  });

  it('without an address belong to the given site, or to none', () => {
    expect(siteOf('page.html', page({ site: 'shop' }))).toBe('shop');
    expect(siteOf('page.html', page())).toBe('page.html');
  });
});
