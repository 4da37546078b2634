import { toDecide } from '../../analysis/decisions/log.ts';
import type { Need } from '../../analysis/need-facts.ts';
import { needState } from '../../analysis/needs/need-state.ts';
import { MOSCOW } from '../../analysis/vocabulary.ts';
import { itemsIn } from '../../context.ts';
import { forecast as forecastOf } from '../../forecast.ts';
import { formatCount } from '../../money.ts';
import { standingOf } from '../../refresh/due.ts';
import type { FinancialYear } from '../../result.ts';
import { applyChange } from '../../scenarios/change.ts';
import type { Side } from '../../scenarios/compare.ts';
import { peakWords, perDeviceWords, uncoveredWords } from '../../scenarios/risk-words.ts';
import { scenarioRisk, type ScenarioRisk } from '../../scenarios/risk.ts';
import { say, strong } from '../../sentences/say.ts';
import type { Asset, PlanSnapshot } from '../../snapshot.ts';
import { supportOutlook } from '../../support/outlook.ts';
import { inWords, itemCount, listOf, reasonWords, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, note, paragraph, words, type DocumentBlock, type DocumentTable, type Words } from '../model.ts';
import { tableRow, wordsColumn } from '../tables.ts';
import { optionsOf } from './each-side.ts';
import { movable } from './support-dates.ts';

/** Needs whose consequence is told; the rest are counted. */
const MOST_NEEDS = 6;
const NEEDS_IN_SHORT = 2;

const NO_KIT = 'There is no kit in the register yet, so what happens if it is not replaced cannot be said.';

/** What happens to kit and people if the plan is not kept. */
export function risksSection(facts: DocumentFacts): DraftSection {
  const section = { key: 'risks', title: 'Risks if we do not' };
  if (facts.forecast.quantityRegister === 0) return { ...section, blocks: [lead(NO_KIT), ...needsUnmet(facts)] };
  const risks = risksOf(facts);
  return {
    ...section,
    blocks: [
      lead(...riskSentence(risks, facts).parts), paragraph('This is what the plan leaves to chance, beside what happens if nothing is replaced.'), riskTable(facts, risks),
      note(riskNote(facts)),
      ...needsUnmet(facts),
    ],
  };
}

/** How the table counts, and why devices without safety fixes today need not stand in it. */
function riskNote({ snapshot, forecast }: DocumentFacts): string {
  const canMove = movable(supportOutlook(snapshot, forecast, []), snapshot);
  const today = canMove === 0 ? '' : ` So ${canMove === 1 ? 'does the one device that gets no safety fixes today and' : `do the ${formatCount(canMove)} devices that get no safety fixes today and`} can move: until then ${canMove === 1 ? 'it is' : 'they are'} at risk.`;
  return `Counted at the end of each year. A device is past its agreed life when it is older than the school has said it keeps that kind. When its maker’s support has ended, faults that let intruders in are not mended any more. A device that can move to a newer version as it is counts as moved.${today}`;
}

/** The same in a few sentences: what happens to kit, and to the needs that matter most. */
export const risksInShort = (facts: DocumentFacts): readonly Words[] => [
  facts.forecast.quantityRegister === 0 ? words(NO_KIT) : riskSentence(risksOf(facts), facts).parts, ...consequences(facts).slice(0, NEEDS_IN_SHORT),
];

const isInUse = ({ status }: Asset): boolean => standingOf(status) === 'in_service';

type Risks = { readonly plan: ScenarioRisk; readonly nothing: ScenarioRisk };

/** What this plan risks, and what it would if no kit in use were replaced. */
function risksOf(facts: DocumentFacts): Risks {
  const { plan, snapshot, forecast } = facts;
  const options = optionsOf(facts);
  const assetIds = plan.assets.filter(isInUse).map(({ id }) => id);
  const kept = applyChange(plan, { kind: 'action', action: 'keep', assetIds, years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null }, null);
  const risk = (side: Side): ScenarioRisk => scenarioRisk(side, options, plan.policies);
  return { plan: risk({ snapshot, forecast }), nothing: risk({ snapshot: kept, forecast: forecastOf(kept, options) }) };
}

