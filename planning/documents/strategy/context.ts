import { annexOf, type Annex } from '../../analysis/annex/annex.ts';
import { annexSentence, stateWords } from '../../analysis/annex/annex-words.ts';
import { planYearsWords } from '../../analysis/development/paper.ts';
import { planOfDay } from '../../analysis/development/standing.ts';
import { objectiveTitle } from '../../analysis/needs/refs.ts';
import { formatCount } from '../../money.ts';
import type { School } from '../../snapshot.ts';
import { inWords, listOf } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, paragraph, type DocumentTable } from '../model.ts';
import { amountCell, documentTable, figureColumn, firstOf, moreNote, NOTHING, noteOf, tableRow, wordsColumn } from '../tables.ts';

const MOST_OBJECTIVES = 30;

/** The annex of the development plan of the day: what every section about objectives is made from. */
export const annexIn = ({ snapshot, forecast }: Pick<DocumentFacts, 'snapshot' | 'forecast'>): Annex =>
  annexOf(snapshot, forecast, planOfDay(snapshot.analysis.plans, forecast.asOf));

/** `Hillcrest School has 1,140 pupils and 118 members of staff.`; null where neither is known. */
export function schoolWords({ name, pupils, staff }: Pick<School, 'name' | 'pupils' | 'staff'>): string | null {
  const people = [
    ...(pupils === null ? [] : [`${formatCount(pupils)} pupil${pupils === 1 ? '' : 's'}`]),
    ...(staff === null ? [] : [`${formatCount(staff)} member${staff === 1 ? '' : 's'} of staff`]),
  ];
  return people.length === 0 ? null : `${name || 'The school'} has ${listOf(people)}.`;
}

/** What the strategy is for, and how it serves what the school wants to achieve. */
export function contextSection(facts: DocumentFacts): DraftSection {
  const { snapshot, forecast: { years } } = facts;
  const annex = annexIn(facts);
  const { plan } = annex;
  const span = years.length === 1 ? `in ${years[0]?.label ?? ''}` : `in the ${inWords(years.length)} years from ${years[0]?.label ?? ''} to ${years.at(-1)?.label ?? ''}`;
  const about = [
    schoolWords(snapshot.school),
    plan === null ? null : `ICT is there to help the school reach the aims of the ${plan.name.replace(/^the /iu, '')}. That plan runs from ${planYearsWords(plan)}.`,
  ].filter((text) => text !== null);
  return {
    key: 'context', title: 'Context and aims',
    blocks: [
      lead(`This strategy says which ICT the school needs ${span}, what it costs, and who pays.`),
      ...(about.length === 0 ? [] : [paragraph(about.join(' '))]),
      paragraph(...annexSentence(annex)),
      ...(annex.objectives.length === 0 ? [] : [objectivesTable(annex)]),
    ],
  };
}

/** Every objective with what ICT does for it, how it stands and what is agreed and asked for. */
export function objectivesTable({ objectives, agreed, asked, shared, plan }: Annex): DocumentTable {
  const { shown, more } = firstOf(objectives, MOST_OBJECTIVES);
  return documentTable('What the school wants to achieve, and what ICT does for it',
    [wordsColumn(plan?.objectiveHeading ?? 'Objective', 2), wordsColumn('What ICT does for it', 4), wordsColumn('How it stands', 2.4), figureColumn('Agreed, £', 1.2), figureColumn('Asked for, £', 1.3)],
    [
      ...shown.map((each) => tableRow('body', objectiveTitle(each.objective),
        each.needs.filter(({ standing }) => standing !== 'gone').map(({ need }) => need.name).join('; ') || NOTHING,
        stateWords(each), amountCell(each.agreed.totalPence), amountCell(each.asked.totalPence))),
      tableRow('grand', 'All objectives', '', '', amountCell(agreed.totalPence), amountCell(asked.totalPence)),
    ],
    noteOf(
      'Kit and software that the plan pays for anyway is in these figures.',
      shared.length === 0 ? null : `${shared.length === 1 ? 'One need serves' : 'Some needs serve'} more than one objective: the money stands under each, and once in the total.`,
      moreNote(more, 'objective', 'objectives'),
    ));
}
