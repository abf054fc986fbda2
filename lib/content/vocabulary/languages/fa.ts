import type { Words } from '../topics.ts';

/** Persian. */
export const fa: Words = {
  password: 'رمز عبور|گذرواژه|کلمه عبور',
  fresh: 'جدید.',
  repeat: 'تکرار|تایید|دوباره|مجدد',
  current: 'فعلی',
  signup: 'ثبت نام|عضویت',
  login: 'ورود|وارد شو|لاگین',
  forgot: 'فراموش',
  policy: 'طول|روز',
  rules: 'حداقل|کاراکتر',
  code: 'کد.|یکبار مصرف',
  user: 'ایمیل',
  person: 'تلفن|موبایل',
  search: 'جستجو',
  show: 'نمایش',
};
