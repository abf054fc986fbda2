import { handleMessages } from '../messaging/handle-messages.ts';
import { isPrivateTab } from '../platform/tabs.ts';
import { deleteKey, lockKey, unlockKey } from '../storage/key-store.ts';
import { cancelPopupRequest, requestForPopup, testApi } from './api-requests.ts';
import { fillTab } from './fill-tab.ts';
import { fillGranted, guardPendingFill } from './granted-fill.ts';
import { saveApiKey } from './save-api-key.ts';
import { surveyTab, undoTab } from './survey-tab.ts';

/** Registers the handlers of our pages' messages; call it synchronously when the background starts. */
export function registerHandlers(): void {
  handleMessages('background', {
    'popup-to-background:survey': ({ tabId }) => surveyTab(tabId),
    'popup-to-background:fill': async ({ tabId, entryId, frame }) =>
      fillTab({ tabId, incognito: await isPrivateTab(tabId), hint: 'nothing', ...frame }, entryId),
    'popup-to-background:fill-granted': () => fillGranted(),
    'popup-to-background:guard-pending': guardPendingFill,
    'popup-to-background:undo': ({ tabId }) => undoTab(tabId),
    'popup-to-background:make-by-api': requestForPopup,
    'popup-to-background:cancel-api': cancelPopupRequest,
    'options-to-background:test-api': () => testApi(),
    'options-to-background:save-key': saveApiKey,
    'options-to-background:unlock-key': ({ service, passphrase }) => unlockKey(service, passphrase),
    'options-to-background:lock-key': ({ service }) => lockKey(service).then(() => undefined),
    'options-to-background:delete-key': ({ service }) => deleteKey(service).then(() => undefined),
  });
}
