import { NAMED_SETS, setOf } from './characters.ts';

/** Signs that sentences do not have for themselves. */
const STRONG = /[#$%&*+<=>@[\]^_`{|}~\\]/;

/** The characters of a list as sentences write it, without what sets it off; none if it is punctuation. */
export function listed(text: string): string {
  let list = text.replace(/[.,:;]$/, '').replace(/^[:,]\s*/, '');
  if (/^\(.*\)$/.test(list) || /^\[.*\]$/.test(list) || /^(["'`]).*\1$/.test(list)) list = list.slice(1, -1);
  // A bracket that was opened before the list, or is closed after other words.
  if (!list.includes('(')) list = list.replace(/\)[.,]?$/, '');
  if (/^\([^)]*$/.test(list) && list.length > 1) list = list.slice(1);
  // A comma with a space after it sets apart.
  if (/, .*, /.test(list)) list = list.replaceAll(', ', '');
  if ((list.match(/"/g) ?? []).length > 1) list = list.replaceAll('"', '');
  const isList = STRONG.test(list) || list.replaceAll(' ', '').length > 2;
  const { special = '' } = NAMED_SETS;
  return isList
    ? setOf([...list].filter((character) => character !== ' ' && special.includes(character)))
    : '';
}
