import type { MessagePort } from 'node:worker_threads';
import * as v from 'valibot';
import { drainByTimer } from '../../lib/generator/index.ts';
import { makeFrom } from '../generator.ts';
import { passwordOptions } from '../options.ts';
import { passwordsOf } from '../password-set.ts';
import type { RulesJob } from './protocol.ts';

/** Rules of every sort. */
const WARM_UP =
  'minlength: 12; required: upper; required: digit, [-]; allowed: lower, special; max-consecutive: 2; ' +
  'blocklist: password; max-sequential: 3';

/** Answers the jobs of the main thread, one after the other, and says first that it is ready. */
export function answerRules(port: MessagePort): void {
  drainByTimer((run, ms) => void setTimeout(run, ms).unref());
  port.on('message', async ({ input, siteRules, count }: RulesJob) => {
    port.postMessage(await makeFrom(passwordsOf(input, siteRules), count));
  });
  // The first rules of a new worker cost ten times what later ones do, because nothing is compiled yet.
  passwordsOf(v.parse(passwordOptions, { rules: WARM_UP }), undefined);
  port.postMessage('ready');
}
