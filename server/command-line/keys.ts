import { type Issued, type KeySettings, keyAdmin, shownKey, stateOf } from '../key-admin.ts';
import type { KeyRecord } from '../store/key-store.ts';
import { openStore } from './open-store.ts';
import type { CommandTools } from './tools.ts';
import { UsageError } from './usage-error.ts';

/** What every command about keys takes. */
export interface KeyCommand {
  readonly data?: string;
  readonly json?: boolean;
}

type Tools = Pick<CommandTools, 'out' | 'env'>;
type Admin = ReturnType<typeof keyAdmin>;

/** Makes a key and prints it once. */
export function createCommand(
  options: KeyCommand &
    Pick<KeySettings, 'label' | 'scopes'> & {
      readonly allow: readonly string[];
      readonly limit: number;
      readonly expiresIn?: number;
    },
  tools: Tools,
): Promise<void> {
  const { label, scopes, allow: addresses, limit: limitPerMinute, expiresIn } = options;
  return withAdmin(options, tools, async (admin) => {
    const expiresAt = expiresIn === undefined ? undefined : Date.now() + expiresIn;
    const issued = await admin.create({ label, scopes, addresses, limitPerMinute, expiresAt });
    tools.out(issuedText(issued, options.json === true));
  });
}

/** Lists all keys. */
export function listCommand(options: KeyCommand, tools: Tools): Promise<void> {
  return withAdmin(options, tools, async (admin) => {
    const keys = await admin.list();
    const shown = keys.map((record) => shownKey(record, Date.now()));
    tools.out(options.json ? JSON.stringify({ keys: shown }) : table(keys, Date.now()));
  });
}

/** Shows one key without its secret. */
export function showCommand(id: string, options: KeyCommand, tools: Tools): Promise<void> {
  return withAdmin(options, tools, async (admin) => {
    const record = await admin.find(id);
    if (!record) throw noSuchKey(id);
    const shown = shownKey(record, Date.now());
    const lines = Object.entries(shown).map(([name, value]) => `${name.padEnd(17)} ${lineValue(value)}`);
    tools.out(options.json ? JSON.stringify(shown) : lines.join('\n'));
  });
}

/** Makes a successor and prints it once. */
export function rotateCommand(
  id: string,
  options: KeyCommand & { readonly overlap: number },
  tools: Tools,
): Promise<void> {
  return withAdmin(options, tools, async (admin) => {
    const issued = await admin.rotate(id, options.overlap);
    if (issued === 'not_found') throw noSuchKey(id);
    if (typeof issued === 'string')
      throw new UsageError(`Key ${id} is ${issued}, so it can’t be rotated. Create a new one.`);
    tools.out(issuedText(issued, options.json === true));
  });
}

/** Ends a key at once. */
export function revokeCommand(id: string, options: KeyCommand, tools: Tools): Promise<void> {
  return withAdmin(options, tools, async (admin) => {
    if (!(await admin.revoke(id))) throw noSuchKey(id);
    tools.out(options.json ? JSON.stringify({ id, status: 'revoked' }) : `Revoked ${id}.`);
  });
}

async function withAdmin(
  options: KeyCommand,
  { env }: Tools,
  run: (admin: Admin) => Promise<void>,
): Promise<void> {
  const { store, place } = await openStore(options.data, env);
  try {
    await run(keyAdmin(store, Date.now));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { message } = error as Error;
    throw new UsageError(`Nothing was changed, because ${place} failed: ${message.replace(/\.$/, '')}.`);
  } finally {
    await store.close();
  }
}

// The id could be a whole key, pasted by mistake.
const noSuchKey = (id: string) =>
  new UsageError(`There is no key with the id “${id.slice(0, 10)}”. “keys list” shows the ids.`);

function issuedText({ key, record }: Issued, isJson: boolean): string {
  if (isJson) return JSON.stringify({ key, ...shownKey(record, Date.now()) });
  return `${key}\n\nThis key is shown only now, because only its hash is stored. Its id is ${record.id}.`;
}

const lineValue = (value: unknown) =>
  Array.isArray(value) ? value.join(', ') || '-' : value === null || value === '' ? '-' : String(value);

function table(keys: readonly KeyRecord[], nowMs: number): string {
  if (keys.length === 0) return 'There are no keys. “keys create” makes one.';
  const successors = new Map(keys.map(({ id, rotatedFrom }) => [rotatedFrom, id]));
  const time = (ms: number | undefined) => (ms === undefined ? '-' : new Date(ms).toISOString().slice(0, 16));
  const rows = keys.map((record) => [
    record.id,
    stateOf(record, nowMs),
    record.label || '-',
    record.scopes.join(','),
    time(record.expiresAt),
    time(record.lastUsedAt),
    successors.get(record.id) ?? '-',
  ]);
  const all = [['id', 'state', 'label', 'scopes', 'expires', 'last used', 'successor'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
