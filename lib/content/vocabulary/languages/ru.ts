import type { Words } from '../topics.ts';

/** Russian. */
export const ru: Words = {
  password: '~парол|parol.',
  fresh: 'новый.|придумайте',
  repeat: '~повтор|подтвер|ещё раз',
  current: 'текущ|старый',
  signup: '~регистр|создать акк',
  login: 'войти|войд|вход.|авториз',
  forgot: 'забыл|восстанов',
  change: 'смена пар|изменить пар|сброс',
  rules: 'не менее|символ|букв',
  code: 'код.|одноразов|промокод',
};
