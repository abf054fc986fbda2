import * as v from 'valibot';
import { issuedSchema, keyBody, keyListSchema, rotateBody, shownKeySchema } from '../key-options.ts';
import { operation } from './operation.ts';

const JSON_TYPE = 'application/json';
const shared = { tag: 'keys', scope: 'admin' } as const;
const path = { id: 'The id of the key.' };

export const listKeysDoc = operation({
  ...shared,
  id: 'listKeys',
  summary: 'List the keys',
  replies: { [JSON_TYPE]: keyListSchema },
});

export const createKeyDoc = operation({
  ...shared,
  id: 'createKey',
  summary: 'Create a key, which is shown this once',
  body: keyBody,
  status: 201,
  replies: { [JSON_TYPE]: issuedSchema },
});

export const showKeyDoc = operation({
  ...shared,
  id: 'showKey',
  summary: 'Show a key without its secret',
  path,
  replies: { [JSON_TYPE]: shownKeySchema },
  errors: [404],
});

export const rotateKeyDoc = operation({
  ...shared,
  id: 'rotateKey',
  summary: 'Create a successor and end the old key after an overlap',
  path,
  body: rotateBody,
  status: 201,
  replies: { [JSON_TYPE]: issuedSchema },
  errors: [404],
});

export const revokeKeyDoc = operation({
  ...shared,
  id: 'revokeKey',
  summary: 'Revoke a key at once',
  path,
  replies: { [JSON_TYPE]: v.object({ status: v.picklist(['revoked']) }) },
  errors: [404],
});
