import type { RuleWords } from '../rule-words.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** The languages of sentences about passwords. If two recognize equally much, the first is used. */
export const LANGUAGES: readonly RuleWords[] = [
  ...[en, de, fr, es, pt, it, nl, pl, ru, uk, tr, ar, fa, zh, ja, ko, vi, id],
];
