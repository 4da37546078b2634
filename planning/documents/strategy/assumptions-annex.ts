import { yearlyAmount } from '../../agreements/agreement.ts';
import { countsOf } from '../../agreements/driver.ts';
import { policiesTold, policyTitle, SUM_RULES } from '../../assumption-words.ts';
import { formatDate, formatLongDate } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { formatCount, formatExact, formatPounds, formatRate } from '../../money.ts';
import { differenceWords } from '../../scenarios/difference-words.ts';
import { noticedByDifference } from '../../scenarios/noticed.ts';
import { outWords } from '../../sentences/causes.ts';
import type { PlanSnapshot, RefreshPolicy } from '../../snapshot.ts';
import { LIMITING_FACTOR_WORDS } from '../../vocabulary.ts';
import { itemCount, kitCount, listOf, reasonWords, spanOf, startLower, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, note, words, type DocumentBlock, type DocumentTable, type Words } from '../model.ts';
import { namedFor } from '../names.ts';
import { figureColumn, tableRow, wordsColumn } from '../tables.ts';
import { optionsOf } from './each-side.ts';

/** Rows of a list that a reader can still take in; the workbook has all. */
const MOST_ROWS = 60;

/** What the figures rest on, and what is in none of them. */
export function assumptionsAnnex(facts: DocumentFacts): DraftSection {
  return {
    key: 'assumptions', title: 'Assumptions', annex: true,
    blocks: [
      lead('What every figure of this document rests on. Whoever thinks that one of these is wrong can say so, and the plan is worked out again.'),
      { kind: 'list', ordered: false, items: baseFacts(facts) },
      ...changed(facts), ...policies(facts), ...rises(facts), ...running(facts), ...leftOut(facts), ...rules(),
    ],
  };
}

function baseFacts({ snapshot: { school, finance }, forecast, forecast: { years, asOf } }: DocumentFacts): readonly Words[] {
  const vat = finance.profile.vatRecoverable ? 'VAT comes back to the school and is in no figure.' : 'VAT does not come back to the school. The figures are without it; the budget workbook has them with it.';
  return [
    words(`The figures are as at ${formatLongDate(asOf)}. They run from ${formatLongDate(years[0]?.start ?? asOf)} to ${formatLongDate(years.at(-1)?.end ?? asOf)}.`),
    words(vat), words(school.pupils === null ? 'Nobody has entered how many pupils the school has.' : `The school has ${formatCount(school.pupils)} pupils.`),
    words(forecast.quantityRegister === 0 ? 'The register holds nothing yet.' : `The register holds ${itemCount(forecast.quantityRegister)}; ${formatCount(forecast.quantityForecast)} of them are in the figures.`),
    words('Pounds are shown whole. Sums are made in pence, so a total can differ by a pound from the figures above it.'),
  ];
}

const table = (caption: string, columns: DocumentTable['columns'], rows: DocumentTable['rows']): DocumentTable => ({
  kind: 'table', caption, columns, rows: rows.slice(0, MOST_ROWS), note: rows.length > MOST_ROWS ? `And ${formatCount(rows.length - MOST_ROWS)} more, which stand in the budget workbook.` : null,
});

/** What the way forward changes of the plan as it is, with its reasons. */
function changed(facts: DocumentFacts): readonly DocumentBlock[] {
  const { plan, scenario, settings } = facts;
  const differences = scenario === null ? [] : noticedByDifference(namedFor(settings.reader, plan), scenario.id, optionsOf(facts));
  if (scenario === null || differences.length === 0) return [];
  return [heading(`What ${scenario.name} changes`), table('What is done differently, and why', [wordsColumn('What', 3), wordsColumn('Now', 2), wordsColumn('Without it', 1.5), wordsColumn('Because', 3)], differences.map(({ difference: { change, reason }, before }) => {
    const { what, from, to } = differenceWords(before, optionsOf(facts), change);
    return tableRow('body', startUpper(what), startUpper(to), from === null ? '–' : startUpper(from), reason === null ? 'No reason was given.' : `${startUpper(reasonWords(reason))}.`);
  }))];
}

