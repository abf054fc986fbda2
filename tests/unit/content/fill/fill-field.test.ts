// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { foreignFrames } from '../../../../lib/content/detect/child-frames.ts';
import { focusedElement, saveFocus } from '../../../../lib/content/dom/focus.ts';
import { fillField } from '../../../../lib/content/fill/fill-field.ts';
import { OPEN_ROOTS } from '../../../support/fake-tab.ts';
import { field, frameUnderTest, PASSWORD, signUp } from '../../../support/fill-frame.ts';

const CHILDREN = '<input name="focus"><input name="isConnected"><input name="tagName">';
const TYPES = ['focus', 'keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change', 'blur'];
/** Records the events of a field. */
function eventsOf(id: string): Event[] {
  const events: Event[] = [];
  for (const type of TYPES) field(id).addEventListener(type, (event) => events.push(event));
  return events;
}

beforeEach(() => {
  signUp();
});

describe('filling a field', () => {
  it.each([true, false])('dispatches the events of a browser’s autofill, with the focus: %s', (focus) => {
    const events = eventsOf('a');
    fillField(field('a'), PASSWORD, { focus });
    expect(events.map(({ type }) => type)).toEqual(TYPES);
    const input = events[4] as InputEvent;
    expect(input).toMatchObject({ inputType: 'insertReplacementText', data: null, composed: true });
    for (const key of events.slice(1, 3)) expect(key).toMatchObject({ key: 'Unidentified' });
  });

  it('writes through the native setter where a framework replaced the property on the element', () => {
    const seen: string[] = [];
    const property = { set: (value: string) => seen.push(value), get: () => '', configurable: true };
    Object.defineProperty(field('a'), 'value', property);
    fillField(field('a'), PASSWORD, { focus: true });
    expect(seen).toEqual([]);
    Reflect.deleteProperty(field('a'), 'value');
    expect(field('a').value).toBe(PASSWORD);
  });

  it('writes the value although an input mask prevents that and writes the data of the event', () => {
    const inputs = eventsOf('a');
    field('a').addEventListener('beforeinput', (event) => {
      event.preventDefault();
      field('a').value = event.data ?? '';
    });
    fillField(field('a'), PASSWORD, { focus: true });
    expect(field('a').value).toBe(PASSWORD);
    expect(inputs.map(({ type }) => type)).toContain('input');
  });

  it('checks after the page’s last listener whether it may write', () => {
    const events = eventsOf('a');
    let before: string[] = [];
    const mayWrite = () => {
      before = events.map(({ type }) => type);
      return false;
    };
    expect(fillField(field('a'), PASSWORD, { focus: true, mayWrite })).toBe(false);
    expect(before).toEqual(['focus', 'keydown', 'keypress', 'beforeinput']);
    expect(events.map(({ type }) => type)).toEqual([...before, 'blur']);
    expect(field('a').value).toBe('');
  });

  it('writes the value if a page prevents the events and does nothing', () => {
    for (const type of TYPES) field('a').addEventListener(type, (event) => event.preventDefault());
    fillField(field('a'), PASSWORD, { focus: true });
    expect(field('a').value).toBe(PASSWORD);
  });
});

describe('the person’s focus', () => {
  const { fill } = frameUnderTest();

  it('is restored', async () => {
    field('mail').focus();
    await fill();
    expect(document.activeElement).toBe(field('mail'));
  });

  it('is left unset if it was unset', async () => {
    await fill();
    expect(document.activeElement).toBe(document.body);
  });

  it('is restored in a closed shadow root', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<input>';
    const inner = root.querySelector('input');
    inner?.focus();
    const capabilities = { openShadow: (element: Element) => (element === host ? root : element.shadowRoot) };
    await frameUnderTest(capabilities).fill();
    expect(root.activeElement).toBe(inner);
  });

  it('is not taken from a frame, because the focus inside it would be lost', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.focus();
    const focused = vi.spyOn(HTMLElement.prototype, 'focus');
    const events = eventsOf('a');
    expect(await fill()).toMatchObject({ outcome: 'filled' });
    expect(events.map(({ type }) => type)).toEqual(TYPES);
    expect(focused).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(frame);
  });

  it('is restored to a form that has children called focus, isConnected and tagName', async () => {
    document.querySelector('form')?.insertAdjacentHTML('beforeend', CHILDREN);
    const form = document.querySelector('form') as HTMLFormElement;
    form.tabIndex = 0;
    HTMLElement.prototype.focus.call(form);
    await fill();
    expect(document.activeElement).toBe(form);
  });

  it.each(['activeElement', 'defaultView', 'hasFocus', 'querySelectorAll'])(
    'is found and restored although the document has children called %s',
    (name) => {
      document.body.insertAdjacentHTML('beforeend', `<img name="${name}"><form name="${name}"></form>`);
      field('mail').focus();
      const context = { document, ...OPEN_ROOTS };
      expect(focusedElement(context)).toBe(field('mail'));
      const savedFocus = saveFocus(context);
      expect(savedFocus.mayBorrow).toBe(true);
      fillField(field('a'), PASSWORD, { focus: true });
      savedFocus.restore();
      expect(field('a').value).toBe(PASSWORD);
      expect(focusedElement(context)).toBe(field('mail'));
      expect(foreignFrames(document)).toEqual([]);
    },
  );
});
