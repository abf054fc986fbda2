import type { Words } from '../topics.ts';

/** Turkish. */
export const tr: Words = {
  password: '~şifre|parola',
  fresh: 'yeni.|yeni şif|şifre oluş',
  repeat: '~tekrar|doğrula|onay',
  current: 'mevcut|eski.|eski şif|şu anki',
  signup: 'üye ol|üyelik|kayıt|kayit|kaydol|hesap oluş',
  login: 'giriş|oturum aç.|oturum aç|bağlan',
  forgot: 'unut|sıfırla',
  change: 'şifre değiş|şifreyi değiş|şifremi değiş|parola değiş|şifre yen',
  policy: 'uzunlu|gün.|süre',
  rules: 'en az.|karakter|büyük harf|küçük harf',
  code: 'kodu.|kodunu|kupon',
  card: 'kart',
  user: 'e posta',
  search: 'ara.|arama',
  show: 'göster',
};
