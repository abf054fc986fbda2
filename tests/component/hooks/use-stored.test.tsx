// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useStored } from '../../../components/hooks/use-stored.ts';
import { orElse } from '../../../lib/storage/schema.ts';
import { type StoredItem, storedItem } from '../../../lib/storage/stored-item.ts';
import { deferred } from '../../support/deferred.ts';

const item = (key: string): StoredItem<string> =>
  storedItem({ key, area: 'local', version: 1, schema: orElse(v.string(), `${key} default`) });

afterEach(cleanup);

it('a write that ends after the change to another item leaves that one shown', async () => {
  const [first, second] = [item('first'), item('second')];
  const { result, rerender } = renderHook(({ stored }) => useStored(stored), {
    initialProps: { stored: first },
  });
  await waitFor(() => expect(result.current[0]).toBe('first default'));
  const [held, released] = [deferred(), deferred()];
  const holder = navigator.locks.request('local:first', () => {
    held.resolve();
    return released.promise;
  });
  await held.promise;
  await act(async () => void result.current[1](() => 'edited'));
  rerender({ stored: second });
  await waitFor(() => expect(result.current[0]).toBe('second default'));
  await act(async () => {
    released.resolve();
    await holder;
    await first.update((value) => value); // in turn, so the edit is written by then
  });
  expect(await first.read()).toBe('edited');
  expect(result.current[0]).toBe('second default');
});

it('edits of one moment build on each other, and on what another window has stored', async () => {
  const list = storedItem<readonly string[]>({
    ...{ key: 'list', area: 'local', version: 1 },
    schema: orElse(v.array(v.string()), []),
  });
  const { result } = renderHook(() => useStored(list));
  await waitFor(() => expect(result.current[0]).toEqual([]));
  const otherWindow = list.update((values) => [...values, 'other']);
  await act(async () => {
    result.current[1]((values) => [...values, 'a']);
    result.current[1]((values) => [...values, 'b']);
  });
  await otherWindow;
  await waitFor(() => expect(result.current[0]).toEqual(['other', 'a', 'b']));
  expect(await list.read()).toEqual(['other', 'a', 'b']);
});

it('an edit that is not saved goes back to what is stored, and shows when another window stores it', async () => {
  const stored = item('colour');
  const { result } = renderHook(() => useStored(stored));
  await waitFor(() => expect(result.current[0]).toBe('colour default'));
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('IO error'));
  let saved: boolean | undefined;
  await act(async () => {
    const edited = result.current[1](() => 'green');
    expect(result.current[0]).toBe('colour default');
    saved = await edited;
  });
  expect(saved).toBe(false);
  expect(result.current[0]).toBe('colour default');
  set.mockRestore();
  await act(async () => void (await stored.update(() => 'green')));
  expect(result.current[0]).toBe('green');
});

it('an edit that changes nothing hides no change by another window', async () => {
  const stored = item('colour');
  await stored.update(() => 'green');
  const { result } = renderHook(() => useStored(stored));
  await waitFor(() => expect(result.current[0]).toBe('green'));
  await act(async () => void (await result.current[1]((value) => value)));
  await act(async () => void (await stored.update(() => 'red')));
  await act(async () => void (await stored.update(() => 'green')));
  expect(result.current[0]).toBe('green');
});

it('an edit can show once it is saved, and not before', async () => {
  const stored = item('colour');
  const { result } = renderHook(() => useStored(stored));
  await waitFor(() => expect(result.current[0]).toBe('colour default'));
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('IO error'));
  const shown: unknown[] = [];
  const { result: watched } = renderHook(() => {
    const [value, change] = useStored(stored);
    shown.push(value);
    return change;
  });
  await act(async () => void (await watched.current(() => 'green', 'once_saved')));
  expect(shown).not.toContain('green');
  set.mockRestore();
  await act(async () => expect(await watched.current(() => 'green', 'once_saved')).toBe(true));
  expect(shown.at(-1)).toBe('green');
});
