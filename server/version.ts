import project from '../package.json' with { type: 'json' };

/** The version of the project, which the extension has too. */
export const VERSION: string = project.version;
