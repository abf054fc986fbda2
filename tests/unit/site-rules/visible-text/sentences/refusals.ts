import {
  all,
  atLeast,
  atMost,
  D,
  L,
  lacks,
  length,
  only,
  type Row,
  S,
  silent,
  starts,
  startsNot,
  U,
} from './row.ts';

const lacksAny = (set: RegExp) => atMost(0, set);
const any = () => true;
const LOWER = /[a-z]/g;

/** Classes that may not occur, refusals that are about the password, and texts that look like either. */
export const REFUSALS: readonly Row[] = [
  ['en', 'Digits cannot be used.', lacksAny(D)],
  ['en', 'Please do not use numbers in it', lacksAny(D)],
  ['en', 'It may not contain any capital letters', lacksAny(U)],
  ['en', 'Must be 10 to 14 characters with no lowercase letters', all(length(10, 14), lacksAny(LOWER))],
  ['en', 'May not contain blanks, digits or symbols', only(L)],
  ['en', 'No letters', lacksAny(L)],
  ['de', 'Das Kennwort darf keine Ziffern enthalten', lacksAny(D)],
  ['de', 'Großbuchstaben sind nicht erlaubt', lacksAny(U)],
  ['fr', 'Les majuscules ne sont pas acceptées', lacksAny(U)],
  ['es', 'Los números no están permitidos', lacksAny(D)],
  ['it', 'Le maiuscole non sono ammesse', lacksAny(U)],
  ['pt', 'Sem números', lacksAny(D)],
  ['nl', 'Hoofdletters zijn niet toegestaan', lacksAny(U)],
  ['pl', 'Wielkie litery są niedozwolone', lacksAny(U)],
  ['ru', 'Заглавные буквы не допускаются', lacksAny(U)],
  ['uk', 'Цифри заборонені', lacksAny(D)],
  ['tr', 'Büyük harf kullanılamaz', lacksAny(U)],
  ['vi', 'Không được chứa chữ hoa', lacksAny(U)],
  ['id', 'Tidak boleh mengandung huruf besar', lacksAny(U)],
  ['ja', '数字は使えません', lacksAny(D)],
  ['zh', '密码中不能包含大写字母', lacksAny(U)],
  ['ko', '대문자는 사용할 수 없습니다', lacksAny(U)],
  ['ar', 'الأرقام غير مسموح بها', lacksAny(D)],
  ['fa', 'استفاده از حروف بزرگ مجاز نیست', lacksAny(U)],
  ['en', 'Include a digit.\nDigits are not allowed at the start.', all(atLeast(1, D), startsNot(D))],
  ['en', 'One number is needed. No numbers!', atLeast(1, D)],

  // What a site found, a part of a class, and what is not demanded.
  silent('en', 'Non-Latin letters are not permitted.'),
  silent('en', 'No letters or digits of your user name'),
  silent('en', "It can't be all numeric."),
  ['en', "The password doesn't contain digits", any, 90],
  ['en', 'It has no capital letters yet', any, 90],
  ['en', 'A password without digits is refused', any, 90],
  ['de', 'Ihr Passwort enthält keine Großbuchstaben', any, 90],
  ['fr', 'Votre mot de passe ne contient pas de chiffres', any, 90],
  ['es', 'Tu contraseña no contiene mayúsculas', any, 90],
  silent('ja', '全角英字は使用できません'),
  silent('de', 'Das Passwort darf nicht vollständig aus Zahlen bestehen'),

  // The password is refused, and what follows is demanded.
  ['en', 'That does not satisfy the rules: at least one figure', atLeast(1, D), 95],
  ['de', 'Das Kennwort erfüllt die Vorgaben nicht ganz: mindestens 2 Zahlen', atLeast(2, D), 95],
  ['es', 'La clave no cumple las condiciones: al menos una mayúscula', atLeast(1, U), 95],
  ['fr', 'Ce mot de passe ne suit pas nos règles : au moins 2 chiffres', atLeast(2, D), 95],
  ['ru', 'Пароль не отвечает правилам: не менее двух цифр', atLeast(2, D), 95],
  ['ko', '암호가 규칙에 맞지 않습니다: 대문자 1개 이상', atLeast(1, U), 95],

  // Where a permission leaves no other choice, and lists beside limits.
  ['en', 'The first character may be a letter or an underscore', starts(/[A-Za-z_]/g)],
  ['de', 'Das erste Zeichen darf ein Buchstabe oder eine Ziffer sein', starts(/[A-Za-z0-9]/g)],
  [
    'en',
    'The last one can be anything. The first character can be a digit or letter only.',
    starts(/[A-Za-z0-9]/g),
  ],
  silent('en', 'It may begin with a digit'),
  [
    'de',
    'Enthält höchstens 2 Sonderzeichen und beginnt nicht mit einer Ziffer',
    all(atMost(2, S), startsNot(D)),
  ],
  ['en', 'Max. 3 symbols from these: ! ? #', all(atMost(3, S), only(/[A-Za-z0-9!?#]/g))],
  ['fr', 'Au plus 3 symboles parmi - _ %', all(atMost(3, S), only(/[A-Za-z0-9_%-]/g))],
  ['uk', 'Дозволені символи: # % _ -', only(/[A-Za-z0-9#%_-]/g)],
  ['en', 'Permitted symbols: # ! % (all others are refused)', only(/[A-Za-z0-9#!%]/g)],
  ['en', 'Symbols that are allowed (max. 2): # ! %', all(atMost(2, S), only(/[A-Za-z0-9#!%]/g))],
  ['en', 'You can use letters, digits, hyphens and commas.', only(/[A-Za-z0-9,-]/g)],
  ['en', 'Your password must be 9 to 13 letters or digits', all(length(9, 13), only(/[A-Za-z0-9]/g))],
  ['en', 'Non-permitted: < > "', lacks('<>"')],
  [
    'en',
    "At least one lower case letter ('a'-'z') and one digit ('0'-'9').",
    all(atLeast(1, LOWER), atLeast(1, D)),
    95,
  ],
  ['en', 'A maximum of two (2) capitals', atMost(2, U)],

  // Texts that are about something else.
  silent('en', 'Fields with an * have to be filled in'),
  silent('de', 'Felder mit einem * müssen ausgefüllt werden'),
  silent('fr', 'Les champs suivis d’un * doivent être remplis'),
  silent('nl', 'Velden met een * moeten worden ingevuld'),
  silent('en', 'Pick a tier: Free ($0), Plus ($7), Team ($15+)'),
  silent('en', 'More than 25,000 players & up to 30 % off'),
];
