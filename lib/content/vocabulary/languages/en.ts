import type { Words } from '../topics.ts';

/** English, with the words that programmers of every country use in names. */
export const en: Words = {
  password: 'pass1|pass2|~password|~passwd|~passwor|pass.|~pwd|pswd|pw.|passphrase|~pass word',
  fresh:
    'new.|~new pass|~new pwd|create a pass|create pass|create your pass|create new|choose a pass|choose pass|choose your pass|set pass|set a pass|~signup pass|~reg pass|~register pass',
  repeat:
    '~confirm|~repeat|again|retype|re type|re enter|~verif|match|second|~password 2|~pass2|~pwd2|~passwd2|conf.|~check pass|double check|cpassword.|repass|twice',
  current: '~current|old.|~old pass|~old pwd|~existing|previous|temporary pass',
  signup:
    '~sign up|sign me up|~regist|~create account|create an account|create your|create my|create a free|~new account|~account create|join|enrol|get started|free trial|~new user|become a|subscribe',
  login:
    '~log in|~sign in|~log on|sign on|~authenticat|enter your pass|welcome back|member login|access your account|enter your account',
  forgot:
    '~forgot|lost pass|lost your pass|recover|reset pass|reset your pass|trouble|need help|can t access',
  remember: '~remember|keep me|stay signed|stay logged',
  member:
    'already|have an account|existing customer|existing user|back to log|log in here|already signed up!',
  change:
    '~change pass|change your pass|change my pass|~reset pass|reset your pass|reset my pass|~password reset|~password change|~update pass|new pass|~edit pass',
  terms: 'terms|privacy policy|~agree|conditions|newsletter|receive|email me|send me',
  policy: 'length|expir|histor|attempts|days|hint|reminder|policy|url.|link.|subject|template',
  rules:
    'at least|minimum|must be|must contain|must have|characters|case sensitive|uppercase|lowercase|~strength|weak|strong|min.|between|or more',
  code: 'verification code!|confirmation code!|otp.|mfa|two factor|~captcha|one time|code.|passcode|authenticator|activation|token|one time pass!',
  card: '~cvv|~cvc|card number|card security|~credit card|expir|iban',
  secret:
    'answer.|pin.|~pin code|ssn.|social security|security question|licen|admin|database|secret|key.|api.|token',
  user: '~user|~e mail|login.|account name|nick|handle|identifier|phone number',
  person:
    '~first name|~last name|~full name|your name|~birth|~phone|country|city|state.|zip|company|telef|mobil',
  search: '~search|query|keyword|subscribe|newsletter|find|filt',
  show: 'show|hide|reveal|toggle',
  save: 'save|update|apply|change',
};
