import type { Words } from '../topics.ts';

/** Italian. */
export const it: Words = {
  password: 'parola d ordine',
  fresh: 'nuova.|crea una pass|scegli una pass',
  repeat: 'conferm|ripet|riscriv|reinser|di nuovo',
  current: 'attuale|vecchia|password prec',
  signup: 'registra|iscri|crea un acc|crea acc|crea il tuo',
  login: 'accedi|accesso|entra.|area riserv|autentica',
  forgot: 'dimentic|recuper',
  policy: 'lunghezza|giorni',
  rules: 'almeno|caratteri',
  code: 'codice di|codice ver!',
  search: 'cerca',
  person: 'cellul',
};
