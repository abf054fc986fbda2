import type { FrameFill } from '../content/fill/fill-frame.ts';
import type { FrameSurvey } from '../content/survey.ts';
import { unmetBound } from '../site-rules/check.ts';
import { resolveSiteRule } from './resolve-site-rule.ts';

/**
 * Compares a filled password with what the page says only while the field has the focus. A password that was
 * made before may break it, although the page does not mark the field.
 */
export async function checkFill(
  reply: FrameFill,
  password: string,
  { hints: before }: FrameSurvey,
  { hints: onFocus, origin }: FrameSurvey,
): Promise<FrameFill> {
  const errors = onFocus?.texts.filter((text) => !before?.texts.includes(text)) ?? [];
  if (reply.outcome !== 'filled' || !onFocus || errors.length === 0) return reply;
  const { rule, reasons } = await resolveSiteRule(origin, onFocus);
  if (reasons.length === 0 || !unmetBound(password, rule)) return reply;
  return {
    outcome: 'changed',
    fields: reply.fields,
    problems: [{ kind: 'invalid', reason: 'page' }],
    errors,
  };
}
