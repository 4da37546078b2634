import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { Engine } from '../compare.ts';
import type { OracleOptions } from '../oracle-rules.ts';
import { paidUnder } from './reference.ts';

/** What an engine says that each fund pays under each code, and what is right. */
export function placesCompared(engine: Pick<Engine, 'forecast'>, snapshot: PlanSnapshot, asked: OracleOptions): { readonly said: unknown; readonly right: unknown } {
  const said: Record<string, number> = {};
  for (const { yearIndex, paidFrom, code, netPence } of engine.forecast(snapshot, asked).lines) {
    const key = `${yearIndex} ${paidFrom} ${code}`;
    said[key] = (said[key] ?? 0) + (netPence ?? 0);
  }
  return { said: Object.fromEntries(Object.entries(said).filter(([, pence]) => pence !== 0).sort(([a], [b]) => (a < b ? -1 : 1))), right: paidUnder(snapshot, asked) };
}
