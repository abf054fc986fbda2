import { useEffect, useState } from 'preact/hooks';
import type { TabSurvey } from '../../lib/messaging/messages.ts';
import { EMPTY_RULE } from '../../lib/site-rules/generate-within.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import { fromPortable, type PortableRule } from '../../lib/site-rules/portable-rule.ts';

/** What the passwords of the popup are fitted to. */
export interface FittedSite {
  /** The rule that is kept to; of an ignored site, or while nothing is known, the one that says nothing. */
  readonly site: MergedRule;
  /** The same as it was told; `undefined` where there is none. */
  readonly told: PortableRule | undefined;
}

export interface SiteRuleState extends FittedSite {
  /** What the site said, ignored or not. */
  readonly said: PortableRule | undefined;
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
    if (said) void fromPortable(said).then((site) => current && setWhole({ site, told: said }));
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

const NOTHING: FittedSite = { site: EMPTY_RULE, told: undefined };
