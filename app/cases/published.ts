import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { VersionRow } from '../../db/repositories/scenarios.ts';
import { forecast } from '../../planning/forecast.ts';
import { applyScenario, lineageOf } from '../../planning/scenarios/apply.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { contract, type Answer } from '../contract/contract.ts';
import { withFieldsSince } from '../frozen-facts.ts';
import { Refusal } from '../refusal.ts';

/** The largest plan there is comes to a tenth of this; a file that says more was not written by Kitplan. */
const MOST_BYTES = 512 * 1024 * 1024;

const frozenShape = contract['scenario.version'].output.pick({ snapshot: true, totals: true });

/** The facts of a scenario and what they come to, as they are kept when it is published: JSON, deflated, in base64. */
export function freeze(facts: PlanSnapshot, scenarioId: number, asOf: IsoDate): string {
  const snapshot = { ...applyScenario(facts, scenarioId), scenarios: lineageOf(facts.scenarios, scenarioId) };
  const { totals } = forecast(snapshot, { asOf });
  return deflateRawSync(JSON.stringify({ snapshot, totals })).toString('base64');
}

/** @throws Refusal `plan_file` where the file does not hold what was frozen. */
export function thaw({ frozen, publishedAt, asOf, engineVersion }: VersionRow, name: string): Answer<'scenario.version'> {
  try {
    const json = inflateRawSync(Buffer.from(frozen, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8');
    return { publishedAt, asOf, engineVersion, ...frozenShape.parse(withFieldsSince(frozenShape, JSON.parse(json))) };
  } catch {
    throw new Refusal('plan_file', `The published figures of ${name} cannot be read by this Kitplan. They were written by Kitplan ${engineVersion}; a backup of that time may still have them.`);
  }
}
