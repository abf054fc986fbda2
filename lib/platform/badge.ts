import { browser } from 'wxt/browser';
import { describeOutcome } from '../i18n/describe-outcome.ts';
import { message } from '../i18n/message.ts';
import { type FillOutcome, isFilled, isWeakFill } from '../messaging/fill-outcome.ts';
import { toolbarTabOf } from './toolbar.ts';

const COLOURS = { good: '#0b7a5b', bad: '#b4341c', running: '#5f6368' };

interface Look {
  readonly color: string;
  readonly text: string;
  /** One or more whole sentences. */
  readonly title: string;
}

/** What else the title of an outcome says. */
export interface OutcomeNotes {
  /** Whether others on the network can read what was filled in. */
  readonly insecure?: boolean;
  /** Whether the outcome could not be stored for the popup. */
  readonly unrecorded?: boolean;
}

/**
 * What one fill shows on the toolbar button of its tab; browsers clear it when the tab navigates. For a
 * window without a toolbar it also stands on a tab whose toolbar the person sees. Nothing here rejects.
 */
export interface FillBadge {
  /** Whether the window of the tab has no toolbar. */
  readonly isElsewhere: Promise<boolean>;
  showRunning(): Promise<void>;
  /** Says that a server is asked for the password. */
  showAsking(host: string): Promise<void>;
  showOutcome(outcome: FillOutcome, notes?: OutcomeNotes): Promise<void>;
}

/** The badge of one fill. What is shown later replaces what was shown before. */
export function openBadge(tabId: number): FillBadge {
  const elsewhere = toolbarTabOf(tabId);
  const show = async (look: Look) => {
    const own = showLook(tabId, { ...look, title: message('badge_title', look.title) });
    const other = await elsewhere;
    const title = message('badge_title_window', look.title);
    await Promise.all([own, other !== undefined && showLook(other, { ...look, title })]);
  };
  const running = (title: string) => show({ color: COLOURS.running, text: '…', title });
  return {
    isElsewhere: elsewhere.then((other) => other !== undefined),
    showRunning: () => running(message('fill_running')),
    showAsking: (host) => running(message('fill_asking', host)),
    showOutcome: (outcome, notes) => show(lookOf(outcome, notes)),
  };
}

function lookOf(outcome: FillOutcome, { insecure, unrecorded }: OutcomeNotes = {}): Look {
  const good = isFilled(outcome) && !isWeakFill(outcome);
  const sentences = [
    describeOutcome(outcome),
    ...(unrecorded ? [message('fill_unrecorded')] : []),
    ...(insecure ? [message('page_insecure')] : []),
  ];
  return {
    color: good ? COLOURS.good : COLOURS.bad,
    text: good ? '✓' : '!',
    title: sentences.join(' '),
  };
}

async function showLook(tabId: number, { color, text, title }: Look): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
  ]); // the tab may have been closed
}

/** Clears what a fill has shown. */
export async function clearOutcome(tabId: number): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: message('extension_name') }),
  ]); // the tab may have been closed
}
