import { describeAdjustment } from '../../lib/i18n/describe-adjustments.ts';
import { describeBound, describeRule, describeSource } from '../../lib/i18n/describe-rule.ts';
import { message } from '../../lib/i18n/message.ts';
import type { PortableRule } from '../../lib/site-rules/portable-rule.ts';
import type { Bound, Reason } from '../../lib/site-rules/rule.ts';
import type { ShownPassword } from './use-popup-password.ts';
import type { SiteRuleState } from './use-site-rule.ts';

interface SiteFitProps {
  host: string;
  said: PortableRule;
  rule: Pick<SiteRuleState, 'ignored' | 'ignore'>;
  notes: ShownPassword['notes'];
}

/**
 * What the site accepts, or may object to; behind it what was changed for that, and each reason with its source. And a
 * way to ignore it.
 */
export function SiteFit({ host, said, rule: { ignored, ignore }, notes }: SiteFitProps) {
  if (ignored) {
    return (
      <>
        <span>{message('site_ignored', host)}</span>
        <button type="button" class="link" id="fit-again" onClick={() => ignore(false)}>
          {message('site_fit_again')}
        </button>
      </>
    );
  }
  const [first, ...more] = sentences(host, said, notes);
  return (
    <>
      <details class="reasons">
        <summary>{first}</summary>
        <ul>
          {more.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <button type="button" class="link" id="ignore-site" onClick={() => ignore(true)}>
        {message('site_ignore')}
      </button>
    </>
  );
}

function sentences(host: string, said: PortableRule, notes: ShownPassword['notes']): string[] {
  const { unmet, adjustments = [] } = notes ?? {};
  const line = describeRule(said);
  return [
    ...(unmet ? [describeUnmet(unmet, host)] : []),
    line === '' ? message('site_unreadable', host) : message('site_fits', host, line),
    ...adjustments.map((adjustment) => describeAdjustment(adjustment, host)),
    ...said.reasons.map((reason) => reasonLine('site_reason', reason)),
    ...said.contradictions.map((reason) => reasonLine('site_contradiction', reason)),
    ...said.unread.map((source) => message('site_unread', describeSource(source))),
  ];
}

/** What the site asks for and this password has not. */
const describeUnmet = (unmet: Bound, host: string) =>
  unmet.code === 'max_length'
    ? message('fill_too_long', String(unmet.value))
    : message('site_unmet', host, describeBound(unmet));

const reasonLine = (key: 'site_reason' | 'site_contradiction', reason: Reason) =>
  message(key, describeBound(reason), describeSource(reason.by));
