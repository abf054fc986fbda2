import type { GeneratorError } from '../generator/index.ts';
import { message } from './message.ts';

/** The message for options that no password can meet. */
export function describeGeneratorError({ code, option, characterClass }: GeneratorError): string {
  if (option === 'siteRules') return message('error_site_unmeetable');
  if (option === 'exclude' && code === 'unmeetable') return message('error_site_exclude');
  if (code === 'class_emptied' && characterClass) return message(`error_emptied_${characterClass}`);
  if (code === 'no_class') return message('error_no_class');
  if (code === 'shorter_than_classes') return message('error_too_short');
  if (code === 'unmeetable' || code === 'too_complex') return message('error_unmeetable');
  return message('error_length');
}
