/** What every password must hold. */
export type Holds = (password: string) => boolean;

/** A language, what a site says, what every password must hold then, and the least entropy that is left. */
export type Row = readonly [language: string, says: string, holds: Holds, least?: number];

export const L = /[A-Za-z]/g;
export const U = /[A-Z]/g;
export const D = /[0-9]/g;
export const S = /[^A-Za-z0-9]/g;
export const A = /[A-Za-z0-9]/g;

const count = (password: string, set: RegExp) => password.match(set)?.length ?? 0;
const is = (character: string | undefined, set: RegExp) => count(character ?? '', set) > 0;

export const atMost = (n: number, set: RegExp) => (p: string) => count(p, set) <= n;
export const atLeast = (n: number, set: RegExp) => (p: string) => count(p, set) >= n;
export const exactly = (n: number, set: RegExp) => (p: string) => count(p, set) === n;
export const between = (from: number, to: number, set: RegExp) => (p: string) =>
  count(p, set) >= from && count(p, set) <= to;
export const starts = (set: RegExp) => (p: string) => is(p[0], set);
export const ends = (set: RegExp) => (p: string) => is(p.at(-1), set);
export const startsNot = (set: RegExp) => (p: string) => !is(p[0], set);
export const endsNot = (set: RegExp) => (p: string) => !is(p.at(-1), set);
export const lacks = (characters: string) => (p: string) => ![...characters].some((c) => p.includes(c));
export const only = (set: RegExp) => (p: string) => count(p, set) === p.length;
export const length = (from: number, to: number) => (p: string) => p.length >= from && p.length <= to;
export const runs = (n: number, set: RegExp) => (p: string) =>
  ![...p].some((_, i) => i + n < p.length && only(set)(p.slice(i, i + n + 1)));
export const inRow = (n: number) => (p: string) =>
  ![...p].some((c, i) => p.slice(i, i + n + 1) === c.repeat(n + 1));
export const each = (n: number) => (p: string) => [...p].every((c) => p.split(c).length - 1 <= n);
/** No more than so many neighbours in the alphabet or among the digits. */
export const sequences = (n: number) => (p: string) =>
  ![...p].some((_, i) => {
    const part = p.slice(i, i + n + 1);
    if (part.length <= n || !(only(L)(part) || only(D)(part))) return false;
    const steps = [...part].slice(1).map((c, k) => c.charCodeAt(0) - part.charCodeAt(k));
    return steps.every((step) => step === 1) || steps.every((step) => step === -1);
  });
export const all =
  (...checks: Holds[]): Holds =>
  (p) =>
    checks.every((check) => check(p));

/** A sentence that says no rule leaves everything. */
export const silent = (language: string, says: string): Row => [language, says, () => true, 104.6];
