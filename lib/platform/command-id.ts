/**
 * The identifier of the keyboard command and of the context-menu item that fill a password. It never changes,
 * because browsers keep the keys that a person has chosen under it.
 */
export const FILL_COMMAND = 'fill-password';
