import { formatDate } from '../../calendar.ts';
import { formatCount, formatPounds, sumOf } from '../../money.ts';
import { TERMS_EXPLAINED } from '../../periods.ts';
import { GUESSED_HOLIDAYS, type KnownHoliday } from '../../school-holidays.ts';
import { itemCount } from '../../words.ts';
import type { Draft, DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, note, paragraph, words, type DocumentBlock, type DocumentTable, type TableCell, type TableRow, type Words } from '../model.ts';
import { figureColumn, groupRow, moneyCell, tableRow, wordsColumn } from '../tables.ts';
import { scheduledLines, scheduleGroups, windowKey, type ScheduledLine, type ScheduleGroup, type ScheduleRow } from './rows.ts';

/** Rooms that one year shows on paper; what is more stands in one row, and by item in the Excel file. */
const MOST_ROWS = 80;
const LEAST_OF_A_GROUP = 4;

/** What is bought and put in when and where: by holiday, then for each year by term and room. */
export function composeSchedule(facts: DocumentFacts): Draft {
  const lines = scheduledLines(facts);
  return {
    layout: 'paper', title: 'Refresh schedule', opening: opening(facts, lines), numbered: false,
    sections: [windowsSection(facts, lines), ...facts.forecast.years.map(({ year, label }, at) => yearSection({ year, label }, lines.filter(({ line }) => line.yearIndex === at)))],
  };
}

const itemsOf = (lines: readonly ScheduledLine[]): number => sumOf(lines.map(({ line }) => line.quantity));
const penceOf = (lines: readonly ScheduledLine[]): number => sumOf(lines.map(({ line }) => line.netPence ?? 0));
const roomsOf = (lines: readonly ScheduledLine[]): number => new Set(lines.flatMap(({ room }) => room ?? [])).size;

function opening({ forecast: { years } }: DocumentFacts, lines: readonly ScheduledLine[]): Words {
  const [first, last] = [years[0]?.label ?? '', years.at(-1)?.label ?? ''];
  if (lines.length === 0) return words(`Nothing is due for replacement from ${first} to ${last}.`);
  const items = itemsOf(lines);
  const rooms = roomsOf(lines);
  const [busiest] = byWindow(lines).flatMap(({ window, lines: its }) => (window === null ? [] : [{ window, items: itemsOf(its) }])).toSorted((a, b) => b.items - a.items);
  const where = rooms === 0 ? '' : ` in ${formatCount(rooms)} room${rooms === 1 ? '' : 's'}`;
  return words(
    { text: itemCount(items), strong: true }, `${where} ${items === 1 ? 'is' : 'are'} replaced or upgraded from ${first} to ${last}, for `, { text: formatPounds(penceOf(lines)), strong: true }, '.',
    busiest === undefined || items === busiest.items ? '' : ` The most in one go: ${itemCount(busiest.items)} during the ${named(busiest.window)}.`,
  );
}

/** `Easter holiday of 2027`; one over New Year by both: `Christmas holiday of 2026/27`. */
function named({ name, firstDay, lastDay }: KnownHoliday): string {
  const [from, to] = [firstDay.slice(0, 4), lastDay.slice(0, 4)];
  return `${name} of ${from === to ? from : `${from}/${to.slice(2)}`}`;
}

type OfWindow = { readonly window: KnownHoliday | null; readonly lines: readonly ScheduledLine[] };

function byWindow(lines: readonly ScheduledLine[]): readonly OfWindow[] {
  return [...Map.groupBy(lines, ({ window }) => windowKey(window)).values()].map((same) => ({ window: same[0]?.window ?? null, lines: same }));
}

/** Which holidays kit is put in in, and how much in each. */
function windowsSection({ forecast }: DocumentFacts, lines: readonly ScheduledLine[]): DraftSection {
  const section = { key: 'windows', title: 'When it is put in' };
  if (lines.length === 0) return { ...section, blocks: [lead('Nothing is to be put in, so no holiday is taken up.')] };
  const unpriced = sumOf(lines.map(({ line }) => (line.netPence === null ? line.quantity : 0)));
  const guessed = lines.some(({ window }) => window?.guessed === true);
  return {
    ...section,
    blocks: [
      lead('Kit is put in during the first holiday that still has five working days once it has been bought.'),
      windowsTable(lines),
      paragraph(`These are the ${formatPounds(penceOf(lines))} for replacing and upgrading kit, without VAT. The whole plan has ${formatPounds(sumOf(forecast.totals.totalPence))} still to come; the rest is put in nowhere, such as contracts and licences.`),
      ...(unpriced === 0 ? [] : [paragraph(`${itemCount(unpriced)} ${unpriced === 1 ? 'has' : 'have'} no price yet and ${unpriced === 1 ? 'is' : 'are'} in none of these sums.`)]),
      ...(guessed ? [note(GUESSED_HOLIDAYS)] : []),
    ],
  };
}

