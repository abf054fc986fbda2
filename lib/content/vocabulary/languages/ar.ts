import type { Words } from '../topics.ts';

/** Arabic. */
export const ar: Words = {
  password: '~كلمة المرور|~كلمة السر|~كلمة مرور|الرقم السري',
  fresh: '~جديدة|إنشاء كلمة',
  repeat: '~تأكيد|إعادة إدخال',
  current: '~الحالية|~القديمة',
  signup: 'إنشاء حساب|حساب جديد',
  login: '~دخول',
  forgot: '~نسيت|استعادة',
  change: 'تغيير كلمة|إعادة تعيين',
  rules: 'على الأقل|~أحرف',
  code: 'رمز التح',
};
