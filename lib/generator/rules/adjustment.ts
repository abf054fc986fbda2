import type { CharacterClass } from '../charset.ts';
import type { Source } from './sources.ts';

/**
 * What was changed in a person's options so that the site accepts the password, in the order in which to tell it. `by` is
 * the source that asked for it, where the rule was merged from sources.
 */
export type Adjustment = { readonly by?: Source | undefined } & (
  | {
      readonly code: /** The length was taken down, or up, to `to` characters. */
        | 'shortened'
        | 'lengthened'
        /** No character stands more than `to` times in a row, which is less than was asked for. */
        | 'repeats_limited';
      readonly to: number;
    }
  | {
      readonly code: /** The class is wanted, but the site takes none of it. */ 'class_removed';
      readonly characterClass: CharacterClass;
    }
  | {
      readonly code: /** Of a wanted class only these characters are accepted. */ 'class_limited';
      readonly characterClass: CharacterClass;
      readonly characters: string;
    }
  | {
      readonly code: /** These characters of a class that was off were needed; `space` is the space. */ 'class_added';
      readonly characterClass: CharacterClass | 'space';
      readonly characters: string;
    }
  /** Fewer of the class are guaranteed than were asked for, because the password is too short. 0: it may have none. */
  | { readonly code: 'minimum_lowered'; readonly characterClass: CharacterClass; readonly to: number }
  /** Look-alikes that had to be used. Characters that were excluded by hand never are. */
  | { readonly code: 'excluded_allowed'; readonly characters: string }
  /** The limit on repeated characters was given up; or the pattern, because it was too large to count with. */
  | { readonly code: 'repeats_allowed' | 'pattern_ignored' }
);
