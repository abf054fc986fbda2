// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, expect, it } from 'vitest';
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
  await act(async () => result.current[1](() => 'edited'));
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
