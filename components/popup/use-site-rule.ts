import { useEffect, useState } from 'preact/hooks';
import type { TabSurvey } from '../../lib/messaging/messages.ts';
import { EMPTY_RULE } from '../../lib/site-rules/generate-within.ts';
import type { MergedRule } from '../../lib/site-rules/merge.ts';
import { fromPortable, type PortableRule } from '../../lib/site-rules/portable-rule.ts';
import { orReport } from '../../lib/storage/lock.ts';
import { nextTask } from '../hooks/next-task.ts';

/** The rule that the popup's passwords are fitted to. */
export interface FittedSite {
  /** The rule in force: the empty one for an ignored site, or while none is known. */
  readonly site: MergedRule;
  /** The same rule in portable form, for the background; `undefined` where there is none. */
  readonly portable: PortableRule | undefined;
}

export interface SiteRuleState extends FittedSite {
  /** The rule that came from the page, ignored or not. */
  readonly pageRule: PortableRule | undefined;
  /** The same rule, as passwords are fitted to it unless it is ignored. */
  readonly page: MergedRule;
  readonly ignored: boolean;
  readonly ignore: (ignored: boolean) => void;
  /** Whether an error of the site has taught a rule that is not in force yet. */
  readonly hasUpdate: boolean;
  /** Puts that rule in force. */
  readonly applyUpdate: () => void;
  /** Whether the page has been surveyed and passwords are fitted to its rule. */
  readonly isSettled: boolean;
  /** How often the person has changed which rule is in force. */
  readonly choices: number;
}

/**
 * The rule in force is that of the first survey. A later survey leaves the shown password as it is until the
 * person asks for another, because the shown one may be the one that was filled.
 */
export function useSiteRule(survey: TabSurvey | undefined): SiteRuleState {
  const [inForce, setInForce] = useState<TabSurvey>();
  const [ignored, setIgnored] = useState(false);
  const [choices, setChoices] = useState(0);
  useEffect(() => setInForce((first) => first ?? survey), [survey]);
  const pageRule = inForce?.rule;
  const fitted = useFittedSite(pageRule);
  const latest = survey?.rule;
  const hasUpdate =
    latest?.reasons.some(({ by }) => by === 'learnt') === true &&
    JSON.stringify(latest.rule) !== JSON.stringify(pageRule?.rule);
  const ignore = (isIgnored: boolean) => {
    setIgnored(isIgnored);
    setChoices((count) => count + 1);
  };
  const applyUpdate = () => {
    ignore(false);
    setInForce(survey);
  };
  return {
    ...(ignored ? WITHOUT_RULE : fitted),
    pageRule,
    page: fitted.site,
    ignored,
    ignore,
    hasUpdate,
    applyUpdate,
    isSettled: inForce !== undefined && (!pageRule || fitted.portable === pageRule),
    choices,
  };
}

/** Reads a page's rule. The rule before stays until the reader of patterns is loaded. */
function useFittedSite(pageRule: PortableRule | undefined): FittedSite {
  const [fitted, setFitted] = useState(WITHOUT_RULE);
  useEffect(() => {
    let current = true;
    if (pageRule)
      void orReport(
        fromPortable(pageRule, nextTask).then((site) => current && setFitted({ site, portable: pageRule })),
      );
    return () => {
      current = false;
    };
  }, [pageRule]);
  return fitted;
}

const WITHOUT_RULE: FittedSite = { site: EMPTY_RULE, portable: undefined };
