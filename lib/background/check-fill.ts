import type { PasswordHints } from '../content/detect/password-hints.ts';
import type { FrameFill } from '../content/fill/fill-frame.ts';
import { unmetBound } from '../site-rules/check.ts';
import { mergeRules } from '../site-rules/merge.ts';

/**
 * Compares a filled password with what the page has said only while the field had the focus. A password that
 * was made before the page said so may break it, although the page does not mark the field.
 */
export function checkFill(
  reply: FrameFill,
  password: string,
  before: PasswordHints | undefined,
  onFocus: PasswordHints | undefined,
): FrameFill {
  if (reply.outcome !== 'filled') return reply;
  const texts = onFocus?.texts.filter((text) => !before?.texts.includes(text)) ?? [];
  if (texts.length === 0) return reply;
  const { rule, reasons } = mergeRules({ texts });
  if (reasons.length === 0 || !unmetBound(password, rule)) return reply;
  const problems = [{ kind: 'invalid', reason: 'page' }] as const;
  return { outcome: 'changed', fields: reply.fields, problems, errors: texts };
}