/** `If nothing is replaced, 812 items are past their agreed life by 2030/31, and 300 are without their maker’s support.` */
function riskSentence({ nothing: { pastLife, pastSupport } }: Risks, { plan, forecast }: DocumentFacts): ReturnType<typeof say> {
  const parts = [
    ...(pastLife === null ? [] : [`${itemCount(pastLife.items)} ${pastLife.items === 1 ? 'is' : 'are'} past the agreed life by ${pastLife.year.label}`]),
    ...(pastSupport === null ? [] : [`${itemCount(pastSupport.items)} ${pastSupport.items === 1 ? 'has' : 'have'} no support from the maker by ${pastSupport.year.label}`]),
  ];
  if (parts.length === 0) return say(`No kit with a known date passes its agreed life or its support by ${forecast.years.at(-1)?.label ?? ''}, even if nothing is replaced.`);
  return say('If nothing is replaced, ', strong(listOf(parts)), `. The school uses ${itemCount(itemsIn(plan.assets.filter(isInUse)))} in all.`);
}

function riskTable({ forecast: { years } }: DocumentFacts, { plan, nothing }: Risks): DocumentTable {
  const row = (name: string, tell: (risk: ScenarioRisk) => string): DocumentTable['rows'][number] => tableRow('body', name, tell(plan), tell(nothing));
  return {
    kind: 'table', caption: 'What is left to chance', note: null, columns: [wordsColumn('Risk', 2.6), wordsColumn('With this plan', 2), wordsColumn('If nothing is replaced', 2)],
    rows: [
      row('Kit past its agreed life, at most', ({ pastLife }) => peakWords(pastLife)),
      row('Kit without support from its maker, at most', ({ pastSupport }) => peakWords(pastSupport)),
      row('Servers and storage without repair cover', ({ uncovered, coverUnknown }) => uncoveredWords(uncovered, coverUnknown)),
      row('Pupils for each device in use and in support', ({ pupilDevices }) => devicesWords(pupilDevices, years)),
    ],
  };
}

const devicesWords = (devices: ScenarioRisk['pupilDevices'], years: readonly FinancialYear[]): string =>
  (devices.pupils === null ? 'Number of pupils not entered' : perDeviceWords(devices, years));

/** What follows if what people asked for is not done: of what is agreed or waits to be, the most needed first. */
function needsUnmet(facts: DocumentFacts): readonly DocumentBlock[] {
  const told = consequences(facts);
  if (told.length === 0) return [];
  const rest = told.length - MOST_NEEDS;
  const items = rest <= 0 ? told : [...told.slice(0, MOST_NEEDS), words(`${startUpper(inWords(rest))} more need${rest === 1 ? '' : 's'} with what follows from ${rest === 1 ? 'it' : 'each'} can be read in the development plan annex.`)];
  return [heading('If what people asked for is not done'), { kind: 'list', ordered: false, items }];
}

/** `Music Technology suite: the course cannot run.` */
function consequences({ plan, forecast }: Pick<DocumentFacts, 'plan' | 'forecast'>): readonly Words[] {
  return wanted(plan, forecast.asOf).map((need) => words(strong(need.name), `: ${startUpper(reasonWords(need.recommendedIfNot ?? need.impact))}.`));
}

const STILL_OPEN = new Set(['new', 'waiting', 'agreed', 'pilot']);

const wanted = ({ analysis }: PlanSnapshot, asOf: string): readonly Need[] => {
  const dated = new Map(toDecide(analysis).map(({ needId, decideBy }) => [needId, decideBy ?? '9999']));
  return analysis.needs.filter((need) => STILL_OPEN.has(needState(analysis, need, asOf).kind) && need.moscow !== 'wont' && (need.recommendedIfNot ?? need.impact).trim() !== '')
    .toSorted((a, b) => MOSCOW.indexOf(a.moscow) - MOSCOW.indexOf(b.moscow) || ((dated.get(a.id) ?? 'a') < (dated.get(b.id) ?? 'a') ? -1 : Number(dated.get(a.id) !== dated.get(b.id))) || a.number - b.number);
};
