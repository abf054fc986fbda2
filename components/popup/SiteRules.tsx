import { describeAdjustment } from '../../lib/i18n/describe-adjustments.ts';
import { describeBound, describeRule, describeSource } from '../../lib/i18n/describe-rule.ts';
import { message } from '../../lib/i18n/message.ts';
import { plural } from '../../lib/i18n/plural.ts';
import type { PortableRule } from '../../lib/site-rules/portable-rule.ts';
import type { Bound, Reason } from '../../lib/site-rules/rule.ts';
import type { ShownPassword } from './use-popup-password.ts';
import type { SiteRuleState } from './use-site-rule.ts';

interface SiteRulesProps {
  host: string;
  pageRule: PortableRule;
  state: Pick<SiteRuleState, 'ignored' | 'ignore'>;
  notes: ShownPassword['notes'];
}

/** The rules of the page's site, and a way to ignore them. */
export function SiteRules({ host, pageRule, state: { ignored, ignore }, notes }: SiteRulesProps) {
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
  return (
    <>
      <RuleDetails sentences={describeSite(host, pageRule, notes)} />
      <button type="button" class="link" id="ignore-site" onClick={() => ignore(true)}>
        {message('site_ignore')}
      </button>
    </>
  );
}

/** The first sentence, with the others behind a disclosure. */
function RuleDetails({ sentences: [first, ...others] }: { sentences: readonly string[] }) {
  return (
    <details class="reasons">
      <summary>{first}</summary>
      <ul>
        {others.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

/**
 * What the site accepts, or may object to, comes first. What was changed for that follows, then each reason
 * with its source.
 */
function describeSite(host: string, rule: PortableRule, notes: ShownPassword['notes']): string[] {
  const { unmet, adjustments = [] } = notes ?? {};
  const line = describeRule(rule);
  return [
    ...(unmet ? [describeUnmet(unmet, host)] : []),
    line === '' ? message('site_unreadable', host) : message('site_fits', host, line),
    ...adjustments.map((adjustment) => describeAdjustment(adjustment, host)),
    ...rule.reasons.map((reason) => describeReason('site_reason', reason)),
    ...rule.contradictions.map((reason) => describeReason('site_contradiction', reason)),
    ...rule.unread.map((source) => message('site_unread', describeSource(source))),
  ];
}

/** The sentence for a bound of the site that the password does not meet. */
const describeUnmet = (unmet: Bound, host: string) =>
  unmet.code === 'max_length'
    ? plural('fill_too_long', unmet.value)
    : message('site_unmet', host, describeBound(unmet));

const describeReason = (key: 'site_reason' | 'site_contradiction', reason: Reason) =>
  message(key, describeBound(reason), describeSource(reason.by));
