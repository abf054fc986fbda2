import type { Words } from '../topics.ts';

/** Ukrainian. */
export const uk: Words = {
  password: 'парол',
  fresh: 'новий.|придума',
  repeat: 'повтор|підтвер|ще раз',
  current: 'поточн|старий',
  signup: 'реєстр|створити ак',
  login: 'увійти|увійд|вхід|ввійти',
  forgot: 'забул',
  policy: 'довжин|днів',
  rules: 'не менше|символ',
  code: 'код.|одноразов',
  user: 'пошт',
  search: 'пошук',
};
