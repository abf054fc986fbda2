import type { MessagePort } from 'node:worker_threads';
import { drainByTimer } from '../../lib/generator/index.ts';
import { makeFrom } from '../generator.ts';
import { passwordsOf } from '../password-set.ts';
import type { RulesJob } from './protocol.ts';

/** Answers the jobs of the main thread, one after the other, and says first that it is ready. */
export function answerRules(port: MessagePort): void {
  drainByTimer((run, ms) => void setTimeout(run, ms).unref());
  port.on('message', async ({ input, siteRules, count }: RulesJob) => {
    port.postMessage(await makeFrom(passwordsOf(input, siteRules), count));
  });
  port.postMessage('ready');
}
