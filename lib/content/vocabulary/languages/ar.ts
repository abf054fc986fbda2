import type { Words } from '../topics.ts';

/** Arabic. */
export const ar: Words = {
  password: 'كلمة المرور|كلمة السر|كلمة مرور|الرقم السري',
  fresh: 'جديدة|إنشاء كلمة',
  repeat: 'تأكيد|إعادة إدخال',
  current: 'الحالية|القديمة',
  signup: 'إنشاء حساب|حساب جديد',
  login: 'دخول|ولوج',
  forgot: 'نسيت',
  policy: 'طول|ايام',
  rules: 'على الأقل|أحرف',
  code: 'رمز التح',
  user: 'بريد',
  person: 'هاتف',
  search: 'بحث',
  show: 'إظهار',
};
