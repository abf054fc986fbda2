/** Bad input at the command line, as one sentence that says what to do. Nothing has been changed. */
export class UsageError extends Error {}
