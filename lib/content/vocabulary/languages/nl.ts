import type { Words } from '../topics.ts';

/** Dutch. */
export const nl: Words = {
  password: '~wachtwoord',
  fresh: 'nieuw.|nieuw wacht|kies een wacht|kies wacht',
  repeat: '~herhaal|~herhal|~bevestig|nogmaals|opnieuw',
  current: '~huidig|oud wacht|oude wacht',
  signup: 'aanmaken|aanmeld|registr|maak een acc|word lid|inschrij',
  login: '~inlog|toegang tot',
  forgot: '~vergeten',
  policy: 'lengte|dagen',
  rules: 'minimaal|tekens',
  code: 'verificatiec!|bevestigingsc!|eenmalig',
  search: 'zoek',
  show: 'toon',
};
