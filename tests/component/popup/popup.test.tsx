// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TabSurvey } from '../../../lib/messaging/messages.ts';
import { text } from '../../support/locale.ts';
import { fakeBackground } from '../fake-background.ts';
import { button, openPopup, shown } from './open-popup.tsx';

beforeEach(fakeBackground);
afterEach(cleanup);

describe('the popup', () => {
  it('opens with a strong password already made and Copy focused', async () => {
    await openPopup();
    expect(shown()).toHaveLength(16);
    expect(document.activeElement).toBe(button(text('popup_copy')));
    expect(document.querySelector('#strength')?.textContent).toBe(
      `${text('strength_very_strong')} · ${text('strength_bits', '104.6')}`,
    );
    expect(document.querySelector('meter')?.getAttribute('aria-valuetext')).toContain(
      text('strength_bits', '104.6'),
    );
  });

  it('reserves the place of what the page may show', async () => {
    let answer: (survey: TabSurvey) => void = () => {};
    const { sendMessage } = fakeBrowser.runtime;
    fakeBrowser.runtime.sendMessage = vi.fn(async (message) => {
      await sendMessage(message);
      return new Promise((resolve) => {
        answer = (reply) => resolve({ ok: true, reply });
      });
    }) as never;
    await openPopup();
    expect(document.querySelector('.actions[data-looking]')).not.toBeNull();
    expect(document.querySelector('#page-line')?.textContent).toBe('');
    answer({ host: 'example.com', fields: 0 });
    await screen.findByText(text('popup_nothing_to_fill'));
    expect(document.querySelector('[data-looking]')).toBeNull();
  });

  it('opens the settings', async () => {
    const user = await openPopup();
    await user.click(button(text('popup_settings')));
    expect(fakeBrowser.runtime.openOptionsPage).toHaveBeenCalled();
  });
});
