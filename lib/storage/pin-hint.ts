import { storedItem } from './stored-item.ts';

/** Whether the popup has said that a button on the toolbar shows the outcome of a fill. It says so once. */
export const pinHintShown = storedItem<boolean>({
  key: 'pinHintShown',
  area: 'local',
  version: 1,
  parse: (stored) => stored === true,
});
