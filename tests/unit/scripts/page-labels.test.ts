import { describe, expect, it } from 'vitest';
import { labelsIn, withoutLabels } from '../../../scripts/forms/page-labels.ts';

const labelled = (html: string) => labelsIn(html, 'pages/a.html');
const fields = (html: string) => labelled(html).fields;

describe('the labels in a page', () => {
  it('give the address, set, site and weight of the page', () => {
    const html =
      '<html lang="en" data-url="https://a.example/?b&amp;c" data-set="s" data-site="t" data-weight="3">';
    expect(labelled(`<!doctype html>${html}<input data-label="other">`)).toMatchObject({
      url: 'https://a.example/?b&c',
      set: 's',
      site: 't',
      weight: 3,
    });
  });

  it('may omit all of these', () => {
    const { url, set, site, weight } = labelled('<input data-label="other">');
    expect([url, set, site, weight]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each(['new', 'current', 'notnew', 'other', 'ignore'])('mark a field as %s', (label) => {
    expect(fields(`<input id="a" name="b" data-label="${label}">`)).toEqual([
      { i: 0, label, visible: true, form: -1, name: 'b', id: 'a' },
    ]);
  });

  it('mark the invisible fields', () => {
    const html = '<input data-label="new" data-unseen><input data-label="new">';
    expect(fields(html).map(({ visible }) => visible)).toEqual([false, true]);
  });

  it('group fields by their form, even from outside it', () => {
    const html = `<form id="a"><input data-label="other"></form><input data-label="other">
      <form><input data-label="new"><input data-label="other" form="a"></form>`;
    expect(fields(html).map(({ form }) => form)).toEqual([0, -1, 1, 0]);
  });

  it('number inputs as a browser does, with its repairs and with open shadow roots at their host', () => {
    const input = (name: string) => `<input data-label="other" name="${name}">`;
    const shadow = (html: string, mode = 'open') => `<template shadowrootmode="${mode}">${html}</template>`;
    const nested = `<x-b>${shadow(`<form>${input('deep')}</form>`)}</x-b><form>${input('open')}</form>`;
    const html = `<table><tr><td>${input('cell')}</td></tr>${input('before')}</table>
      <x-a>${input('light')}${shadow(nested)}</x-a>
      <x-c>${shadow('<input name="closed">', 'closed')}</x-c>
      <template><input name="template"></template>${input('last')}`;
    expect(fields(html).map(({ name, form }) => [name, form])).toEqual([
      ['before', -1],
      ['cell', -1],
      ['deep', 0],
      ['open', 1],
      ['light', -1],
      ['last', -1],
    ]);
  });

  it.each([
    [
      '<input name="p" data-label="neew">',
      '<input name="p" data-label="neew">: unknown data-label="neew". Use new, ',
    ],
    ['<input name="p">', '<input name="p">: no data-label. Use new, current, notnew, other, ignore.'],
    ['<input data-lable="new">', '<input data-lable="new">: no data-label'],
    ['<p>Nothing', 'The page has no <input>. If it should have none, write <html data-label="none">.'],
    ['<html data-label="no">', 'The page has no <input>'],
    [
      '<html data-label="none"><input data-label="new">',
      '<html>: data-label is for pages without an <input>',
    ],
    [
      '<label data-label="new"><input data-label="new"></label>',
      "data-label is on an element that isn't an <input>",
    ],
    [
      '<select data-unseen></select><input data-label="new">',
      "data-unseen is on an element that isn't an <input>",
    ],
    ['<html data-wieght="2"><input data-label="new">', '<html>: unknown data-wieght. Use data-url, '],
    ['<html data-weight="two"><input data-label="new">', `data-weight="two" isn't a number above 0`],
    ['<html data-weight=""><input data-label="new">', `data-weight="" isn't a number above 0`],
    [
      '<html data-url="example.com"><input data-label="new">',
      `data-url="example.com" isn't an http or https address`,
    ],
  ])('that are wrong are reported with the file: %s', (html, sentence) => {
    expect(() => labelled(html)).toThrow('pages/a.html');
    expect(() => labelled(html)).toThrow(sentence);
  });

  it('that are wrong are reported together', () => {
    const html = '<html data-weight="0"><input name="a"><input name="b" data-label="NEW">';
    expect(() => labelled(html)).toThrow(/data-weight="0".*name="a".*name="b"/s);
  });
});

describe('a page without its labels', () => {
  it.each([
    [
      '<html lang="en" data-url="https://a.example/" data-set="s" data-site="t" data-weight="2">',
      '<html lang="en">',
    ],
    ['<html data-label="none">', '<html>'],
    ['<input data-label="new" type="password">', '<input type="password">'],
    ['<input type="password" data-label="new">', '<input type="password">'],
    ['<input\n  data-label=new\n  name=p />', '<input\n  name=p />'],
    [`<INPUT DATA-LABEL = 'new' data-unseen>`, '<INPUT>'],
    [
      '<x-a><template shadowrootmode="open"><input data-label="new"></template></x-a>',
      '<x-a><template shadowrootmode="open"><input></template></x-a>',
    ],
  ])('%s', (html, bare) => {
    expect(withoutLabels(html)).toBe(bare);
  });

  it.each([
    '<input placeholder="a > b data-label=new" data-labelled data-testid="data-label">',
    '<input-mask data-label="new"><p data-label="new"> data-label="new" </p></input-mask>',
    '<input data-url="/check" data-set="a">',
    '<body>\n<pre>\n\n  a</pre>\n<p>  <b>x</b>\n</body>\n',
  ])('is otherwise unchanged: %s', (html) => {
    expect(withoutLabels(html)).toBe(html);
  });
});
