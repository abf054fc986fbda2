import type { Words } from '../topics.ts';

/** German. */
export const de: Words = {
  password: '~kennwort|~passwort',
  fresh: 'neues.|neues pass|passwort wähl|passwort erstell',
  repeat: '~wiederhol|~bestätig|~bestaetig|erneut|nochmal|noch einmal',
  current: 'aktuelles.|altes.|altes pass|bisherig|derzeitig',
  signup: '~registrier|konto erstell|konto anleg|neues konto|kostenlos anmeld!|gratis anmeld!',
  login: 'anmeld|einlogg|melden sie sich an|log dich|logge dich|melde dich',
  forgot: '~vergessen',
  policy: '~länge|tage.|gültig',
  rules: 'mindestens|zeichen.|~buchstabe',
  code: 'bestätigungsc!|einmalp',
  search: 'such',
  show: 'anzeig',
  person: 'handyn|rufnummer',
};
