// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../../../lib/content/detect/page-snapshot.ts';
import { scorePage } from '../../../../lib/content/detect/score.ts';

/** What the first candidate's surroundings say in one place. */
const saidIn = (place: string, html: string) => {
  document.body.innerHTML = html;
  const [group] = scorePage(takeSnapshot({ document, openShadow: (element) => element.shadowRoot }));
  const signals = [...(group?.candidates[0]?.signals ?? [])];
  return signals.flatMap((signal) =>
    signal.startsWith(`${place}:`) ? [signal.slice(place.length + 1)] : [],
  );
};

const FIELDS = '<input type="email"><input type="password">';

describe('what a form is for', () => {
  it.each([
    ['is what its button says', `<form><h1>Log in</h1>${FIELDS}<button>Sign up</button></form>`, 'signup'],
    [
      'is what the heading says of a silent button',
      `<form><h1>Log in</h1>${FIELDS}<button>Go</button></form>`,
      'login',
    ],
    [
      'is what the heading says where there are buttons for both',
      `<form><h1>Create an account</h1>${FIELDS}<button>Log in</button><button>Sign up</button></form>`,
      'signup',
    ],
    [
      'is what its names say of nothing else',
      `<form id="register">${FIELDS}<button>Go</button></form>`,
      'signup',
    ],
    ['is open where nothing says it', `<form>${FIELDS}<button>Go</button></form>`, 'open'],
  ])('%s', (_, html, purpose) => {
    expect(saidIn('purpose', html)).toEqual([purpose]);
  });
});

describe('the button that sends a form', () => {
  it.each([
    [
      'is not the eye without a word',
      `${FIELDS}<button><svg></svg></button><button type="button">Sign up</button>`,
    ],
    [
      'is not the eye that only its name tells',
      `${FIELDS}<button id="togglePassword"></button><button type="button">Sign up</button>`,
    ],
    [
      'may say by its names alone what it does',
      `${FIELDS}<button data-testid="SignupButton"><svg></svg></button>`,
    ],
  ])('%s', (_, html) => {
    expect(saidIn('button', `<form>${html}</form>`)).toEqual(['signup']);
  });
});
