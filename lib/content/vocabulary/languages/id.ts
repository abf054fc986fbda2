import type { Words } from '../topics.ts';

/** Indonesian, and Malay. */
export const id: Words = {
  password: 'kata sandi|sandi.|kata laluan',
  fresh: 'baru.|buat kata|buat sandi',
  repeat: 'ulangi|konfirmasi|ketik ulang|sahkan',
  current: 'saat ini|sandi lama|password lama',
  signup: 'daftar.|pendaftaran|mendaftar|buat akun|bergabung',
  login: 'masuk.|masuk ke',
  forgot: 'lupa',
  policy: 'panjang|hari.',
  rules: 'minimal.|karakter',
  code: 'kode.',
  search: 'cari.',
  show: 'tampil',
  person: 'ponsel',
};
