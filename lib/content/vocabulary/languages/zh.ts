import type { Words } from '../topics.ts';

/** Chinese, simplified and traditional. */
export const zh: Words = {
  password: '密码|密碼|mima.',
  fresh: '新密|设置密|設定密',
  repeat: '确认|確認|重复|再次|重新输|重新輸',
  current: '当前密|目前的密|原密|旧密|舊密',
  signup: '注册|註冊|创建账|建立帳|zhuce',
  login: '登录|登入|denglu',
  forgot: '忘记|忘記|找回',
  change: '修改密|更改密|重置密|重設密',
  rules: '至少|字符|字元|强度',
  code: '验证码|驗證碼|邀请码',
};
