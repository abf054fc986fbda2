import { describe, expect, it } from 'vitest';
import { readVisibleText } from '../../../../lib/site-rules/visible-text/read-visible-text.ts';
import { summary } from '../../../support/rule-summary.ts';

/** Sentences from sites, and the rules that they set. */
const READ: readonly (readonly [string, string])[] = [
  [
    '8–20 characters, at least one number and one of !@#$%',
    '8-20, digit, [!#$%@], without space+["&\'()*+,-./:;<=>?[\\]^_`{|}~]',
  ],
  ['Password must be at least 8 characters long.', '8-'],
  ['Your password must be between 8 and 20 characters.', '8-20'],
  [
    'Must contain at least one uppercase letter, one lowercase letter, one number and one special character.',
    'upper, lower, digit, sign',
  ],
  ['Use 8 or more characters with a mix of letters, numbers & symbols', '8-, upper+lower, digit, sign'],
  [
    'Password must be 8-16 characters and contain at least 1 uppercase letter, 1 lowercase letter and 1 digit. No spaces.',
    '8-16, upper, lower, digit, without space',
  ],
  ['May not contain < or >', 'without [<>]'],
  ['Passwords may not contain spaces.', 'without space'],
  ['no spaces', 'without space'],
  ['Letters and numbers only, 6 to 12 characters', '6-12, without sign+space'],
  ['Only a-z, A-Z and 0-9 are allowed', 'without sign+space'],
  ['Maximum 16 characters', '-16'],
  ['Minimum length: 8', '8-'],
  ['Your password must be 8+ characters', '8-'],
  ['Password must not contain your username or spaces.', 'without space'],
  ['At least one number or symbol', 'digit+sign'],
  ['Must include at least one of the following: a number, a symbol, an uppercase letter', 'upper+digit+sign'],
  [
    'Must contain at least three of the following: uppercase letters, lowercase letters, numbers, special characters',
    'upper, lower, digit, sign',
  ],
  ['Special characters allowed: !@#$%^&*', 'without space+["\'()+,-./:;<=>?[\\]_`{|}~]'],
  ['Special characters are not allowed', 'without sign'],
  ['At least one special character (!@#$%^&*)', '[!#$%&*@^], without space+["\'()+,-./:;<=>?[\\]_`{|}~]'],
  ['At least one special character, e.g. ! @ # $', '[!#$@]'],
  [
    'It must contain at least one of these characters: ! @ # $ %',
    '[!#$%@], without space+["&\'()*+,-./:;<=>?[\\]^_`{|}~]',
  ],
  ['Cannot contain spaces or the characters & < > "', 'without space+["&<>]'],
  ['No more than 2 identical characters in a row', 'runs of 2'],
  ['Password cannot contain 3 or more repeated characters', 'runs of 2'],
  ['At least 8 characters, and not more than 2 identical characters in a row', '8-, runs of 2'],
  ['Must be 8 characters or longer and include at least 2 digits', '8-, digit 2'],
  ['Password must be more than 7 characters', '8-'],
  ['Password must contain fewer than 20 characters', '-19'],
  ['Password is too long. Maximum is 12 characters.', '-12'],
  ["Your password can't be longer than 16 characters", '-16'],
  ['Password must be exactly 8 characters', '8-8'],
  ['Your password must be at least 8 characters, and cannot be the same as your last 4 passwords.', '8-'],
  [
    '• 8-16 characters\n• One uppercase letter\n• One number\n• One special character',
    '8-16, upper, digit, sign',
  ],
  ['Mindestens 8 Zeichen, davon ein Großbuchstabe', '8-, upper'],
  ['zwischen 8 und 20 Zeichen', '8-20'],
  [
    'Mindestens 8 Zeichen, Groß- und Kleinbuchstaben, eine Zahl und ein Sonderzeichen',
    '8-, upper, lower, digit, sign',
  ],
  ['Das Passwort muss mindestens 8 und darf höchstens 20 Zeichen enthalten', '8-20'],
  ['Leerzeichen und Umlaute sind nicht erlaubt.', 'without space'],
  ['max. 16 Zeichen', '-16'],
  ['Nur Buchstaben und Zahlen', 'without sign+space'],
  ['Erlaubte Sonderzeichen: !?$%&', 'without space+["#\'()*+,-./:;<=>@[\\]^_`{|}~]'],
  ['8 à 20 caractères, dont au moins une majuscule et un chiffre', '8-20, upper, digit'],
  [
    'Votre mot de passe doit contenir au moins 12 caractères, une majuscule, une minuscule, un chiffre et un caractère spécial (!@#$%).',
    '12-, upper, lower, digit, [!#$%@], without space+["&\'()*+,-./:;<=>?[\\]^_`{|}~]',
  ],
  ['Les espaces ne sont pas autorisés', 'without space'],
  ['Entre 8 y 16 caracteres, al menos una mayúscula y un número', '8-16, upper, digit'],
  ['No se permiten espacios', 'without space'],
  ['Mínimo 8 caracteres, máximo 16', '8-16'],
  ['A senha deve ter no mínimo 8 caracteres, uma letra maiúscula e um número', '8-, upper, digit'],
  ['Entre 6 e 12 caracteres, apenas letras e números', '6-12, without sign+space'],
  ['Não são permitidos espaços', 'without space'],
  ['Almeno 8 caratteri, una lettera maiuscola, un numero e un simbolo', '8-, upper, digit, sign'],
  ['Non sono ammessi spazi', 'without space'],
  ['Minimaal 8 tekens, waarvan één hoofdletter en één cijfer', '8-, upper, digit'],
  ['Tussen 8 en 32 tekens, geen spaties', '8-32, without space'],
  ['Hasło musi mieć co najmniej 8 znaków, w tym jedną wielką literę i jedną cyfrę', '8-, upper, digit'],
  ['Od 8 do 20 znaków', '8-20'],
  ['Hasło nie może zawierać spacji', 'without space'],
  ['Пароль должен содержать не менее 8 символов, одну заглавную букву и одну цифру', '8-, upper, digit'],
  ['От 6 до 20 символов, только латинские буквы и цифры', '6-20, without sign+space'],
  ['Без пробелов', 'without space'],
  ['Пароль має містити щонайменше 8 символів, одну велику літеру та одну цифру', '8-, upper, digit'],
  ['Пароль не може містити пробілів', 'without space'],
  ['En az 8 karakter, bir büyük harf ve bir rakam içermelidir', '8-, upper, digit'],
  ['Şifreniz 8-16 karakter uzunluğunda olmalıdır. Boşluk içermemelidir.', '8-16, without space'],
  ['يجب أن تتكون كلمة المرور من 8 أحرف على الأقل', '8-'],
  ['من 8 إلى ١٦ حرفا', '8-16'],
  ['يجب أن تحتوي كلمة المرور على حرف كبير ورقم واحد على الأقل', 'upper, digit'],
  ['رمز عبور باید حداقل ۸ کاراکتر باشد', '8-'],
  ['حداقل ۸ و حداکثر ۲۰ کاراکتر', '8-20'],
  ['密码长度为8-20位，必须包含字母和数字', '8-20, upper+lower, digit'],
  ['8-16位，必须包含大小写字母、数字和特殊字符', '8-16, upper, lower, digit, sign'],
  ['不能包含空格', 'without space'],
  ['密码不能少于8位', '8-'],
  ['８文字以上２０文字以内の半角英数字', '8-20, upper+lower+digit, without sign+space'],
  [
    'パスワードは8文字以上で、英大文字、英小文字、数字をそれぞれ1文字以上含めてください',
    '8-, upper, lower, digit',
  ],
  ['スペースは使用できません', 'without space'],
  ['8文字未満は使用できません', '8-'],
  ['영문, 숫자, 특수문자를 조합하여 8자 이상 16자 이하', '8-16, upper+lower, digit, sign'],
  ['동일한 문자 3회 이상 반복 불가', 'runs of 2'],
  ['공백은 사용할 수 없습니다', 'without space'],
  ['Mật khẩu phải có ít nhất 8 ký tự, bao gồm chữ hoa, chữ thường và số', '8-, upper, lower, digit'],
  ['Tối đa 20 ký tự', '-20'],
  ['Kata sandi minimal 8 karakter, mengandung huruf besar, huruf kecil dan angka', '8-, upper, lower, digit'],
  ['Kata sandi tidak boleh mengandung spasi', 'without space'],
  ['8 sampai 16 karakter', '8-16'],
  ['Must contain letters or numbers', 'upper+lower+digit'],
  ['At least a number or one symbol', 'digit+sign'],
  ['At least one uppercase letter, one number, symbol or space', 'upper, digit+sign+space'],
  ['At least two of the following: letters, numbers or symbols', 'upper+lower, digit, sign'],
  ['Use 8-20 letters and numbers', '8-20, digit'],
  ['Use 8 alphanumeric characters', '8-, without sign+space'],
  ['Maximum number of characters: 12', '-12'],
  ['No repeated characters', 'runs of 1'],
  ['Maximum 3 identical characters', 'runs of 3'],
  ['Do not use the same character more than 2 times in a row', 'runs of 2'],
  ['At least one special character ("!@#")', '[!#@], without space+["$%&\'()*+,-./:;<=>?[\\]^_`{|}~]'],
  ['At least one special character [!@#$]', '[!#$@], without space+["%&\'()*+,-./:;<=>?[\\]^_`{|}~]'],
  ['At least one special character (such as !, @, #, $).', '[!#$@]'],
  ['At least one special character (one of !@#$)', '[!#$@], without space+["%&\'()*+,-./:;<=>?[\\]^_`{|}~]'],
  ['At least one symbol: "!", "@", "#", "$"', '[!#$@], without space+["%&\'()*+,-./:;<=>?[\\]^_`{|}~]'],
  ['At least one symbol (!@# are best)', '[!#@], without space+["$%&\'()*+,-./:;<=>?[\\]^_`{|}~]'],
  ['Spaces and symbols are not allowed, digits may be used', 'without sign+space'],
  ['At least 8 characters, one digit, spaces not allowed', '8-, digit, without space'],
  ['8 characters and no repeats', '8-, runs of 1'],
  ['8 characters at least and no repeats', '8-, runs of 1'],
  ['8-20 characters and no repeated characters', '8-20, runs of 1'],
  ['Use 8 characters and at most 2 repeated characters', '8-, runs of 2'],
  ['No repeated characters, at least 3 digits', 'digit 3, runs of 1'],
  ['The same character must appear less than 3 times', 'runs of 2'],
  ['More than 2 characters may not be repeated', 'runs of 2'],
  ['Your password must contain:\nuppercase letters\ndigits', 'upper, digit'],
  ['Must not contain your name, and must contain:\n2 digits\n3 symbols', 'digit 2, sign 3'],
  [
    'Allowed characters:\nletters\ndigits\n. _ -\nAt least 8 characters',
    '8-, without space+[!"#$%&\'()*+,/:;<=>?@[\\]^`{|}~]',
  ],
];

