import type { Words } from '../topics.ts';

/** Chinese, simplified and traditional. */
export const zh: Words = {
  password: '密码|密碼|mima.',
  fresh: '新密|设置密|設定密',
  repeat: '确认|確認|重复|再次|重新输|重新輸',
  current: '当前密|目前的密|原密|旧密|舊密',
  signup: '注册|註冊|创建账|建立帳|zhuce',
  login: '登录|登入|denglu|登陆|登錄|登陸',
  forgot: '忘记|忘記|找回',
  policy: '长度|長度|天数',
  rules: '至少|字符|字元',
  code: '验证码|驗證碼|邀请码',
  secret: '密钥|密鑰',
  user: '邮箱|郵箱',
  person: '手机|手機|电话|電話',
  search: '搜索|搜尋',
  show: '显示|顯示',
};
