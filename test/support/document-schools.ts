import type { DocumentFacts } from '../../planning/documents/facts.ts';
import { DOCUMENT_FACTS, type DocumentKind } from '../../planning/documents/kinds.ts';
import { forecast } from '../../planning/forecast.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { budgetOf, kit, place, schoolOf } from '../planning/fixtures.ts';
import { planInMemory, TODAY } from './plan-in-memory.ts';

/** The schools that every document must come out right for: the made-up one, one with nothing, a very large one, one with impossible names. */

let read: Promise<PlanSnapshot> | null = null;

/** Hillcrest with its development plan, needs, decisions and scenarios, as a plan file holds it: read once, since nothing changes it. */
export const hillcrest = (): Promise<PlanSnapshot> => (read ??= readHillcrest());

async function readHillcrest(): Promise<PlanSnapshot> {
  using plan = planInMemory();
  await plan.call('plan.sample', {});
  return (await plan.call('plan.snapshot', {})).snapshot;
}

/** A plan on its first day: no name, no kit, no budget, nobody asked. */
export const emptySchool = (): PlanSnapshot => {
  const school = schoolOf();
  return { ...school, school: { ...school.school, name: '', pupils: null } };
};

/** Laptops in 400 rooms, bought over eight years. */
export const largeSchool = (items = 20_000): PlanSnapshot => schoolOf({
  locations: Array.from({ length: 400 }, (_, at) => place(at + 1, `Room ${at + 1}`)),
  assets: Array.from({ length: items }, (_, at) => kit({
    id: at + 1, tag: `L${at}`, locationId: (at % 400) + 1, purchaseDate: `${2019 + (at % 8)}-09-01`, overridePence: 41_900, overridePriceDate: '2026-09-01',
    userGroup: at % 2 === 0 ? 'pupil' : 'staff',
  })),
  budgets: budgetOf(1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000),
});

/** Names that a markup, a formula or a template would take for itself: 60 letters, both ways of writing, quotes and brackets. */
export const AWKWARD_NAMES = [
  '<b>Room & "board"</b>', '#set page($x^2$) *bold* _it_ @ref', '{{title}} ${name} {% if %}', "=SUM(A1) +1 '); DROP TABLE", 'العربية עברית ŵ ŷ Łódź 中文',
  'A room with a very long name that nobody ever says in full ok', 'back\\slash `tick` ~ [link](x) // comment', 'Ελληνικά Кириллица € £ – — “quotes” … ™',
] as const;

/** Hillcrest with awkward names for all that people can name. */
export async function awkwardSchool(): Promise<PlanSnapshot> {
  const school = await hillcrest();
  let next = 0;
  const awkward = (): string => `${AWKWARD_NAMES[next++ % AWKWARD_NAMES.length] ?? ''} ${next}`;
  const NAMED = new Set(['name', 'title', 'statement', 'because', 'text', 'supplier', 'decider', 'requirement', 'ifNot', 'reason', 'note', 'leadRole', 'role', 'what']);
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, NAMED.has(key) && typeof each === 'string' && !('kind' in value && key === 'reason') ? awkward() : renamed(each)]));
  };
  const { locations, departments, suppliers, models, scenarios, analysis, contracts, software, recurring } = school;
  const said = (part: unknown): never => renamed(part) as never;
  return {
    ...school, school: { ...school.school, name: AWKWARD_NAMES[0] }, locations: said(locations), departments: said(departments), suppliers: said(suppliers), models: said(models),
    scenarios: scenarios.map((each) => ({ ...each, name: awkward() })), contracts: said(contracts), software: said(software), recurring: said(recurring),
    analysis: { ...analysis, areas: said(analysis.areas), priorities: said(analysis.priorities), plans: said(analysis.plans), groups: said(analysis.groups) },
  };
}

/** All of them, by what a test calls them. */
export const DOCUMENT_SCHOOLS: Readonly<Record<string, () => Promise<PlanSnapshot>>> = {
  'Hillcrest': hillcrest, 'a school with nothing yet': async () => Promise.resolve(emptySchool()),
  'a school of 20,000 assets': async () => Promise.resolve(largeSchool()), 'a school of impossible names': awkwardSchool,
};

type Choice = { readonly scenarioId?: number; readonly asOf?: string } & Partial<Pick<DocumentFacts, 'decisionId' | 'earlier' | 'history' | 'records' | 'madeUp' | 'version'>> & { readonly settings?: Partial<DocumentFacts['settings']> };

/** What a document of that kind is made from, as the application would gather it. */
export function factsFor(plan: PlanSnapshot, kind: DocumentKind, { scenarioId, asOf = TODAY, settings = {}, ...parts }: Choice = {}): DocumentFacts {
  const snapshot = scenarioId === undefined ? plan : applyScenario(plan, scenarioId);
  const planForecast = forecast(plan, { asOf });
  return {
    plan, planForecast, snapshot, forecast: snapshot === plan ? planForecast : forecast(snapshot, { asOf }),
    scenario: scenarioId === undefined ? null : plan.scenarios.find(({ id }) => id === scenarioId) ?? null,
    madeUp: false, version: { number: 1, state: 'draft', plan: 1 }, decisionId: null, earlier: null, history: [], records: [], ...parts,
    settings: { kind, reader: DOCUMENT_FACTS[kind].reader, heldFor: null, heldOn: null, sections: [], ...settings },
  };
}
