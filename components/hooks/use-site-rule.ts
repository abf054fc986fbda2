import { useEffect, useState } from 'preact/hooks';
import type { MergedRule } from '../../lib/generator/rules/merge.ts';
import type { TabSurvey } from '../../lib/platform/messages.ts';
import { NO_RULE, type ToldRule, wholeRule } from '../../lib/platform/site-rule.ts';

/** What the passwords of the popup are fitted to. */
export interface FittedSite {
  /** The rule that is kept to; of an ignored site, or while nothing is known, the one that says nothing. */
  readonly site: MergedRule;
  /** The same as it was told; `undefined` where there is none. */
  readonly told: ToldRule | undefined;
}

export interface SiteRuleState extends FittedSite {
  /** What the site said, ignored or not. */
  readonly said: ToldRule | undefined;
  readonly ignored: boolean;
  readonly ignore: (ignored: boolean) => void;
  /** Whether something has been learnt since from an error of the site. */
  readonly hasNews: boolean;
  /** Keeps to that from now on. */
  readonly adopt: () => void;
}

/**
 * The rule that the popup keeps to: the first that the page tells. What the page tells later does not change the password
 * that is shown, which may be the one that was filled, until the person asks for it.
 */
export function useSiteRule(survey: TabSurvey | undefined): SiteRuleState {
  const [kept, setKept] = useState<TabSurvey>();
  const [whole, setWhole] = useState(NOTHING);
  const [ignored, ignore] = useState(false);
  useEffect(() => setKept((first) => first ?? survey), [survey]);
  const said = kept?.rule;
  useEffect(() => {
    let current = true;
    if (said) void wholeRule(said).then((site) => current && setWhole({ site, told: said }));
    return () => {
      current = false;
    };
  }, [said]);
  const latest = survey?.rule;
  const hasNews =
    latest?.reasons.some(({ by }) => by === 'learnt') === true &&
    JSON.stringify(latest.rule) !== JSON.stringify(said?.rule);
  const adopt = () => {
    ignore(false);
    setKept(survey);
  };
  return { ...(ignored ? NOTHING : whole), said, ignored, ignore, hasNews, adopt };
}

const NOTHING: FittedSite = { site: NO_RULE, told: undefined };
