import { apiServer } from './api-server.ts';
import { atWriting } from './at-writing.ts';
import type { AttackFamily } from './attack.ts';
import { extension } from './extension.ts';
import { frames } from './frames.ts';
import { keys } from './keys.ts';
import { pageTricks } from './page-tricks.ts';
import { permission } from './permission.ts';
import { stored } from './stored.ts';
import { work } from './work.ts';

/**
 * Every attack. Their order matters, because what is granted to the attacks on permissions is granted to all
 * that come after them, and because the attacks on storage erase what is stored.
 */
export const FAMILIES: readonly AttackFamily[] = [
  frames,
  atWriting,
  pageTricks,
  permission,
  apiServer,
  keys,
  extension,
  work,
  stored,
];
