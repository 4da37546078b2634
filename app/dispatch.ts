import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { PlanFileError } from '../db/errors.ts';
import { contract, type EntryName } from './contract/contract.ts';
import { issueWords } from './contract/issue-words.ts';
import { refuse, type ContractError, type ErrorCode, type Result } from './contract/result.ts';
import { handlers } from './handlers.ts';
import { Refusal } from './refusal.ts';
import type { Session } from './session.ts';

const isEntry = (name: string): name is EntryName => Object.hasOwn(contract, name);

const codeOf: Readonly<Record<PlanFileError['code'], ErrorCode>> = {
  not_found: 'not_found', not_a_plan: 'plan_file', damaged: 'plan_file', newer: 'plan_file', read_only: 'read_only',
  disk_full: 'plan_file', no_permission: 'plan_file', locked: 'read_only', conflict: 'conflict', internal: 'plan_file',
};

/** Turns the first thing wrong with a request into a sentence that names its field. */
const inputError = (error: z.ZodError): ContractError => {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  const what = issue?.message ?? 'The request does not have the shape that is wanted.';
  return {
    code: 'invalid_input',
    message: field === '' ? what : `${field}: ${what}`,
    ...(field === '' ? {} : { field }),
  };
};

const faultResult = (session: Session, name: string, fault: unknown): Result<never> => {
  if (fault instanceof Refusal) return refuse(fault.error);
  if (fault instanceof PlanFileError) return refuse({ code: codeOf[fault.code], message: fault.sentence, details: { reason: fault.code } });
  const id = randomUUID().slice(0, 8);
  session.ports.log(`${id} ${name} ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  return refuse({ code: 'internal', message: `Something went wrong inside Kitplan. Nothing was changed. The log has the details under ${id}.`, details: { id } });
};

const unknownEntry = (name: string): Result<never> =>
  refuse({ code: 'unknown_entry', message: `Kitplan has no entry called “${name.slice(0, 80)}”.` });

/** @throws Refusal `conflict` where the command was meant for another plan than the one that is open now. */
const forOpenPlan = (session: Session, data: Readonly<Record<string, unknown>>): unknown => {
  const { plan: meant, ...request } = data;
  const open = session.plan();
  if (meant !== undefined && meant !== open.id) {
    throw new Refusal('conflict', `Another plan is open now (${session.snapshot().school.name}). Nothing was changed.`);
  }
  return request;
};

/**
 * The only door: own-property check, parse, handler, result. It never throws; every way in (the window, the
 * loopback host, the command line, the tests) goes through it, so no request reaches a plan unchecked.
 */
export const dispatchTo = (session: Session, { checkAnswers = false } = {}) =>
  async (name: string, raw: unknown): Promise<Result<unknown>> => {
    if (!isEntry(name)) return unknownEntry(name);
    const entry = contract[name];
    const parsed = entry.input.safeParse(raw ?? {}, { error: issueWords });
    if (!parsed.success) return refuse(inputError(parsed.error));
    try {
      // One name picks both the parser and the handler, which TypeScript cannot follow through a union.
      const handle = handlers[name] as (session: Session, input: unknown) => unknown;
      const value = await handle(session, entry.kind === 'command' ? forOpenPlan(session, parsed.data) : parsed.data);
      return { ok: true, value: checkAnswers ? entry.output.parse(value) : value };
    } catch (fault) {
      return faultResult(session, name, fault);
    }
  };
