/** The path of Electron's program, null where it is not on this computer. */
export declare function installedProgram(): string | null;
/** Finds it, or fetches it once. */
export declare function electronProgram(): Promise<{ program: string } | { why: string }>;
