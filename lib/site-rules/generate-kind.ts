import {
  DEFAULT_OPTIONS,
  type GenerateRequest,
  type GenerateResult,
  generate,
  KINDS,
} from '../generator/index.ts';
import { type RandomSource, systemRandom } from '../generator/random.ts';
import { unmetBound } from './check.ts';
import { smallest } from './extremes.ts';
import { generateWithin } from './generate-within.ts';
import type { MergedRule } from './merge.ts';
import { FREE_TEXT } from './rule.ts';
import type { SiteNotes } from './site-notes.ts';

/** A password of any kind with the site's changes to it, or the option that makes one impossible. */
export type GenerateKindResult =
  | (Extract<GenerateResult, { ok: true }> & Pick<SiteNotes, 'adjustments' | 'unmet'>)
  | Extract<GenerateResult, { ok: false }>;

/**
 * Makes a password of any kind for a site. Only the kind `password` is drawn within the site's rule. Of the
 * other kinds only a PIN changes, in its length; `unmet` is the first bound of the rule that the result
 * breaks.
 */
export function generateKind(
  request: GenerateRequest,
  site: MergedRule,
  random: RandomSource = systemRandom,
): GenerateKindResult {
  if (request.kind === 'password') {
    const { kind: _, ...options } = request;
    return generateWithin({ ...DEFAULT_OPTIONS, ...options }, site, random);
  }
  const shorterPin = shortenPin(request, pinRoom(site));
  const made = generate(shorterPin ?? request, random);
  if (!made.ok) return made;
  const unmet = unmetBound(made.password, site.rule);
  return {
    ...made,
    adjustments: shorterPin ? [{ code: 'shortened', to: shorterPin.length }] : [],
    ...(unmet && { unmet }),
  };
}

/**
 * The site's greatest length for a PIN. A sentence with a length that is too weak for a password has no
 * effect on the rule, but holds for a PIN, which the person has chosen.
 */
function pinRoom({ rule, contradictions }: MergedRule): number | undefined {
  const { minLength = 0, maxLength } = rule;
  const left = contradictions.map((bound) =>
    bound.code === 'max_length' && FREE_TEXT.includes(bound.by) && bound.value >= minLength
      ? bound.value
      : undefined,
  );
  return smallest([maxLength, ...left]);
}

/** The PIN that the site has room for, if it takes only a shorter one than was asked for. */
function shortenPin(request: GenerateRequest, maxLength = Number.POSITIVE_INFINITY) {
  if (request.kind !== 'pin') return undefined;
  const { length = KINDS.pin.defaults.length } = request;
  return maxLength < length ? { ...request, length: maxLength } : undefined;
}
