import type { Words } from '../topics.ts';

/** Japanese. */
export const ja: Words = {
  password: 'パスワード',
  fresh: '新しいパ|新パス|新規パス|変更後|パスワードを設',
  repeat: '確認|再入力|もう一度',
  current: '現在の|旧パス|以前の|変更前',
  signup: '新規|会員登録|登録する|アカウントを作',
  login: 'ログイン|サインイン|ログオン',
  forgot: '忘れ|再発行',
  change: 'パスワード変|パスワードの変|パスワードを変|再設定',
  policy: '長さ|文字数|日数|期限',
  rules: '文字|半角',
  code: '認証コ|確認コ|ワンタイム',
  card: 'カード',
  secret: 'キー',
  user: 'メール',
  person: '電話|携帯',
  search: '検索',
  show: '表示',
};
