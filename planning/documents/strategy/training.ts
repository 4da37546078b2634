import { coverage, type NeedRow } from '../../analysis/coverage/coverage.ts';
import { isAgreedState } from '../../analysis/coverage/states.ts';
import type { Need, NeedOption } from '../../analysis/need-facts.ts';
import { costFigures, optionFigures, type CostFigures } from '../../analysis/needs/option-figures.ts';
import { answersOf } from '../../analysis/standards/answers.ts';
import { COST_PART_WORDS, COST_STANDING_WORDS } from '../../analysis/vocabulary.ts';
import { formatCount, sumOf } from '../../money.ts';
import { money, say, strong, type Sentence } from '../../sentences/say.ts';
import { inWords, listOf } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, paragraph, type DocumentBlock, type DocumentTable } from '../model.ts';
import { amountCell, documentTable, figureColumn, firstOf, moreNote, noteOf, tableRow, wordsColumn } from '../tables.ts';
import { askedAndAnswered } from './standards.ts';

const MOST_COURSES = 30;
const MOST_STANDARDS = 8;

/** A cost of training in an option that is agreed or, while nobody has decided, recommended. */
export type Course = { readonly need: Pick<Need, 'name'>; readonly agreed: boolean; readonly figures: CostFigures };

const isTraining = ({ cost }: CostFigures): boolean => cost.part === 'training_staff' || cost.part === 'training_pupils' || cost.part === 'training_support';

type Live = { readonly row: NeedRow; readonly option: NeedOption };

/** What training comes to: `Over five years £1,134 of training is agreed and £494 is asked for.` Two sums and no third, so that nobody adds up pounds that were rounded. */
export function trainingSentence(courses: readonly Course[], years: number): Sentence {
  if (courses.length === 0) return say('No training has been put into the plan yet. Each new thing that people are to use needs somebody to show them how.');
  const span = years === 1 ? 'in the year' : `over ${inWords(years)} years`;
  const of = (agreed: boolean): number => sumOf(courses.filter((each) => each.agreed === agreed).map(({ figures }) => figures.totalPence));
  const [agreed, asked] = [of(true), of(false)];
  const unpriced = courses.filter(({ figures }) => figures.unpriced).length;
  const missing = unpriced === 0 ? '' : ` ${unpriced === 1 ? 'One course has' : `${formatCount(unpriced)} courses have`} no price yet.`;
  if (agreed + asked === 0) return say(unpriced === courses.length ? 'What training costs is not known yet.' : `Training costs nothing ${span}.${missing}`);
  if (agreed === 0) return say(`${span} `, strong(`${money(asked)} of training is asked for`), `, and none is agreed yet.${missing}`);
  return say(`${span} `, strong(`${money(agreed)} of training is agreed`), `${asked === 0 ? '' : ` and ${money(asked)} is asked for`}.${missing}`);
}

/** Who is to be trained for what, what it costs, and how many hours the support team gives. */
export function trainingSection(facts: DocumentFacts): DraftSection {
  const { snapshot, forecast } = facts;
  const live = coverage(snapshot, forecast, forecast.asOf).rows.flatMap((row): Live[] => (row.option === null ? [] : [{ row, option: row.option }]));
  const courses = live.flatMap(({ row, option }) => costFigures(snapshot, forecast, row.need, option).filter(isTraining)
    .map((figures): Course => ({ need: row.need, agreed: isAgreedState(row.state), figures })));
  return {
    key: 'training', title: 'Staff training',
    blocks: [
      lead(...trainingSentence(courses, forecast.years.length).parts),
      ...(courses.length === 0 ? [] : [coursesTable(courses)]),
      ...hoursBlocks(facts, live),
      ...standardsBlocks(facts),
    ],
  };
}

function coursesTable(courses: readonly Course[]): DocumentTable {
  const { shown, more } = firstOf(courses, MOST_COURSES);
  return documentTable('Training that the plan names',
    [wordsColumn('Training', 2.5), wordsColumn('For whom', 2), wordsColumn('For what', 2.5), wordsColumn('How it stands', 1.4), wordsColumn('Who pays', 2), figureColumn('Cost, £')],
    [
      ...shown.map(({ need, agreed, figures: { cost, totalPence, unpriced } }) => tableRow('body', cost.name, COST_PART_WORDS[cost.part], need.name, agreed ? 'Agreed' : 'Asked for',
        COST_STANDING_WORDS[cost.standing], amountCell(unpriced && totalPence === 0 ? null : totalPence, 'no price'))),
      tableRow('grand', 'All training', '', '', '', '', amountCell(sumOf(courses.map(({ figures }) => figures.totalPence)))),
    ],
    noteOf('Training is usually paid from the budget for staff development, not from the budget for ICT.', moreNote(more, 'course', 'courses')));
}

/** Time of the people who look after the ICT: not money, and as scarce. */
function hoursBlocks({ snapshot, forecast }: DocumentFacts, live: readonly Live[]): DocumentBlock[] {
  const figures = live.filter(({ row }) => isAgreedState(row.state)).map(({ row, option }) => optionFigures(snapshot, forecast, row.need, option));
  const [once, yearly] = [sumOf(figures.map(({ hoursOnce }) => hoursOnce)), sumOf(figures.map(({ hoursYearly }) => hoursYearly))];
  const hours = (count: number): string => `${formatCount(count)} hour${count === 1 ? '' : 's'}`;
  const parts = [...(once === 0 ? [] : [`${hours(once)} once`]), ...(yearly === 0 ? [] : [`${hours(yearly)} in every year`])];
  return parts.length === 0 ? [] : [paragraph(`What is agreed also takes the ICT support team ${listOf(parts)}.`)];
}

/** What the standards ask about training, with the school's answer. */
function standardsBlocks({ snapshot, forecast, records }: DocumentFacts): DocumentBlock[] {
  const about = answersOf(snapshot, forecast, records).filter(({ requirement }) => /\btrain/iu.test(requirement.requirement));
  const { shown } = firstOf(askedAndAnswered(about), MOST_STANDARDS);
  return shown.length === 0 ? [] : [heading('What the standards ask of training'), { kind: 'list', ordered: false, items: shown }];
}
