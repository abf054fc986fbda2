import type { Words } from '../topics.ts';

/** Indonesian, and Malay. */
export const id: Words = {
  password: 'kata sandi|sandi.|kata laluan',
  fresh: 'baru.|buat kata|buat sandi',
  repeat: 'ulangi|konfirmasi|ketik ulang|sahkan',
  current: 'saat ini|sandi lama|password lama',
  signup: 'daftar.|pendaftaran|mendaftar|buat akun|bergabung',
  login: 'masuk.|masuk ke|log masuk',
  forgot: 'lupa|atur ulang',
  change: 'ubah kata|ubah sandi|ubah pass|ganti kata|atur ulang',
  policy: 'panjang|hari.',
  rules: 'minimal.|setidaknya|karakter|huruf',
  code: 'kode.|kupon',
  search: 'cari.',
  show: 'tampil',
  person: 'ponsel',
};
