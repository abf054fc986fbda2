import type { Words } from '../topics.ts';

/** Polish. */
export const pl: Words = {
  password: '~hasł|~haslo|~hasla',
  fresh: 'nowe.|nowe has|ustaw has',
  repeat: 'powtórz|potwierd|ponown|jeszcze raz',
  current: 'obecne|aktualne|stare has',
  signup: '~rejestr|załóż|utwórz k|nowe konto|dołącz',
  login: 'zaloguj|logowani|loguj',
  forgot: 'zapomn|nie pami',
  policy: 'długość|dni.',
  rules: 'co najmniej|znaków',
  code: 'kod.|jednoraz',
  card: 'karty.',
  search: 'szuka',
  show: 'pokaż',
  person: 'komórk',
};
