import { clearIfDigest, documentClipboard } from '../../lib/platform/clipboard.ts';
import { answerMessages } from '../../lib/platform/messages.ts';

answerMessages({
  'background-to-offscreen:clear-clipboard': (expected) =>
    clearIfDigest(expected, documentClipboard(document)),
});
