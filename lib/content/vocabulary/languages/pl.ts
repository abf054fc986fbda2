import type { Words } from '../topics.ts';

/** Polish. */
export const pl: Words = {
  password: '~hasł|~haslo|~hasla',
  fresh: 'nowe.|nowe has|ustaw has',
  repeat: 'powtórz|potwierd|ponown|jeszcze raz',
  current: 'obecne|aktualne|stare has',
  signup: '~rejestr|załóż|utwórz k|nowe konto|dołącz',
  login: 'zaloguj|logowani|loguj',
  forgot: 'zapomn|nie pami|odzysk',
  change: 'zmień has|zmiana has|~resetuj|reset has',
  policy: 'długość|dni.|wygas',
  rules: 'co najmniej|znaków|znaki',
  code: 'kod.|jednoraz|rabat',
  card: 'karty.',
  search: 'szuka',
  show: 'pokaż',
  person: 'komórk',
};
