import type { Words } from '../topics.ts';

/** Korean. */
export const ko: Words = {
  password: '비밀번호|암호.',
  fresh: '새 비밀|새로운 비밀',
  repeat: '확인|재입력|다시',
  current: '현재 비|기존 비|이전 비',
  signup: '가입|계정 생성',
  login: '로그인|접속',
  forgot: '잊으|비밀번호 찾',
  policy: '길이|기간',
  rules: '영문|숫자',
  code: '인증번호|일회용',
  user: '이메일',
  person: '전화|휴대',
  search: '검색',
  show: '표시|보기',
};
