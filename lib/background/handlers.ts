import { handleMessages } from '../messaging/handle-messages.ts';
import { isPrivateTab } from '../platform/tabs.ts';
import { cancelPopupRequest, requestForPopup, testApi } from './api-requests.ts';
import { fillTab } from './fill-tab.ts';
import { fillGranted, guardPendingFill } from './granted-fill.ts';
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
    'options-to-background:test-api': ({ which }) => testApi(which),
  });
}
