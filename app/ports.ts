import type { Typesetter } from './documents/typeset/typesetter.ts';
import type { SpawnReader } from './intake/spawn-reader.ts';

/** What a host (window, browser, terminal or a test) gives the application: everything that is not a sum or a plan. */
export type KitplanPorts = {
  readonly host: 'window' | 'browser' | 'terminal';
  readonly version: string;
  readonly now: () => Date;
  /** Settings and backups: Electron's userData, or KITPLAN_HOME. */
  readonly home: string;
  /** Documents/Kitplan: where new plans are written. */
  readonly plansFolder: string;
  /** Who holds a plan open, for the sentence that another computer shows. */
  readonly holder: { readonly user: string; readonly computer: string; readonly pid: number };
  readonly spawnReader: SpawnReader;
  /** Where PDFs are set: in a process of its own under a host that stays, in the host's under one that ends after it. */
  readonly typesetter: Typesetter;
  /** Asks the person for a plan file; absent where the host cannot. */
  readonly choosePlanFile?: () => Promise<string | null>;
  readonly printsNatively?: boolean;
  /** Faults of ours go here with their id, never to the caller. */
  readonly log: (line: string) => void;
};

/** Which plan to start with. */
export type StartWith =
  | { readonly kind: 'nothing' }
  /** The plan that was open last, else a new empty one. */
  | { readonly kind: 'last_or_new' }
  | { readonly kind: 'memory' }
  | { readonly kind: 'file'; readonly path: string; readonly readOnly: boolean };
