/** Words that tell what a field is for, matched in its name, id, label and placeholder. */
export const FIELD_WORDS = {
  oneTimeCode:
    /\b(otp|totp|mfa|2fa|tan|captcha)\b|one.?time|verif\w*.?code|security.?code|sms.?code|auth\w*.?code|passcode|einmal|code.?(de.?)?v[eé]rif/i,
  card: /\b(cvc|cvv|csc|cvn)\d?\b|card.?(number|code|no)|credit.?card|kreditkarte|kartennummer/i,
  secretAnswer: /\bpin\b|\bssn\b|security.?(answer|question)|secret.?(answer|question)|passport|sozialvers/i,
  current:
    /current|\bold|old.?pass|existing|previous|aktuell|bisherig|\balt(es|e)?\b|actuel|ancien|\bactual\b|antig|attual|vecchi|huidig|oud|obecn|star[ey]|текущ|стар/i,
  confirm:
    /confirm|repeat|again|retype|re.?type|re.?enter|verify|match|second|wiederhol|best[aä]tig|r[eé]p[eé]t|repet|repit|conferm|ripet|herhaal|bevestig|powt[oó]rz|potwierd|повтор|подтвер|password.?2|pass2|pwd2/i,
  fresh: /\bnew|new.?(pass|pwd)|create|choose|neu(es|e)?\b|nouveau|nuev[ao]|nov[ao]|nuov[ao]|nieuw|nowe|нов/i,
} as const;

/** Words of a form that makes an account or a new password. */
export const SIGNUP_WORDS =
  /sign.?up|regist(er|r)|registr|create.{0,12}(account|profile)|new.?(account|user|customer)|join|enrol|get.?started|reset.{0,6}password|(change|new|set|choose|create).{0,12}password|konto.?(erstellen|anlegen)|passwort.{0,6}(ändern|zurücksetzen)|inscri|cr[eé]er|creare|crear|cadastr|aanmelden|zarejestr|зарегистр|регистрац/i;

/** Words of a form that lets somebody in who has a password already. */
export const LOGIN_WORDS =
  /sign.?in\b|log.?(in|on)\b|\blogin|forgot|remember.?me|lost.{0,6}password|anmelden|einloggen|passwort.vergessen|connexion|connecter|oubli|iniciar.sesi|olvid|accedi|dimenticat|entrar|esquec|inloggen|vergeten|zaloguj|войти|вход|забыли/i;
