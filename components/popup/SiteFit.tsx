import type { Reason } from '../../lib/generator/rules/sources.ts';
import { message } from '../../lib/platform/i18n.ts';
import { describeBound, describeRule, describeSource } from '../../lib/platform/site-sentences.ts';
import type { SiteRuleState } from '../hooks/use-site-rule.ts';

/** What the password is fitted to: one line, each reason with its source below it, and a way to ignore it. */
export function SiteFit({ host, rule }: { host: string; rule: SiteRuleState }) {
  const { said, ignored, ignore } = rule;
  if (!said) return null;
  if (ignored) {
    return (
      <div class="note site-fit" id="site-fit">
        <span>{message('site_ignored', host)}</span>
        <button type="button" class="link" id="fit-again" onClick={() => ignore(false)}>
          {message('site_fit_again')}
        </button>
      </div>
    );
  }
  const line = describeRule(said);
  if (line === '' && said.unread.length === 0) return null;
  if (line === '') {
    return (
      <p class="note" id="site-fit">
        {message('site_unreadable', host)}
      </p>
    );
  }
  return (
    <div class="note site-fit" id="site-fit">
      <details class="reasons">
        <summary>{message('site_fits', host, line)}</summary>
        <ul>
          {[
            ...said.reasons.map((reason) => reasonLine('site_reason', reason)),
            ...said.contradictions.map((reason) => reasonLine('site_contradiction', reason)),
            ...said.unread.map((source) => message('site_unread', describeSource(source))),
          ].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <button type="button" class="link" id="ignore-site" onClick={() => ignore(true)}>
        {message('site_ignore')}
      </button>
    </div>
  );
}

const reasonLine = (key: 'site_reason' | 'site_contradiction', reason: Reason) =>
  message(key, describeBound(reason), describeSource(reason.by));
