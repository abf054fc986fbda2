import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../../../lib/content/vocabulary/normalize.ts';

describe('normalized text', () => {
  it.each([
    ['newPassword', ' new password '],
    ['confirm-new_password[1]', ' confirm new password 1 '],
    ['user.password2Confirm', ' user password2 confirm '],
    ['PASSWORD', ' password '],
    ['  Sign   up!\n', ' sign up '],
    ['E-Mail', ' e mail '],
    ['contraseña', ' contrasena '],
    ['Répéter', ' repeter '],
    ['hasło', ' haslo '],
    ['bestätigen, groß', ' bestatigen gross '],
    ['ŞİFRE', ' sifre '],
    ['Şifre yenileme ısı', ' sifre yenileme isi '],
    ['mật khẩu', ' mat khau '],
    ['Новый пароль', ' новыи пароль '],
    ['ｐａｓｓｗｏｒｄ', ' password '],
    ['新しいパスワード', ' 新しいパスワード '],
    ['비밀번호 확인', ' 비밀번호 확인 '],
    ['密码（确认）', ' 密码 确认 '],
    ['كلمة المرور', ' كلمة المرور '],
    ['pass\u200bword', ' password '],
    ['\u202epass\u00adword\u2066\ufeff', ' password '],
    ['', '  '],
    ['·—!', '  '],
  ])('%s', (text, words) => {
    expect(normalizeText(text)).toBe(words);
  });

  it('stays the same when it is normalized again', () => {
    for (const text of ['newPassword', 'ŞİFRE', 'パスワード', 'Répéter']) {
      expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
    }
  });

  it('is cut at the given length', () => {
    expect(normalizeText('password again', 8)).toBe(' password ');
    expect(normalizeText('a'.repeat(1e6)).length).toBeLessThan(1000);
  });
});
