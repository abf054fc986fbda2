import { type HandlersOf, handleMessages } from '../../lib/messaging/messages.ts';
import { clearIfDigest, documentClipboard } from '../../lib/platform/clipboard.ts';

handleMessages({
  'background-to-offscreen:clear-clipboard': (expected) =>
    clearIfDigest(expected, documentClipboard(document)),
} satisfies HandlersOf<'offscreen'>);
