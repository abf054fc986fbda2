import type { Words } from '../topics.ts';

/** Turkish. */
export const tr: Words = {
  password: '~şifre|parola',
  fresh: 'yeni.|yeni şif|şifre oluş',
  repeat: '~tekrar|doğrula|onay',
  current: 'mevcut|eski.|eski şif|şu anki',
  signup: 'üye ol|üyelik|kayıt|kayit|kaydol|hesap oluş',
  login: 'giriş|oturum aç.|oturum aç|bağlan',
  forgot: 'unut',
  policy: 'uzunlu|gün.',
  rules: 'en az.|karakter',
  code: 'kodu.|kodunu',
  card: 'kart',
  user: 'e posta',
  search: 'ara.|arama',
  show: 'göster',
};
