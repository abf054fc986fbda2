import type { MessageFailure } from '../messaging/messages.ts';
import { message } from './message.ts';

/** Why the background has not done what a page asked for, and what to do. */
export function describeMessageFailure(failure: MessageFailure): string {
  const isOutdated = failure === 'unknown_message' || failure === 'invalid_request';
  return message(isOutdated ? 'message_outdated' : 'message_failed');
}
