import type { Words } from '../topics.ts';

/** French. */
export const fr: Words = {
  password: 'mot de passe|mots de passe|~mdp',
  fresh: 'nouveau.|choisissez un mot|choisir un mot|créer un mot',
  repeat: 'répét|ressaisi|retape|à nouveau',
  current: 'actuel.|ancien.',
  signup: 'inscri|créer un compte|créer mon|créer votre|créez votre|nouveau compte',
  login: 'connexion|connecter.|connectez|identifie|connecte toi|ouvrir une ses|espace client|se connecter',
  forgot: 'oubli',
  policy: 'longueur|jours|durée',
  rules: 'au moins|caractère',
  code: 'code de véri!|code de séc|usage unique',
  user: 'courriel',
  person: 'téléph',
  search: 'recherch',
  show: 'affich',
};
