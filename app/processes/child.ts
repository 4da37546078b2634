/** A process that runs one of Kitplan's own programs and can be killed at any moment. */
export type Child<Request> = {
  readonly send: (request: Request) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called when the process is gone, for whatever reason, also when it never started. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

/**
 * Starts such a process. The window gives one built on Electron's utility process, the command line one built on
 * `fork`; both cap the heap and copy bytes as bytes (structured clone).
 */
export type SpawnChild<Request> = () => Child<Request>;

export type ChildProgram = {
  /** Path of the program's entry: the built bundle, or its source. */
  readonly entry: string;
  /** Old-space heap, in megabytes. */
  readonly heapMb: number;
};
