import type { Words } from '../topics.ts';

/** Japanese. */
export const ja: Words = {
  password: 'パスワード',
  fresh: '新しいパ|新パス|新規パス|変更後|パスワードを設',
  repeat: '確認|再入力|もう一度',
  current: '現在の|旧パス|以前の|変更前',
  signup: '新規|会員登録|登録する|アカウントを作',
  login: 'ログイン|サインイン|ログオン',
  forgot: '忘れ',
  policy: '長さ|日数',
  rules: '文字|半角',
  code: '認証コ|確認コ|ワンタイム',
  card: 'カード',
  secret: 'キー',
  user: 'メール',
  person: '電話|携帯',
  search: '検索',
  show: '表示',
};
