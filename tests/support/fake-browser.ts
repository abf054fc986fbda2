import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getMessage } from './locale.ts';

/** An extension event with a method that triggers it. */
function fakeEvent<Listener extends (...args: never[]) => unknown>() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    trigger: (...args: Parameters<Listener>) => [...listeners].map((listener) => listener(...args)),
  };
}

/** The permissions that the fake person has granted. */
export const grantedPermissions = new Set<string>();
/** Whether the fake person grants what is requested. */
export const person = { allows: true };

type Permissions = { permissions?: string[]; origins?: string[] };
const namesOf = ({ permissions = [], origins = [] }: Permissions) => [...permissions, ...origins];

function fakePermissions() {
  const onAdded = fakeEvent<(added: Permissions) => void>();
  const onRemoved = fakeEvent();
  return {
    onAdded,
    onRemoved,
    contains: async (requested: Permissions) =>
      namesOf(requested).every((name) => grantedPermissions.has(name)),
    request: async (requested: Permissions) => {
      if (!person.allows) return false;
      for (const name of namesOf(requested)) grantedPermissions.add(name);
      onAdded.trigger(requested);
      return true;
    },
    remove: async (requested: Permissions) => {
      for (const name of namesOf(requested)) grantedPermissions.delete(name);
      onRemoved.trigger();
      return true;
    },
  };
}

/** Adds the missing APIs to the fake browser; called before each test. */
export function fillFakeBrowser(): void {
  grantedPermissions.clear();
  person.allows = true;
  Object.assign(fakeBrowser, {
    i18n: { getMessage, getUILanguage: () => 'en' },
    permissions: fakePermissions(),
    commands: {
      onCommand: fakeEvent(),
      getAll: async () => [{ name: 'fill-password', shortcut: 'Alt+Shift+G' }],
    },
    contextMenus: { onClicked: fakeEvent(), create: vi.fn(), removeAll: vi.fn(async () => undefined) },
    scripting: { executeScript: vi.fn() },
    offscreen: undefined,
  });
  Object.assign(fakeBrowser.action, { getUserSettings: async () => ({ isOnToolbar: true }) });
  fakeBrowser.runtime.openOptionsPage = vi.fn(async () => undefined);
  fakeBrowser.runtime.getURL = ((path: string) => `chrome-extension://test${path}`) as never;
}
