import * as v from 'valibot';
import { passphraseOptions, passwordBody, passwordQuery, pinOptions } from '../options.ts';
import { listReply, passwordReply } from '../replies.ts';
import { operation } from './operation.ts';

const JSON_TYPE = 'application/json';

export const passwordDoc = operation({
  id: 'generatePassword',
  tag: 'generate',
  summary: 'Make a password',
  scope: 'password',
  query: passwordQuery,
  replies: { [JSON_TYPE]: passwordReply },
});

export const passwordsDoc = operation({
  id: 'generatePasswords',
  tag: 'generate',
  summary: 'Make one or many passwords',
  description:
    'Without `count` the answer is one password, with it a list of different ones, for keys with the scope ' +
    '`bulk`. `Accept: application/x-ndjson` gives one password a line. `rules` needs the scope `rules`.',
  scope: 'password',
  body: passwordBody,
  replies: { [JSON_TYPE]: [passwordReply, listReply], 'application/x-ndjson': 'text' },
});

export const passphraseDoc = operation({
  id: 'generatePassphrase',
  tag: 'generate',
  summary: 'Make a passphrase',
  scope: 'passphrase',
  query: passphraseOptions,
  replies: { [JSON_TYPE]: passwordReply },
});

export const pinDoc = operation({
  id: 'generatePin',
  tag: 'generate',
  summary: 'Make a PIN',
  scope: 'pin',
  query: pinOptions,
  replies: { [JSON_TYPE]: passwordReply },
});

const status = (...values: string[]) => v.object({ status: v.picklist(values) });

export const healthDoc = operation({
  id: 'health',
  tag: 'monitor',
  summary: 'Whether the process runs',
  replies: { [JSON_TYPE]: status('ok') },
});

export const readyDoc = operation({
  id: 'ready',
  tag: 'monitor',
  summary: 'Whether the key store responds',
  replies: { [JSON_TYPE]: status('ready') },
  errors: [503],
});

export const metricsDoc = operation({
  id: 'metrics',
  tag: 'monitor',
  summary: 'Counters for Prometheus',
  description: 'From this computer itself no key is needed.',
  scope: 'admin',
  replies: { 'text/plain': 'text' },
});