/** How long each kind is kept. Policies of single models and items name makes, and are for the support team. */
function policies({ snapshot, settings }: DocumentFacts): readonly DocumentBlock[] {
  const told = policiesTold(snapshot);
  const shown = settings.reader === 'technical' ? told : told.filter(({ modelId, assetId }) => modelId === null && assetId === null);
  if (shown.length === 0) return [];
  const hidden = told.length - shown.length;
  return [
    heading('How long kit is kept'),
    table('How long each kind is kept, and what one costs to replace', [wordsColumn('Kind', 2.4), wordsColumn('Kept for', 1.2), wordsColumn('Replaced at', 2.4), figureColumn('Price of one', 1.1), wordsColumn('Priced on', 1.2), wordsColumn('Whose rule', 1.6)], shown.map((policy) => policyRow(snapshot, policy))),
    ...(hidden === 0 ? [] : [note(`${startUpper(formatCount(hidden))} more rule${hidden === 1 ? ' is' : 's are'} for single models or items, and ${hidden === 1 ? 'stands' : 'stand'} in the budget workbook.`)]),
  ];
}

const policyRow = (snapshot: PlanSnapshot, policy: RefreshPolicy): DocumentTable['rows'][number] => tableRow('body', 
  policyTitle(snapshot, policy), policy.binding.length === 0 ? 'until it fails' : spanOf(policy.lifeMonths), policy.binding.length === 0 ? '–' : startUpper(listOf(policy.binding.map((factor) => startLower(LIMITING_FACTOR_WORDS[factor])))),
  policy.unitPence === null ? 'as paid' : { text: formatExact(policy.unitPence), pence: policy.unitPence }, policy.priceDate === null ? '–' : formatDate(policy.priceDate), policy.shipped ? 'Usual practice' : 'The school’s own',
);

/** What prices are taken to rise by. */
function rises({ snapshot: { inflation, categories } }: DocumentFacts): readonly DocumentBlock[] {
  const rate = (bp: number): string => (bp === 0 ? 'not to rise' : `to ${bp < 0 ? 'fall' : 'rise'} by ${formatRate(bp)} a year`);
  const own = inflation.series.flatMap(({ categoryKey, bp }) => (bp === null ? [] : [`${categoryNamed(categories, categoryKey).plural} ${rate(bp)}`]));
  const source = inflation.shipped ? 'That is usual practice, and no forecast of the market.' : 'That is the school’s own.';
  const steps = (inflation.steps ?? []).length > 0 || inflation.series.some((series) => series.steps.length > 0) ? ' In single years the school has set other rates, which the budget workbook lists.' : '';
  return [heading('Prices'), { kind: 'list', ordered: false, items: [
    words(`Prices are taken ${rate(inflation.defaultBp)}. ${source}${steps}`), ...(own.length === 0 ? [] : [words(`Apart from that, these are taken: ${listOf(own)}.`)]),
  ] }];
}

/** What the school pays every year, as far as the plan counts it. */
function running({ snapshot, forecast }: DocumentFacts): readonly DocumentBlock[] {
  const counts = countsOf(snapshot);
  const began = forecast.years[0]?.start ?? '';
  const rows = snapshot.recurring.filter(({ end, autoRenews }) => end === null || autoRenews || end >= began).map((cost): DocumentTable['rows'][number] => {
    const yearly = yearlyAmount(cost, counts);
    return tableRow('body', 
      cost.name, yearly === null ? 'not known' : { text: formatPounds(yearly, { symbol: false }), pence: yearly }, cost.autoRenews ? 'renews' : cost.end === null ? 'goes on' : formatDate(cost.end),
      cost.riseBp === null ? 'as prices rise' : formatRate(cost.riseBp),
    );
  });
  return rows.length === 0 ? [] : [heading('Running costs'), table('Running costs that are counted', [wordsColumn('What', 4), figureColumn('A year today, £', 1.4), wordsColumn('Until', 1.4), wordsColumn('Rise a year', 1.4)], rows)];
}

/** What is in no figure: said, so that nobody takes the total for all there is. */
function leftOut({ snapshot, forecast }: DocumentFacts): readonly DocumentBlock[] {
  const items: readonly Words[] = [
    ...(forecast.notInForecast.length === 0 ? [] : [words(`Of the ${itemCount(forecast.quantityRegister)} in the register, ${outWords(forecast)}.`)]),
    ...forecast.noPrice.map(({ categoryKey, quantity }) => words(`${startUpper(kitCount(categoryNamed(snapshot.categories, categoryKey), null, quantity))} without a price.`)),
    ...(forecast.boughtWithoutPrice === 0 ? [] : [words(`${itemCount(forecast.boughtWithoutPrice)} bought in the year that is running, at a price that is not known.`)]),
  ];
  return items.length === 0 ? [] : [heading('What is in no figure'), { kind: 'list', ordered: false, items }];
}

const rules = (): readonly DocumentBlock[] => [heading('How the sums are done'), { kind: 'list', ordered: false, items: SUM_RULES.map((rule) => words(rule)) }];
