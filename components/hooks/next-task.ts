/** Lets the page draw and react before more work is done. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
