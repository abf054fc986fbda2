import { browser } from 'wxt/browser';
import { describeOutcome } from '../i18n/describe-outcome.ts';
import { message } from '../i18n/message.ts';
import { type FillOutcome, isFilled } from '../messaging/fill-outcome.ts';

const COLOURS = { filled: '#0b7a5b', failed: '#b4341c' };

/** Tells on the toolbar button of `tabId` how a fill went; browsers take it away when the tab goes elsewhere. */
export async function showOutcome(tabId: number, outcome: FillOutcome): Promise<void> {
  const filled = isFilled(outcome);
  const title = message('badge_title', describeOutcome(outcome));
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: filled ? COLOURS.filled : COLOURS.failed }),
    browser.action.setBadgeText({ tabId, text: filled ? '✓' : '!' }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined); // the tab was closed meanwhile
}

/** Takes away what `showOutcome` has told. */
export async function clearOutcome(tabId: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title: message('extension_name') }),
  ]).catch(() => undefined); // the tab was closed meanwhile
}
