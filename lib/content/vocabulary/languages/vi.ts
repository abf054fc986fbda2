import type { Words } from '../topics.ts';

/** Vietnamese. */
export const vi: Words = {
  password: '~mật khẩu',
  fresh: 'mật khẩu mới.|tạo mật',
  repeat: 'nhập lại|~xác nhận|gõ lại',
  current: 'hiện tại|mật khẩu cũ.',
  signup: 'đăng ký|dang ky|tạo tài',
  login: 'đăng nhập|dang nhap|truy cập',
  forgot: 'quên mật',
  policy: 'độ dài',
  rules: 'ít nhất|ký tự',
  code: 'mã xác|mã otp',
  user: 'tên đăng nhập!',
  person: 'điện thoại',
  search: 'tìm',
  show: 'hiện mật|hiển thị',
};
