import { browser } from 'wxt/browser';
import { describeOutcome } from '../i18n/describe-outcome.ts';
import { message } from '../i18n/message.ts';
import { type FillOutcome, isFilled, isWeakFill } from '../messaging/fill-outcome.ts';

const COLOURS = { good: '#0b7a5b', bad: '#b4341c' };

/**
 * Shows the outcome of a fill on the toolbar button of a tab; browsers clear it when the tab navigates. The
 * title also warns of an `insecure` page.
 */
export async function showOutcome(tabId: number, outcome: FillOutcome, insecure = false): Promise<void> {
  const good = isFilled(outcome) && !isWeakFill(outcome);
  const sentences = [describeOutcome(outcome), ...(insecure ? [message('page_insecure')] : [])].join(' ');
  const title = message('badge_title', sentences);
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: good ? COLOURS.good : COLOURS.bad }),
    browser.action.setBadgeText({ tabId, text: good ? '✓' : '!' }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined); // the tab has been closed
}

/** Clears what `showOutcome` has shown. */
export async function clearOutcome(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: message('extension_name') }),
  ]).catch(() => undefined); // the tab has been closed
}
