import type { Words } from '../topics.ts';

/** Portuguese. */
export const pt: Words = {
  password: 'senha|txtsenha|palavra passe',
  fresh: 'nova.|crie sua senha|criar senha',
  repeat: 'repet|repita|novamente|redigit',
  current: 'atual.|senha ant',
  signup: 'cadastr|criar conta|criar uma conta|crie sua c|crie uma c|inscrev',
  login: 'entrar|acessar|acesse|iniciar ses|aceder|entre com|entre na|inicia ses',
  forgot: 'esquec|recuper|redefin',
  policy: 'comprimento|tamanho',
  rules: 'pelo menos|caractere',
  code: 'código de',
  search: 'pesquis',
};
