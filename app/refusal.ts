import type { ContractError, ErrorCode } from './contract/result.ts';

/** Thrown by a use case to answer with a plain sentence instead of a value; `dispatch` turns it into a result. */
export class Refusal extends Error {
  readonly error: ContractError;

  constructor(code: ErrorCode, message: string, more: Pick<ContractError, 'field' | 'details'> = {}) {
    super(message);
    this.name = 'Refusal';
    this.error = { code, message, ...more };
  }
}
