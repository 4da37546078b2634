/** The closed list of what can go wrong. A screen may branch on these; people read the message. */
export const ERROR_CODES = [
  'unknown_entry', // no such question or command
  'invalid_input', // a field is missing or out of range; `field` names it
  'no_plan', // the question needs an open plan
  'read_only', // the plan can be read but not written just now
  'not_found',
  'conflict', // somebody changed the same thing since
  'stopped', // a person stopped it; nothing was changed
  'refused_file', // a file that Kitplan does not read: the message says why
  'plan_file', // the plan file cannot be opened or saved
  'unsupported', // this host cannot do it (a browser has no folder picker)
  'internal', // our fault; the message carries an id that the log explains
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ContractError = {
  readonly code: ErrorCode;
  /** One plain sentence: what happened and what works instead. */
  readonly message: string;
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Results, not exceptions, cross a process or a socket: both bridges flatten thrown errors. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ContractError };

export const refuse = (error: ContractError): { readonly ok: false; readonly error: ContractError } => ({ ok: false, error });
