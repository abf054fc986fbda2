import { handleMessages } from '../../lib/messaging/handle-messages.ts';
import { clearIfDigest, documentClipboard } from '../../lib/platform/clipboard.ts';

handleMessages('offscreen', {
  'background-to-offscreen:clear-clipboard': (expected) =>
    clearIfDigest(expected, documentClipboard(document)),
});
