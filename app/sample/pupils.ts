import type { SampleAsset } from './school.ts';

/*
 * Who uses Hillcrest's devices and what they run. None of it moves a figure of the forecast: every system can move to a
 * newer one as the device stands.
 */

/** Its year groups: 1,140 pupils. */
export const YEAR_GROUPS: readonly { readonly name: string; readonly pupils: number }[] = [
  { name: 'Year 7', pupils: 204 }, { name: 'Year 8', pupils: 200 }, { name: 'Year 9', pupils: 198 }, { name: 'Year 10', pupils: 190 },
  { name: 'Year 11', pupils: 184 }, { name: 'Year 12', pupils: 88 }, { name: 'Year 13', pupils: 76 },
];

/** Pupils whom each department teaches, and a target of its own where one was set. Offices, the library and technicians teach nobody. */
export const DEPARTMENT_PUPILS: readonly { readonly name: string; readonly pupils: number; readonly accessTarget?: number }[] = [
  { name: 'Computing', pupils: 620, accessTarget: 800 }, { name: 'Music', pupils: 430, accessTarget: 2000 },
  { name: 'Mathematics', pupils: 1140, accessTarget: 4000 }, { name: 'English', pupils: 1140, accessTarget: 4000 }, { name: 'Science', pupils: 1140, accessTarget: 4000 },
  { name: 'Humanities', pupils: 980, accessTarget: 4000 }, { name: 'Languages', pupils: 760, accessTarget: 4000 }, { name: 'Art', pupils: 420, accessTarget: 4000 },
  { name: 'Design and technology', pupils: 640, accessTarget: 2000 },
];

/** The laptop trolleys, by the year group that has them. */
const YEAR_OF_TROLLEY: Readonly<Record<string, string>> = {
  'Trolley A': 'Year 11', 'Trolley B': 'Year 7', 'Trolley C': 'Year 8', 'Trolley D': 'Year 9', 'Trolley E': 'Year 10',
};

export const yearGroupOf = ({ location }: Pick<SampleAsset, 'location'>): string | null => YEAR_OF_TROLLEY[location ?? ''] ?? null;

/** What a device runs: a release of the support list, or only the words that somebody typed. */
export type SampleSystem = { readonly release: readonly [product: string, cycle: string] } | { readonly words: string };

type Rule = { readonly model: string; readonly from: string; readonly system: SampleSystem };

const runs = (model: string, from: string, product: string, cycle: string): Rule => ({ model, from, system: { release: [product, cycle] } });
const says = (model: string, from: string, words: string): Rule => ({ model, from, system: { words } });

/** By model and the day from which it was bought, the latest first. Two lots were never looked at: only words stand there. */
const RULES: readonly Rule[] = [
  runs('14 laptop', '2024-07-01', 'windows', '11-25h2-e'), runs('14 laptop', '2023-01-01', 'windows', '11-24h2-e'),
  runs('11 laptop', '2025-08-01', 'windows', '11-25h2-e'), says('11 laptop', '2024-08-01', 'Windows 11 Education 23H2'), runs('11 laptop', '2022-12-01', 'windows', '10-22h2'),
  runs('400 small desktop', '2024-08-01', 'windows', '11-25h2-e'), says('400 small desktop', '2023-12-01', 'Windows 11'),
  runs('300 small desktop', '2022-01-01', 'windows', '11-24h2-e'), runs('300 small desktop', '2021-09-01', 'windows', '10-22h2'),
  runs('Slate 10', '2025-09-01', 'android', '15'), runs('Slate 10', '2023-09-01', 'android', '14'), runs('Slate 10', '2023-01-01', 'android', '13'),
  runs('R2 host', '2024-01-01', 'windows-server', '2022'),
];

export const systemOf = ({ model, purchaseDate }: Pick<SampleAsset, 'model' | 'purchaseDate'>): SampleSystem | null =>
  RULES.find((rule) => rule.model === model.name && purchaseDate !== null && purchaseDate >= rule.from)?.system ?? null;
