/** Where a command writes and what it reads of its process. */
export interface CommandTools {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** The file that reads rules when it runs in a worker. */
  readonly workerUrl: URL;
}
