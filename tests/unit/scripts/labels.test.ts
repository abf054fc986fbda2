import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressOf, type LabelledPage, readLabels, readPage, siteOf } from '../../../scripts/forms/labels.ts';

const page = (over: Partial<LabelledPage> = {}): LabelledPage => ({ fields: [], ...over });

/** A folder of labelled forms that is gone after the test. */
function folderWith(labels: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passmint-labels-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'pages'));
  writeFileSync(path.join(folder, 'labels.json'), labels);
  writeFileSync(path.join(folder, 'pages', 'a.html'), '<p>é</p>');
  return folder;
}

describe('labelled forms', () => {
  it('are read from a folder', () => {
    const folder = folderWith('{"a.html":{"fields":[]}}');
    expect(readLabels(folder)).toEqual({ 'a.html': { fields: [] } });
    expect(readPage(folder, 'a.html')).toBe('<p>é</p>');
  });

  it('that cannot be read are told of by their folder', () => {
    expect(() => readLabels('/nowhere')).toThrow('There are no labelled forms in /nowhere');
    const folder = folderWith('{');
    expect(() => readLabels(folder)).toThrow(folder);
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

  it('without an address are of the site that is given, or stand for themselves', () => {
    expect(siteOf('page.html', page({ site: 'shop' }))).toBe('shop');
    expect(siteOf('page.html', page())).toBe('page.html');
  });
});
