import type { RuleWords } from '../rule-words.ts';

export const en: RuleWords = {
  ignore:
    'codes?|pin|sms|otp|phone|mobile|cards?|ssn|account number|attempts?|files?|mb|uploads?|log(?:ged)? in',
  stop: 'user ?names?|names?|e-?mail~|birth~|previous~|old|last|past|history|days?|hours?|minutes?|months?|years?|expires?|dictionary|words?',
  same: '(?:identical|repeat(?:ed|ing))(?: consecutive)?(?: (?:characters?|letters?|digits?|numbers?))?|same (?:characters?|letters?|digits?|numbers?)|consecutive(?:ly)? (?:identical|repeat(?:ed|ing)|same)(?: characters?)?|in a row',
  exact: 'exactly',
  min: 'at least|(?:a )?minimum(?: length)?(?: of)?|min|not? (?:less|fewer|shorter) than|or more|or longer',
  max: 'at most|up to|(?:a )?maximum(?: length)?(?: of)?|max|not? (?:more|longer|greater) than|(?:not|cannot) exceed|or (?:less|fewer)|within',
  over: 'more than|longer than|greater than|exceeds?',
  under: 'less than|fewer than|shorter than',
  barred:
    "(?:(?:is|are) )?not (?:allowed|permitted|accepted|supported)|prohibited|forbidden|(?:cannot|can't|must not|may not|can not) be used",
  no: "(?:must|may|can|should|do|does) not|no|not|never|without|cannot|can['’]t|don['’]t|excluding|except|avoid",
  only: 'only|exclusively|solely|consists? of|composed of',
  may: 'may|can|could|optional~|recommend~|suggest~|allowed|permitted|accepted|strong(?:er)?',
  must: 'must|should|needs?|requires?|required|include~|contain~|have|has|having|with|use|using|mix(?:ture)? of|combination of',
  example: 'e\\.g\\.?|eg|such as|for example|like',
  following: 'of the following|of these|following',
  alphanumeric: 'alpha-?numeric(?:al)?(?: characters?)?',
  special:
    '(?:special|non-?alpha-?(?:numeric|betic)|punctuation)(?: (?:characters?|chars?|symbols?|marks?))?|symbols?',
  upper: '(?:upper[- ]?case|capital|upper)(?: (?:letters?|characters?|alphabets?))?|capitals',
  lower: '(?:lower[- ]?case|small|lower)(?: (?:letters?|characters?|alphabets?))?',
  digit: 'digits?|numbers?(?! of)|numerals?|numeric(?:al)?(?: (?:characters?|digits?))?',
  letter: 'letters?|alphabet(?:s|ic|ical)?(?: characters?)?',
  space: '(?:blank |white ?)?spaces?|blanks?',
  length: 'characters?|chars?|(?:number|amount) of characters|length|long',
  or: 'and ?/ ?or|or',
  to: 'to|and|through',
  numbers: { 1: 'an?|one', 2: 'two', 3: 'three', 4: 'four', 6: 'six', 8: 'eight', 10: 'ten', 12: 'twelve' },
};
