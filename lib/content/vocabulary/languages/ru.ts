import type { Words } from '../topics.ts';

/** Russian. */
export const ru: Words = {
  password: 'парол|parol.',
  fresh: 'новый.|придумайте',
  repeat: 'повтор|подтвер|ещё раз',
  current: 'текущ|старый',
  signup: 'регистр|создать акк',
  login: 'войти|войд|вход.|авториз|залогин',
  forgot: 'забыл|восстанов',
  policy: 'длин|дней',
  rules: 'не менее|символ',
  code: 'код.|одноразов',
  card: 'карты.',
  secret: 'ключ',
  user: 'почт',
  person: 'телефон',
  search: 'поиск',
  show: 'показ',
};
