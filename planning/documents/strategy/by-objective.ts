import type { Annex, AnnexNeed, AnnexObjective } from '../../analysis/annex/annex.ts';
import { annexNotes, decidedWords, moneyWords, riskWords, stateWords, whole } from '../../analysis/annex/annex-words.ts';
import { criteriaWords } from '../../analysis/development/standing.ts';
import { priorityTitle } from '../../analysis/development/outline.ts';
import { objectiveTitle } from '../../analysis/needs/refs.ts';
import { personInText } from '../../analysis/people-words.ts';
import { LINK_STRENGTH_WORDS } from '../../analysis/vocabulary.ts';
import { inWords, startLower } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, note, paragraph, words, type DocumentBlock, type DocumentTable, type TableRow, type Words } from '../model.ts';
import { amountCell, documentTable, figureColumn, firstOf, groupRow, moreNote, noteOf, tableRow, wordsColumn } from '../tables.ts';
import { annexIn } from './context.ts';

const MOST_OBJECTIVES = 60;
const MOST_NOTES = 12;
/** More years than this do not stand beside each other on an upright page. */
export const UPRIGHT_YEARS = 6;

/** The annex of the strategy that goes through the development plan objective by objective. */
export function objectivesAnnex(facts: DocumentFacts): DraftSection {
  const annex = annexIn(facts);
  const landscape = annex.years.length > UPRIGHT_YEARS;
  return {
    key: 'objectives', title: 'Objective by objective', annex: true, landscape,
    blocks: annex.objectives.length === 0 ? [paragraph('There is no objective yet that ICT could serve.')] : [...objectiveBlocks(annex), ...costBlocks(annex)],
  };
}

/** Each objective in words: what the school wants, what ICT does for it, how it stands and what is at stake. */
export function objectiveBlocks({ objectives }: Annex): DocumentBlock[] {
  const { shown, more } = firstOf(objectives, MOST_OBJECTIVES);
  return [...shown.flatMap(oneObjective), ...(more === 0 ? [] : [note(moreNote(more, 'objective', 'objectives') ?? '')])];
}

function oneObjective(of: AnnexObjective): DocumentBlock[] {
  const { objective, area, priority, needs } = of;
  const under = [area.name, ...(priority === null ? [] : [priorityTitle(priority)]), ...(objective.leadRole === null ? [] : [`Led by ${personInText({ role: objective.leadRole, departmentId: null }, [])}`])];
  const criteria = objective.criteria.length === 0 ? 'It has no success criterion yet.' : `Success criteria: ${startLower(criteriaWords(objective.criteria))}.`;
  return [
    heading(objectiveTitle(objective)),
    note(under.map(whole).join(' ')),
    ...(objective.statement === null ? [] : [paragraph(whole(objective.statement))]),
    paragraph({ text: stateWords(of), strong: true }, ` ${criteria}`),
    ...(needs.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: needs.map(needWords) }]),
  ];
}

/** `Reading tests on laptops (cannot be met without it). Whole classes … Agreed on … £6,877 planned anyway. If it is not met: …` */
function needWords(each: AnnexNeed): Words {
  const { need, strength, money } = each;
  const cost = moneyWords(money);
  return words({ text: need.name, strong: true }, ` (${startLower(LINK_STRENGTH_WORDS[strength])}). ${whole(need.statement)} ${decidedWords(each)}`,
    cost === null ? '' : ` ${cost}.`, ...riskWords(each).map((risk) => ` ${whole(risk)}`));
}

/** What every objective costs in each year, agreed and asked for, and each need once in the totals. */
export function costBlocks(annex: Annex): DocumentBlock[] {
  if (annex.needs.length === 0) return [];
  const notes = firstOf(annexNotes({ ...annex, shared: [] }), MOST_NOTES);
  return [
    heading('What it costs, year by year'),
    costTable(annex),
    ...(notes.shown.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: notes.shown.map((text) => words(text)) }]),
    ...(notes.more === 0 ? [] : [note(moreNote(notes.more, 'note', 'notes') ?? '')]),
  ];
}

function costTable({ years, objectives, agreed, asked, shared }: Annex): DocumentTable {
  const { shown, more } = firstOf(objectives.filter(({ needs }) => needs.length > 0), MOST_OBJECTIVES);
  const amounts = (kind: TableRow['kind'], name: string, money: Annex['agreed']): TableRow =>
    tableRow(kind, name, ...money.byYear.map((pence) => amountCell(pence)), amountCell(money.totalPence));
  const standing = ({ standing: how, state, need }: AnnexNeed): string => `${need.name}${how === 'asked' ? state === 'deferred' ? ', deferred' : ', asked for' : how === 'gone' ? ', not going ahead' : ''}`;
  const span = years.length === 1 ? 'The year' : `All ${inWords(years.length)} years`;
  return documentTable('What ICT costs for each objective, £ by year',
    [wordsColumn('Objective and need', 3.6), ...years.map(({ label }) => figureColumn(label)), figureColumn(span, 1.2)],
    [
      ...shown.flatMap(({ objective, needs }) => [groupRow(objectiveTitle(objective)), ...needs.map((need) => amounts('body', standing(need), need.money))]),
      amounts('total', 'All agreed, each need once', agreed),
      amounts('grand', 'All asked for, each need once', asked),
    ],
    noteOf(
      'Kit and software that the plan pays for anyway is in these figures, and so is what another budget pays.',
      shared.length === 0 ? null : 'A need that serves several objectives stands under each of them, and once in the totals.', moreNote(more, 'objective', 'objectives'),
    ));
}
