import { flag, orElse } from './schema.ts';
import { storedItem } from './stored-item.ts';

/** Whether the popup has said that a button on the toolbar shows the outcome of a fill. It says so once. */
export const pinHintShown = storedItem({
  key: 'pinHintShown',
  area: 'local',
  version: 1,
  schema: orElse(flag, false),
});