/** Sentences that set no rule for a password, and some that are not understood. */
const SILENT: readonly string[] = [
  'Your password expires in 90 days',
  'We sent a code of 6 digits to your phone',
  'Enter the 6-digit code',
  'Your PIN must be at least 4 digits',
  'Username must be 6-20 characters',
  'Name: maximum 20 characters',
  'Forgot your password?',
  'By signing up you agree to the Terms & Conditions',
  'Must not consist only of digits',
  'At least 6 of all characters must be different',
  'Passwords with fewer than 3 repeated characters are not accepted',
  'Password must be secure\nLetters and digits',
  'Passwords are case-sensitive.',
  'You have 3 attempts left',
  'Your password may contain letters, numbers and symbols.',
  'Please enter a valid email address',
  'Remember me for 30 days',
  'Password strength: weak',
  'Must be at least 18 years old',
  'I accept the terms and conditions and the privacy policy',
  'The passwords do not match',
  'Save 50% with 12 months of Premium!',
  'Call us: +49 30 1234567',
  '© 2026 Example & Sons',
  'Cannot contain more than 99 repeated characters',
  'Between 20 and 8 characters: 20-8 characters',
  'At least 500 characters',
  'Ihr Passwort läuft in 90 Tagen ab',
  'Geben Sie den 6-stelligen Code ein',
  'Code à 6 chiffres envoyé par SMS',
  'Su contraseña caduca en 60 días',
  'Введите код из 6 цифр',
  'Срок действия пароля истекает через 90 дней',
  'Telefonunuza gönderilen 6 haneli kodu girin',
  'أدخل رمز التحقق المكون من 6 أرقام',
  '请输入6位验证码',
  '6桁の認証コードを入力してください',
  '인증번호 6자리를 입력하세요',
  'Nhập mã gồm 6 chữ số',
  'Masukkan kode 6 digit',
  '',
  '!!! ??? ...',
  '🙂',
  'Only symbols',
];

