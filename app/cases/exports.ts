import { disposalsTable } from '../documents/disposals-table.ts';
import { dueTable } from '../documents/due-table.ts';
import { registerTable } from '../documents/register-table.ts';
import { snipeItFile } from '../documents/snipe-it.ts';
import { tableFile } from '../documents/table-document.ts';
import { LARGEST_PLAN_JSON } from '../contract/exports.ts';
import type { Handlers } from '../handlers.ts';
import { factsUnder, optionsOf } from './forecast-view.ts';
import { Refusal } from '../refusal.ts';
import { stateOf, type Session } from '../session.ts';

const requireRows = (session: Session, ids: readonly number[] | undefined): void => {
  if (ids === undefined) return;
  const known = new Set(session.snapshot().assets.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new Refusal('not_found', `No asset has the number ${missing}. It may have been removed.`, { field: 'ids' });
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** @throws Refusal where it could not be read back: a file that cannot come in again is no copy */
const requireReadable = (bytes: number): void => {
  if (bytes <= LARGEST_PLAN_JSON) return;
  throw new Refusal('unsupported', `This plan is ${megabytes(bytes)} as JSON, and Kitplan reads at most ${megabytes(LARGEST_PLAN_JSON)} back. The plan file itself is a complete copy and can be kept instead.`);
};

export const exportHandlers = {
  'exports.register': (session, { format, ids, columns, asOf = session.today() }) => {
    requireRows(session, ids);
    const snapshot = session.snapshot();
    return format === 'snipe-it' ? snipeItFile(snapshot, asOf, ids) : tableFile(format, registerTable(snapshot, { asOf, ids, columns }));
  },

  'exports.due': (session, { format, ...view }) => tableFile(format, dueTable(factsUnder(session, view.scenarioId), optionsOf(session, view))),

  'exports.disposals': (session, { format, asOf = session.today() }) => tableFile(format, disposalsTable(session.snapshot(), asOf)),

  'exports.plan': (session) => {
    const bytes = Buffer.from(session.plan().json(), 'utf8');
    requireReadable(bytes.length);
    const { school } = session.snapshot();
    return { fileName: `${school.name || 'Kitplan'} plan ${session.today()}.json`, mimeType: 'application/json', base64: bytes.toString('base64') };
  },

  'plan.fromJson': (session, { json, name }) => {
    session.startFromJson(json, name);
    const state = stateOf(session);
    if (state === null) throw new Refusal('no_plan', 'No plan is open.');
    return state;
  },
} satisfies Pick<Handlers, 'exports.register' | 'exports.due' | 'exports.disposals' | 'exports.plan' | 'plan.fromJson'>;