function windowsTable(lines: readonly ScheduledLine[]): DocumentTable {
  return {
    kind: 'table', caption: 'By holiday', note: null,
    columns: [wordsColumn('Holiday', 3), wordsColumn('Days', 2.6), wordsColumn('Days are', 1.6), figureColumn('Items', 0.9), figureColumn('Rooms', 0.9), figureColumn('Cost, £', 1.1)],
    rows: [
      ...byWindow(lines).map(({ window, lines: its }) => tableRow('body', 
        window === null ? 'After the holidays known' : named(window), window === null ? '' : daysWords(window), window === null ? '' : window.guessed ? 'usual, a guess' : 'the school’s own',
        formatCount(itemsOf(its)), formatCount(roomsOf(its)), moneyCell(penceOf(its)),
      )),
      { kind: 'grand', cells: [{ text: 'All of them' }, { text: '' }, { text: '' }, { text: formatCount(itemsOf(lines)) }, { text: formatCount(roomsOf(lines)) }, moneyCell(penceOf(lines))] },
    ],
  };
}

const daysWords = ({ firstDay, lastDay }: KnownHoliday): string => `${formatDate(firstDay)} to ${formatDate(lastDay)}`;

/** One year by term and room. */
function yearSection({ year, label }: { readonly year: number; readonly label: string }, lines: readonly ScheduledLine[]): DraftSection {
  const section = { key: `year_${year}`, title: label };
  if (lines.length === 0) return { ...section, blocks: [lead('Nothing is replaced or upgraded in this year.')] };
  const groups = scheduleGroups(lines);
  const isMuch = sumOf(groups.map(({ rows }) => rows.length)) > MOST_ROWS;
  const most = isMuch ? Math.max(LEAST_OF_A_GROUP, Math.floor(MOST_ROWS / groups.length)) : MOST_ROWS;
  const blocks: DocumentBlock[] = [{
    kind: 'table', caption: `${label}, by term and room`,
    note: !isMuch ? TERMS_EXPLAINED : `${TERMS_EXPLAINED} Where a term has many rooms the dearest stand here; every item stands in this schedule as Excel.`,
    columns: [wordsColumn('Room', 2.4), wordsColumn('What', 3), figureColumn('Items', 0.8), wordsColumn('Buy by', 1.3), figureColumn('Cost, £', 1.1)],
    rows: [...groups.flatMap((group) => groupRows(group, most)), { kind: 'grand', cells: [{ text: `All of ${label}` }, { text: '' }, { text: formatCount(itemsOf(lines)) }, { text: '' }, moneyCell(penceOf(lines))] }],
  }];
  return { ...section, blocks };
}

function groupRows({ period, window, rows }: ScheduleGroup, most: number): readonly TableRow[] {
  const shown = rows.length <= most ? new Set(rows) : new Set(rows.toSorted((a, b) => b.pence - a.pence || b.quantity - a.quantity).slice(0, most - 1));
  const others = rows.filter((row) => !shown.has(row));
  return [
    groupRow(window === null ? period.label : `${period.label}: put in during the ${named(window)}, ${daysWords(window)}${window.guessed ? ' (usual days)' : ''}`),
    ...rows.filter((row) => shown.has(row)).map(roomRow),
    ...(others.length === 0 ? [] : [tableRow('body', `${formatCount(others.length)} more`, 'In the Excel file, by item', formatCount(sumOf(others.map(({ quantity }) => quantity))), '', costCell(sumOf(others.map(({ pence }) => pence)), sumOf(others.map(({ unpriced }) => unpriced))))]),
  ];
}

const roomRow = ({ room, what, quantity, buyBy, pence, unpriced }: ScheduleRow): TableRow =>
  tableRow('body', room ?? 'No room entered', what, formatCount(quantity), formatDate(buyBy), costCell(pence, unpriced));

const costCell = (pence: number, unpriced: number): TableCell => (pence === 0 && unpriced > 0 ? { text: 'no price', pence } : moneyCell(pence));
