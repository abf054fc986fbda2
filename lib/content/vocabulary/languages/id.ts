import type { Words } from '../topics.ts';

/** Indonesian, and Malay. */
export const id: Words = {
  password: 'kata sandi|sandi.|kata laluan',
  fresh: 'baru.|buat kata|buat sandi',
  repeat: 'ulangi|konfirmasi|ketik ulang|sahkan',
  current: 'saat ini|sandi lama|password lama',
  signup: 'daftar.|pendaftaran|mendaftar|buat akun|bergabung',
  login: 'masuk.|masuk ke',
  forgot: 'lupa|atur ulang',
  change: 'ubah kata|ubah sandi|ubah pass|ganti kata|atur ulang',
  rules: 'minimal.|setidaknya|karakter|huruf',
  code: 'kode.|kupon',
};
