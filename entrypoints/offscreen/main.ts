import { answerMessages } from '../../lib/messaging/messages.ts';
import { clearIfDigest, documentClipboard } from '../../lib/platform/clipboard.ts';

answerMessages({
  'background-to-offscreen:clear-clipboard': (expected) =>
    clearIfDigest(expected, documentClipboard(document)),
});
