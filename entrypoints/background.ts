import { defineBackground } from 'wxt/utils/define-background';
import { registerClipboardClearing } from '../lib/background/clipboard-clearing.ts';
import { registerCommand } from '../lib/background/commands.ts';
import { registerRandomDrain } from '../lib/background/drain-random.ts';
import { endQuietly } from '../lib/background/end-quietly.ts';
import { registerGrantedFill } from '../lib/background/granted-fill.ts';
import { registerHandlers } from '../lib/background/handlers.ts';
import { registerLockServer } from '../lib/background/lock-server.ts';
import { registerMenu } from '../lib/background/menus.ts';
import { keysMigrated } from '../lib/background/migrated-keys.ts';
import { registerPrivateWindows } from '../lib/background/private-windows.ts';
import { waitAsBackground } from '../lib/storage/lock.ts';
import { restrictStorageAccess } from '../lib/storage/storage-access.ts';

// Every listener is registered synchronously, because the browser wakes a stopped background only for those.
export default defineBackground(() => {
  waitAsBackground();
  registerLockServer();
  registerMenu();
  registerCommand();
  registerHandlers();
  registerGrantedFill();
  registerClipboardClearing();
  registerPrivateWindows();
  registerRandomDrain();
  endQuietly(keysMigrated());
  endQuietly(restrictStorageAccess());
});
