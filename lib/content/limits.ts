// Bounds on the work that one page can cause, in one place because pages can be huge or hostile. Lengths of
// text are in UTF-16 units.

/** Deepest nesting of shadow roots that is followed. */
export const MAX_SHADOW_DEPTH = 2000;
/** How many unlikely hosts are queried for a closed shadow root, because each query takes about 2 µs. */
export const MAX_HOSTS_ASKED = 2000;

/** How many groups of fields are scored. No honest page has more. */
export const MAX_GROUPS = 60;
/** How many candidates of one group are scored. No honest form has more. */
export const MAX_CANDIDATES = 40;
/** How many parts before and after a group are read. */
export const MAX_PARTS_AROUND = 12;
/** How many ancestors of a field without a form are searched for its button. */
export const MAX_LEVELS = 10;

/** How much of an attribute is read, unless its reader needs more. */
export const MAX_ATTRIBUTE_LENGTH = 300;
/**
 * How much of rules and patterns is read. The pattern parser refuses more than 1000, so that it never takes a
 * pattern that was cut.
 */
export const MAX_RULE_LENGTH = 1001;
/** How much text is read in one place, unless its reader needs less. */
export const MAX_TEXT_LENGTH = 300;
/** How much text is normalized, unless the caller sets another limit. */
export const MAX_NORMALIZED_LENGTH = 900;
/** How much text before a field counts as text about it. */
export const MAX_TEXT_BEFORE = 60;
/** How much text after a field counts as text about it. */
export const MAX_TEXT_AFTER = 160;
/** How many nodes are walked for the text before or after a field. */
export const MAX_NODES = 60;
/** How much text of a whole group is read. */
export const MAX_SCOPE_LENGTH = 2500;
/** How much of a heading is read. */
export const MAX_HEADING_LENGTH = 120;
/** How much of the caption of a button or link is read. */
export const MAX_CAPTION_LENGTH = 80;
/** How many texts at the fields and around their form are reported. */
export const MAX_TEXTS = 14;

/** How many origins of frames are offered, because a person chooses between few. */
export const MAX_ORIGINS = 3;
