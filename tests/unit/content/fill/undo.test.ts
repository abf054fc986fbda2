// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

beforeEach(() => signUp('value="old"'));

describe('undoing a fill', () => {
  it('is not offered before a fill', async () => {
    const { survey, undo } = frameUnderTest();
    expect(survey()).not.toHaveProperty('undo');
    expect(await undo()).toBeUndefined();
  });

  it('restores the values, dispatches input events, and is offered no more', async () => {
    const { survey, fill, undo } = frameUnderTest();
    await fill();
    expect(survey()).toMatchObject({ undo: { fields: 2, at: expect.any(Number) } });
    const inputs: InputEvent[] = [];
    field('a').addEventListener('input', (event) => inputs.push(event as InputEvent));
    expect(await undo()).toEqual({ restored: 2, left: 0, entryId: 'entry' });
    expect([field('a').value, field('b').value]).toEqual(['old', '']);
    expect(inputs).toMatchObject([{ inputType: 'historyUndo' }]);
    expect(survey()).not.toHaveProperty('undo');
  });

  it('keeps what somebody has typed since', async () => {
    const { survey, fill, undo } = frameUnderTest();
    await fill();
    field('b').value = 'my own';
    expect(survey()).toMatchObject({ undo: { fields: 1 } });
    expect(await undo()).toEqual({ restored: 1, left: 1, entryId: 'entry' });
    expect([field('a').value, field('b').value]).toEqual(['old', 'my own']);
  });

  it('restores a field whose value the page has cut', async () => {
    const { fill, undo } = frameUnderTest();
    field('a').addEventListener('input', () => {
      field('a').value = field('a').value.slice(0, 8);
    });
    await fill();
    expect(field('a').value).toBe(PASSWORD.slice(0, 8));
    expect(await undo()).toMatchObject({ restored: 2 });
    expect(field('a').value).toBe('old');
  });

  it('reports a field that keeps its value', async () => {
    const { fill, undo } = frameUnderTest();
    field('a').addEventListener('input', () => {
      field('a').value = PASSWORD;
    });
    await fill();
    expect(await undo()).toMatchObject({ restored: 1, left: 1 });
  });
});
