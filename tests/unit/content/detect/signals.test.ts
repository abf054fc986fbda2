// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../../../lib/content/detect/page-snapshot.ts';
import { scorePage } from '../../../../lib/content/detect/score.ts';

/** The signals of the first candidate in one place. */
const signalsIn = (place: string, html: string) => {
  document.body.innerHTML = html;
  const [group] = scorePage(takeSnapshot({ document, openShadow: (element) => element.shadowRoot }));
  const signals = [...(group?.candidates[0]?.signals ?? [])];
  return signals.flatMap((signal) =>
    signal.startsWith(`${place}:`) ? [signal.slice(place.length + 1)] : [],
  );
};

const FIELDS = '<input type="email"><input type="password">';

describe('the purpose of a form', () => {
  it.each([
    ['is that of its button', `<form><h1>Log in</h1>${FIELDS}<button>Sign up</button></form>`, 'signup'],
    [
      'is that of its heading if the button names none',
      `<form><h1>Log in</h1>${FIELDS}<button>Go</button></form>`,
      'login',
    ],
    [
      'is that of its heading if there are buttons for both',
      `<form><h1>Create an account</h1>${FIELDS}<button>Log in</button><button>Sign up</button></form>`,
      'signup',
    ],
    [
      'is that of its names if nothing else names one',
      `<form id="register">${FIELDS}<button>Go</button></form>`,
      'signup',
    ],
    ['is open if nothing names it', `<form>${FIELDS}<button>Go</button></form>`, 'open'],
  ])('%s', (_, html, purpose) => {
    expect(signalsIn('purpose', html)).toEqual([purpose]);
  });
});

describe('the button that submits a form', () => {
  it.each([
    [
      'is not an eye without text',
      `${FIELDS}<button><svg></svg></button><button type="button">Sign up</button>`,
    ],
    [
      'is not an eye that only its id names',
      `${FIELDS}<button id="togglePassword"></button><button type="button">Sign up</button>`,
    ],
    [
      'can be named by its attributes alone',
      `${FIELDS}<button data-testid="SignupButton"><svg></svg></button>`,
    ],
  ])('%s', (_, html) => {
    expect(signalsIn('button', `<form>${html}</form>`)).toEqual(['signup']);
  });
});
