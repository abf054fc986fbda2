import type { Words } from '../topics.ts';

/** Ukrainian. */
export const uk: Words = {
  password: '~парол',
  fresh: 'новий.|придума',
  repeat: 'повтор|підтвер|ще раз',
  current: 'поточн|старий',
  signup: '~реєстр|створити ак',
  login: 'увійти|увійд|вхід|ввійти',
  forgot: 'забул|відновл',
  remember: 'запам ят|не виходити',
  member: 'вже',
  change: 'змінити пар|зміна пар',
  policy: 'довжин|термін|днів',
  rules: 'не менше|символ|літер',
  code: 'код.|одноразов',
  user: 'пошт|логін',
  search: 'пошук',
};
