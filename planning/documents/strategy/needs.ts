import { coverage, type Coverage, type NeedRow } from '../../analysis/coverage/coverage.ts';
import { coverageSentence } from '../../analysis/coverage/sentence.ts';
import type { CoverageState } from '../../analysis/coverage/states.ts';
import { needRef, objectiveTitle } from '../../analysis/needs/refs.ts';
import { formatLongDate } from '../../calendar.ts';
import { formatPounds } from '../../money.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { inWords, listOf, reasonWords, startLower, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, paragraph, words, type DocumentBlock, type DocumentTable } from '../model.ts';
import { amountCell, documentTable, figureColumn, firstOf, moreNote, NOTHING, noteOf, tableRow, wordsColumn } from '../tables.ts';

const MOST_NEEDS = 40;
const MOST_NAMED = 5;

/** What people need, what it serves, how it was decided and what it costs. */
export function needsSection({ snapshot, forecast }: DocumentFacts): DraftSection {
  const found = coverage(snapshot, forecast, forecast.asOf);
  return {
    key: 'needs', title: 'What the school needs',
    blocks: [
      lead(...coverageSentence(found).parts),
      ...(found.rows.length === 0 ? [] : [needsTable(found, forecast.asOf)]),
      ...gapBlocks(found),
      ...leftOutBlocks(found),
    ],
  };
}

/** An amount that costs without a price make too low says so. */
export const costCell = ({ pence, unpriced }: NeedRow) => (unpriced > 0 && pence !== null
  ? { ...amountCell(pence), text: pence === 0 ? 'no price' : `over ${formatPounds(pence, { symbol: false })}` } : amountCell(pence));

function needsTable({ rows, columns, totalPence, years }: Coverage, asOf: IsoDate): DocumentTable {
  const { shown, more } = firstOf(rows, MOST_NEEDS);
  const serves = ({ cells }: NeedRow): string => listOf(columns.filter((_, at) => (cells[at] ?? null) !== null).map(({ objective }) => objectiveTitle(objective))) || NOTHING;
  const partly = rows.some(({ pence, unpriced }) => pence === null || unpriced > 0);
  return documentTable(`What people need, and what it costs over ${years === 1 ? 'the year' : `${inWords(years)} years`}`,
    [wordsColumn('Need', 2), wordsColumn('What it is for', 4), wordsColumn('Serves', 2), wordsColumn('How it stands', 1.5), figureColumn('Cost, £', 1.1)],
    [
      ...shown.map((row) => tableRow('body', row.need.name, row.need.statement, serves(row), standsWords(row, asOf), costCell(row))),
      tableRow('grand', 'All needs', '', '', '', amountCell(totalPence)),
    ],
    noteOf('Part of this is kit and software that the plan pays for anyway.', partly ? 'Where a cost is not known, the total is too low by it.' : null, moreNote(more, 'need', 'needs')));
}

/** How a need stands, for people who have not seen the words of the screen. */
const STANDS: Readonly<Record<CoverageState, string>> = {
  waiting: 'To be decided', new: 'Not put to a decision', unfunded: 'Agreed, not paid for', funded: 'Agreed and paid for', pilot: 'On trial', deferred: 'Put off',
  no_objective: 'Serves no objective', merged: 'Part of another need', declined: 'Declined', withdrawn: 'Withdrawn',
};

/** `Agreed and paid for`, `To be decided by 4 December 2026`; where that day has passed, `Not decided, late since 27 November 2026`. */
export function standsWords({ state, waiting }: NeedRow, asOf: IsoDate): string {
  const day = waiting?.decideBy ?? null;
  if (state !== 'waiting' || day === null) return STANDS[state];
  return `${day < asOf ? 'Not decided, late since' : 'To be decided by'} ${formatLongDate(day)}`;
}

/** Objectives that nobody has named a need for, needs that serve nothing, and what is agreed and not paid for. */
function gapBlocks({ objectivesWithoutNeed, needsWithoutObjective, unfunded }: Coverage): DocumentBlock[] {
  const objectives = named(objectivesWithoutNeed.map(({ objective }) => objectiveTitle(objective)));
  const needs = named(needsWithoutObjective.map(({ need }) => need.name));
  const unpaid = unfunded.map(({ need, funding }) => `${need.name}: ${(funding?.problems ?? []).map(({ text }) => text).join(' ')}`);
  const items = [
    ...(objectivesWithoutNeed.length === 0 ? [] : [`Nobody has said yet what ICT is needed for ${objectives}.`]),
    ...(needsWithoutObjective.length === 0 ? [] : [`${needs} ${needsWithoutObjective.length === 1 ? 'serves' : 'serve'} no objective of the development plan.`]),
    ...firstOf(unpaid, MOST_NAMED).shown,
  ];
  return items.length === 0 ? [] : [heading('What is still open'), { kind: 'list', ordered: false, items: items.map((text) => words(text)) }];
}

/** `A, B and 4 more`. */
function named(names: readonly string[]): string {
  const { shown, more } = firstOf(names, MOST_NAMED);
  return listOf(more === 0 ? shown : [...shown, `${more} more`]);
}

/** What was refused, with its reason and what is offered instead: those who asked read this too. */
function leftOutBlocks({ leftOut }: Coverage): DocumentBlock[] {
  const declined = leftOut.filter(({ state }) => state === 'declined');
  if (declined.length === 0) return [];
  const { shown, more } = firstOf(declined, MOST_NAMED);
  return [
    heading('What was not agreed'),
    { kind: 'list', ordered: false, items: shown.map(({ need, decision }) => words({ text: `${need.name}. `, strong: true }, declinedWords(need.number, decision))) },
    ...(more === 0 ? [] : [paragraph(`${startUpper(inWords(more))} more ${more === 1 ? 'was' : 'were'} declined.`)]),
  ];
}

function declinedWords(number: number, decision: NeedRow['decision']): string {
  const asked = `Asked for as ${needRef(number)} and declined`;
  if (decision === null) return `${asked}.`;
  const { decidedOn, because, workaround } = decision;
  const on = decidedOn === null ? '' : ` on ${formatLongDate(decidedOn)}`;
  const why = because === null ? '' : `: ${startLower(reasonWords(because))}`;
  return `${asked}${on}${why}.${workaround === null ? '' : ` Instead: ${startLower(reasonWords(workaround))}.`}`;
}