describe('a visible sentence', () => {
  it.each(READ)('is read: %s', (text, expected) => {
    expect(summary(readVisibleText([text]))).toBe(expected);
  });

  it.each(SILENT)('has no effect, alone or beside another: %s', (text) => {
    expect(summary(readVisibleText([text]))).toBe('');
    expect(summary(readVisibleText(['8-20 characters, one digit.', text]))).toBe('8-20, digit');
  });

  it('adds to others, and the narrowest bound applies', () => {
    const texts = ['At least 8 characters', '12 to 64 characters.', 'Maximum 32 characters', 'A number'];
    expect(summary(readVisibleText(texts))).toBe('12-32, digit');
    expect(summary(readVisibleText(['Letters and numbers only.', 'Only digits.']))).toBe('only digit');
    expect(summary(readVisibleText(['At least one of !@#', 'At least one of $%']))).toMatch(
      /^\[!#@\], \[\$%\]/,
    );
  });

  it('is read in its language, line by line', () => {
    expect(summary(readVisibleText(['8–16 Zeichen\nkeine Leerzeichen\neine Zahl']))).toBe(
      '8-16, digit, without space',
    );
  });

  const long = (part: string) => part.repeat(Math.ceil(1e6 / part.length));
  it.each([
    'at least 8 characters, ',
    '8-',
    '!@# ',
    'a',
    ' ',
    '- ',
    '(a-z',
    'no more than 2 identical ',
    '٣',
    'not ',
    'not allowed:\n',
    'must contain:\n!\n',
    'allowed: a\n% &\n',
    'starts with a letter or ',
    'percent sign ',
    '2 digits at most 3 ',
    'no abc123 in a row once ',
    'case-sensitive upper ',
  ])('of a million characters takes no time: %s', (part) => {
    // The runner's time limit is the bound, because a reader without limits takes minutes.
    expect(() => readVisibleText(Array(100).fill(long(part)))).not.toThrow();
  });
});
