import type { SoftwareTitle } from '../../agreements/agreement.ts';
import { formatCount } from '../../money.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { systemNamed, type NamedSystem } from '../../support/system-name.ts';
import { listOf } from '../../words.ts';
import type { Need, Requirements } from '../need-facts.ts';

/** What is to run, and for whom. */
export type FitSubject = {
  readonly name: string;
  readonly requirements: Requirements;
  /** Whose kit is meant first; none is the whole school's. */
  readonly departmentIds: readonly number[];
  /** Places that are meant whoever's kit stands there: those that an option of the need is about. */
  readonly locationIds: readonly number[];
  readonly needId: number | null;
};

/** What a title of software asks of the kit. */
export const subjectOfTitle = (title: SoftwareTitle): FitSubject =>
  ({ name: title.name, requirements: title, departmentIds: title.departmentIds, locationIds: [], needId: null });

/** What a need asks of the kit; where it says nothing itself, what the title asks that it is a request for. */
export function subjectOfNeed(snapshot: Pick<PlanSnapshot, 'software'>, need: Need): FitSubject {
  const title = snapshot.software.find(({ id }) => id === need.software?.softwareId);
  const locations = need.options.flatMap(({ costs }) => costs).flatMap(({ locationId }) => locationId ?? []);
  return {
    name: need.name, needId: need.id, locationIds: [...new Set(locations)],
    departmentIds: need.departmentId === null ? [] : [need.departmentId],
    requirements: asksNothing(need) && title !== undefined ? title : need,
  };
}

/** A gigabyte, a core or a system; nothing of these is no question that the register can answer. */
export const asksNothing = (requirements: Requirements): boolean => {
  const { needsMemoryGb, leastMemoryGb, needsCores, leastCores, needsStorageGb } = requirements;
  return askedSystem(requirements) === null && [needsMemoryGb, leastMemoryGb, needsCores, leastCores, needsStorageGb].every((each) => each === null);
};

/** What runs in a browser, or on anything, asks for no system of its own. */
const ANY_SYSTEM = /\bbrowser\b|\bweb\b|\bany\b/iu;

/** The system that is asked for: `unread` where its words name none that anybody knows; null where none is asked for. */
export function askedSystem({ needsSystem }: Pick<Requirements, 'needsSystem'>): NamedSystem | 'unread' | null {
  if (needsSystem === null || needsSystem.trim() === '') return null;
  return systemNamed(needsSystem) ?? (ANY_SYSTEM.test(needsSystem) ? null : 'unread');
}

const COMPUTERS: readonly string[] = ['desktop', 'laptop'];
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'windows-server': ['server'], ipados: ['tablet'], ios: ['phone', 'tablet'], android: ['tablet', 'phone'], chromeos: ['chromebook'],
};

/**
 * The kinds of kit that something could run on at all: desktops and laptops, unless it asks for a system that only others
 * have. Tablets and Chromebooks run what their own store gives them.
 */
export function kindsFor(requirements: Pick<Requirements, 'needsSystem'>): readonly string[] {
  const system = askedSystem(requirements);
  return system === null || system === 'unread' ? COMPUTERS : KINDS[system.product] ?? COMPUTERS;
}

/** Of a figure: at least so much to run well, and to run at all. */
export type Threshold = { readonly well: number; readonly atAll: number };

/** Where only one of the two was said it is both; what is enough to run at all is never more than what it needs. Null asks for nothing. */
export function thresholdOf(needs: number | null, least: number | null): Threshold | null {
  const well = needs ?? least;
  return well === null ? null : { well, atAll: Math.min(well, least ?? well) };
}

export const gigabytes = (gb: number): string =>
  (gb >= 1_000 && gb % 1_000 === 0 ? `${formatCount(gb / 1_000)} TB` : `${formatCount(gb)} GB`);
export const coreCount = (cores: number): string => `${formatCount(cores)} core${cores === 1 ? '' : 's'}`;

/** `16 GB and 6 cores (slow on 4)`; null where it asks for nothing. */
export function requirementWords(requirements: Requirements): string | null {
  const memory = thresholdOf(requirements.needsMemoryGb, requirements.leastMemoryGb);
  const cores = thresholdOf(requirements.needsCores, requirements.leastCores);
  const slow = ({ well, atAll }: Threshold, words: string): string => (atAll < well ? ` (slow on ${words})` : '');
  const parts = [
    ...(memory === null ? [] : [`${gigabytes(memory.well)}${slow(memory, gigabytes(memory.atAll))}`]),
    ...(cores === null ? [] : [`${coreCount(cores.well)}${slow(cores, formatCount(cores.atAll))}`]),
    ...(requirements.needsStorageGb === null ? [] : [`${gigabytes(requirements.needsStorageGb)} of storage`]),
    ...(requirements.needsSystem === null ? [] : [requirements.needsSystem]),
  ];
  return parts.length === 0 ? null : listOf(parts);
}
