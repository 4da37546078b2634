import { formatDate } from '../../../planning/calendar.ts';
import { formatCount } from '../../../planning/money.ts';
import type { AssetStatus } from '../../../planning/vocabulary.ts';
import type { DryRun } from '../dry-run.ts';
import type { Doubt } from '../row-notices.ts';
import { counted, rowsInWords } from '../row-notices.ts';
import { cellText, isShortenedNumber } from '../values/cell-text.ts';
import { startUpper } from '../../../planning/words.ts';
import { answer, type FoundProblem } from './found-problem.ts';

const DOUBT_NOUNS: Readonly<Record<Doubt['kind'], readonly [one: string, several: string]>> = {
  date: ['date', 'dates'], warranty: ['warranty', 'warranties'], money: ['price', 'prices'], status: ['status', 'statuses'],
};

/** Cells that say something which cannot be read. Unknown words for a status are asked about word by word. */
export function unreadableCells({ reading, choices }: DryRun): FoundProblem[] {
  return reading.findings.doubts.filter(({ kind, index }) => kind !== 'status' && !choices.refusesDoubts(index)).map((doubt) => {
    const id = `doubt:${doubt.index}:${doubt.words}`;
    const [one, several] = DOUBT_NOUNS[doubt.kind];
    const count = new Set(doubt.rows).size;
    const examples = doubt.examples.map((example) => `“${example}”`).join(', ');
    const said = examples === '' ? `: ${doubt.words}` : ` ${count === 1 ? 'says' : 'say'} ${examples}`;
    return {
      id, tone: 'over', pick: null, rowNumbers: doubt.rows,
      title: `${count === 1 ? `One ${one}` : `${formatCount(count)} ${several}`} cannot be read`,
      detail: `${doubt.column}: ${rowsInWords(doubt.rows)}${said}.`,
      answers: [
        answer(count === 1 ? 'Leave it blank' : 'Leave them blank', { settled: [id] }),
        answer(count === 1 ? 'Leave the row out' : 'Leave the rows out', { columns: [{ index: doubt.index, doubtful: 'refuse' }] }),
      ],
    };
  });
}

const GONE: ReadonlySet<AssetStatus> = new Set(['retired', 'disposed', 'lost', 'stolen', 'planned', 'ordered']);

/** Kit without a day from which its age counts. */
export function undatedRows({ reading }: DryRun): FoundProblem[] {
  if (reading.list !== 'kit') return [];
  const undated = reading.rows.filter(({ purchaseDate, inServiceDate, status }) => purchaseDate === null && inServiceDate === null && !GONE.has(status));
  if (undated.length === 0) return [];
  const rowNumbers = [...new Set(undated.map(({ row }) => row))];
  const hasDates = reading.findings.sources.has('purchaseDate');
  return [{
    id: 'undated', tone: 'warn', pick: null, rowNumbers,
    title: rowNumbers.length === 1 ? 'One row has no purchase date' : `${formatCount(rowNumbers.length)} rows have no purchase date`,
    detail: `${hasDates ? '' : 'No column was taken for it. '}They will come in, but stay out of the forecast until dated.`,
    answers: [answer('Bring them in undated', { settled: ['undated'] })],
  }];
}

/** Identities that Excel took for numbers and shortened. */
export function shortenedNumbers({ reading }: DryRun): FoundProblem[] {
  const { sources, bodyRows } = reading.findings;
  return (['tag', 'serial', 'model', 'orderNumber'] as const).flatMap((field) => (sources.get(field) ?? []).flatMap(({ index, column, cells }) => {
    const found = cells.flatMap((cell, at) => {
      const text = cellText(cell);
      const row = bodyRows[at] ?? null;
      return row !== null && isShortenedNumber(text) ? [{ text, row }] : [];
    });
    const [first] = found;
    if (first === undefined) return [];
    const id = `shortened:${index}`;
    return [{
      id, tone: 'warn' as const, pick: null, rowNumbers: found.map(({ row }) => row),
      title: `${counted(found.length, 'value')} of ${column} ${found.length === 1 ? 'was' : 'were'} shortened by Excel`,
      detail: `Such as ${first.text} in row ${formatCount(first.row)}: the last digits are lost in the file.`,
      answers: [answer('Bring them in so', { settled: [id] }), answer('Leave the column out', { columns: [{ index, goesTo: 'leave_out' }] })],
    }];
  }));
}

/** Columns of dates in which nothing tells the day from the month. */
export function ambiguousDates({ reading, choices }: DryRun): FoundProblem[] {
  const { sources, dates } = reading.findings;
  return (['purchaseDate', 'inServiceDate', 'warranty', 'vendorSupportEnd', 'leaseEnd'] as const).flatMap((field) => sources.get(field) ?? [])
    .flatMap(({ index, column }) => {
      const read = dates.columnOf(index);
      if (read === null || read.either === null || read.only !== null || choices.column(index)?.dateOrder !== undefined) return [];
      const value = read.read(read.either);
      const id = `order:${index}`;
      return [{
        id, tone: 'warn' as const, pick: null, rowNumbers: [],
        title: `Every date in “${column}” can be read two ways`,
        detail: `${read.either} is read as ${value.kind === 'date' ? formatDate(value.date) : 'it stands'}, as in the UK.`,
        answers: [
          answer('Day first', { columns: [{ index, dateOrder: 'day_first' }] }), answer('Month first', { columns: [{ index, dateOrder: 'month_first' }] }),
        ],
      }];
    });
}

/** Why the dates are read as they are, where one that could be read two ways stands beside one that cannot. */
export function dateReasonOf({ reading }: DryRun): string | null {
  const { sources, dates } = reading.findings;
  for (const { index } of [...sources.get('purchaseDate') ?? [], ...sources.get('warranty') ?? []]) {
    const read = dates.columnOf(index);
    if (read?.either === null || read?.only === null || read === null) continue;
    const value = read.read(read.either);
    if (value.kind !== 'date') continue;
    const order = read.order === 'month_first' ? 'month first' : 'day first';
    return startUpper(`${read.either} is read as ${formatDate(value.date)}: ${read.only} in the same column fits only ${order}`);
  }
  return null;
}
