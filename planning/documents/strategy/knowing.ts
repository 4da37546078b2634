import { accessOf } from '../../access/access.ts';
import { ratioWords, targetWords } from '../../access/sentence.ts';
import { reviewOf } from '../../analysis/decisions/review.ts';
import { criteriaSentence } from '../../analysis/development/sentence.ts';
import { decisionRef, objectiveTitle } from '../../analysis/needs/refs.ts';
import { countsOf } from '../../analysis/standards/answers.ts';
import { roadAhead } from '../../analysis/standards/road.ts';
import { CRITERION_STATUS_WORDS } from '../../analysis/vocabulary.ts';
import { compareDays, formatLongDate } from '../../calendar.ts';
import { formatCount } from '../../money.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, type DocumentBlock, type TableRow } from '../model.ts';
import { documentTable, firstOf, groupRow, moreNote, tableRow, wordsColumn } from '../tables.ts';
import { annexIn } from './context.ts';

const MOST_CRITERIA = 40;
const MOST_REVIEWS = 15;

/** What is looked at to say whether the strategy works: success criteria, measures of the kit, and questions put to decisions. */
export function knowingSection(facts: DocumentFacts): DraftSection {
  const served = annexIn(facts).objectives.filter(({ needs }) => needs.some(({ standing }) => standing !== 'gone'));
  const measures = measureRows(facts);
  const said = criteriaSentence(served.map(({ objective }) => objective));
  return {
    key: 'knowing', title: 'How we will know',
    blocks: [
      lead(served.length === 0 || said === null
        ? `No objective is served by ICT yet, so ${measures.length === 0 ? 'nothing says yet whether the strategy works' : 'what can be counted is all there is to go by'}.`
        : `The strategy has worked if the objectives that it serves are met. ${said.text}`),
      ...measureBlocks(measures, facts.forecast.asOf), ...criteriaBlocks(served.map(({ objective }) => objective)), ...reviewBlocks(facts),
    ],
  };
}

/** What can be counted, where it stands and where it is to be. A measure of which nothing is known says so. */
export function measureRows({ snapshot, forecast, planForecast: { overdueQuantity }, records }: DocumentFacts): TableRow[] {
  const { asOf, totals, years } = forecast;
  const { school, estate } = accessOf(snapshot, asOf);
  const road = roadAhead(snapshot, forecast, records);
  const core = road.rows.filter(({ answered }) => answered.standing !== 'na').map(({ answered }) => answered);
  const entered = years.filter((_, at) => totals.budgetEntered[at] === true).length;
  const over = years.filter((_, at) => totals.budgetEntered[at] === true && (totals.differencePence?.[at] ?? 0) < 0).length;
  const kit = estate.quantity;
  return [
    ...(kit === 0 ? [] : [
      tableRow('body', 'Kit past the age at which it is replaced', `${formatCount(overdueQuantity)} of ${formatCount(kit)}`, 'None'),
      tableRow('body', 'Kit that gets no more safety fixes', estate.inSupport.yes + estate.inSupport.no === 0 ? 'Not known' : formatCount(estate.inSupport.no), 'None'),
    ]),
    ...(school.devices === 0 ? [] : [
      tableRow('body', 'Pupils to each device that they can use', school.perUsable === null ? 'Not known' : ratioWords(school.perUsable), school.target === null ? 'No target set' : `${targetWords(school.target)} at most`),
    ]),
    ...(core.length === 0 ? [] : [
      tableRow('body', 'Core standards of the DfE: requirements met', `${formatCount(countsOf(core).meets)} of ${formatCount(core.length)}`,
        `All${road.deadline === null ? road.beyond === null ? '' : ` by ${formatLongDate(road.beyond)}` : ` by ${formatLongDate(road.deadline.day)}`}`),
    ]),
    ...(entered === 0 ? [] : [tableRow('body', 'Years of the plan that cost more than their budget', `${formatCount(over)} of ${formatCount(entered)}`, 'None')]),
  ];
}

function measureBlocks(rows: readonly TableRow[], asOf: IsoDate): DocumentBlock[] {
  return rows.length === 0 ? [] : [
    heading('What we count'),
    documentTable('Measures of the strategy', [wordsColumn('Measure', 4), wordsColumn(`On ${formatLongDate(asOf)}`, 2.2), wordsColumn('What we want', 2.2)], rows),
  ];
}

function criteriaBlocks(objectives: readonly DocumentFacts['snapshot']['analysis']['objectives'][number][]): DocumentBlock[] {
  const all = objectives.flatMap((objective) => objective.criteria.map((criterion) => ({ objective, criterion })));
  if (all.length === 0) return [];
  const { shown, more } = firstOf(all, MOST_CRITERIA);
  const rows = shown.flatMap(({ objective, criterion }, at) => [
    ...(shown[at - 1]?.objective.id === objective.id ? [] : [groupRow(objectiveTitle(objective))]),
    tableRow('body', criterion.text, CRITERION_STATUS_WORDS[criterion.status]),
  ]);
  return [
    heading('What the objectives are held to'),
    documentTable('Success criteria of the objectives that ICT serves', [wordsColumn('Success criterion', 5), wordsColumn('How it stands', 1.5)], rows, moreNote(more, 'criterion', 'criteria')),
  ];
}

/** When decisions are looked at again, the soonest first, with the question that is asked then. */
function reviewBlocks({ snapshot: { analysis }, forecast: { asOf } }: DocumentFacts): DocumentBlock[] {
  const all = analysis.decisions.flatMap((decision) => {
    const { kind, on } = reviewOf(decision, analysis.decisions, asOf);
    return kind === 'none' || kind === 'reviewed' ? [] : [{ decision, on, late: kind === 'late' }];
  }).toSorted((a, b) => compareDays(a.on, b.on) || a.decision.number - b.decision.number);
  if (all.length === 0) return [];
  const { shown, more } = firstOf(all, MOST_REVIEWS);
  return [
    heading('When decisions are looked at again'),
    documentTable('Decisions to look at again, and what is asked then', [wordsColumn('When', 1.8), wordsColumn('Decision', 3), wordsColumn('What is asked', 3)],
      shown.map(({ decision, on, late }) => tableRow('body', `${on === null ? '' : formatLongDate(on)}${late ? ', late' : ''}`, `${decision.title} (${decisionRef(decision.number)})`, decision.reviewQuestion ?? 'Is it still right?')),
      moreNote(more, 'decision', 'decisions')),
  ];
}
