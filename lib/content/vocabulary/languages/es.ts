import type { Words } from '../topics.ts';

/** Spanish. */
export const es: Words = {
  password: '~contrasen|clave',
  fresh: 'nueva.|crea una contr|crear contr',
  repeat: 'repet|repit|vuelve a|vuelva a|otra vez',
  current: 'contraseña actual|clave actual|actual.|contraseña ant',
  signup: 'registr|crear cuenta|crear una c|crea una c|crea tu c|nueva cuenta|únete|de alta',
  login: 'iniciar ses|inicia ses|inicio de ses|acced|entrar|ingresar|identifi|conectar|acceso|iniciar la ses',
  forgot: 'olvid|recuper',
  policy: 'longitud|días|caduc',
  rules: 'al menos|mínimo|caracter',
  code: 'código de',
  card: 'tarjeta',
  user: 'correo',
  search: 'busc',
  show: 'mostr',
  person: 'móvil|celular',
};
