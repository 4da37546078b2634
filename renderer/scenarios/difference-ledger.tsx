import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { formatExact, formatPounds, sumOf } from '../../planning/money.ts';
import { compareScenarios } from '../../planning/scenarios/compare.ts';
import { differenceParts, yearsOfPairs, type DifferencePart } from '../../planning/scenarios/difference-tree.ts';
import { pairWords } from '../../planning/scenarios/pair-words.ts';
import type { FinancialYear } from '../../planning/result.ts';
import { placeKey } from '../../planning/budget/allocation.ts';
import { placeWords } from '../../planning/budget/words.ts';
import { Section } from '../parts/section.tsx';
import type { Column } from './use-sides.ts';

/** So many rows of one thing are drawn; a school rarely looks further. */
const MOST_ROWS = 200;

const signed = (pence: number): string => (pence === 0 ? '–' : `${pence > 0 ? '+' : ''}${formatPounds(pence, { symbol: false })}`);

type Line = { readonly key: string; readonly name: string; readonly level: number; readonly years: readonly number[]; readonly total: number; readonly opens: boolean };

/** The rows that stand on screen: each part, and what lies in those that are open. */
function shownLines(parts: readonly DifferencePart[], open: ReadonlySet<string>, years: readonly FinancialYear[], above = '', level = 0): readonly Line[] {
  const shown = parts.slice(0, MOST_ROWS).flatMap((part): Line[] => {
    const key = `${above}${part.key}`;
    const opens = part.parts.length > 0 || part.pairs.length > 0;
    const row: Line = { key, name: part.name, level, years: part.years, total: part.total, opens };
    if (!open.has(key)) return [row];
    const pairs = part.pairs.map((pair, index): Line => {
      const amounts = yearsOfPairs([pair], years.length);
      return { key: `${key}/pair${index}`, name: pairWords(pair, years), level: level + 1, years: amounts, total: sumOf(amounts), opens: false };
    });
    return [row, ...shownLines(part.parts, open, years, `${key}/`, level + 1), ...pairs];
  });
  const rest = parts.slice(MOST_ROWS);
  if (rest.length === 0) return shown;
  const left = years.map((_, year) => rest.reduce((sum, part) => sum + (part.years[year] ?? 0), 0));
  return [...shown, { key: `${above}rest`, name: `${rest.length} more`, level, years: left, total: sumOf(left), opens: false }];
}

/** Up and Down go from one row that opens to the next, as in the ledger of the refresh plan. */
function stepRows(from: HTMLButtonElement, by: 1 | -1): void {
  const rows = [...from.closest('table')?.querySelectorAll<HTMLButtonElement>('button[data-row]') ?? []];
  rows[rows.indexOf(from) + by]?.focus();
}

function OneLine({ line, open, onToggle }: { readonly line: Line; readonly open: boolean; readonly onToggle: () => void }) {
  const Chevron = open ? ChevronDown : ChevronRight;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if ((event.key === 'ArrowRight' && !open) || (event.key === 'ArrowLeft' && open)) {
      event.preventDefault();
      onToggle();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      stepRows(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    <tr className={line.level === 0 ? undefined : 'inside'}>
      <th scope="row" style={{ paddingLeft: line.level * 18 }}>
        {line.opens
          ? <button type="button" className="opener" aria-expanded={open} onClick={onToggle} onKeyDown={onKeyDown} data-row><Chevron className="lucide s" aria-hidden="true" />{line.name}</button>
          : <span className="opener">{line.name}</span>}
      </th>
      {line.years.map((pence, index) => <td key={index} className="num" title={pence === 0 ? undefined : formatExact(pence)}>{signed(pence)}</td>)}
      <td className="num" title={formatExact(line.total)}>{signed(line.total)}</td>
    </tr>
  );
}

/** A published scenario stands still while the plan goes on: what has changed since is part of the difference. */
function sinceWords(...columns: readonly Column[]): string {
  const published = columns.find(({ scenario }) => scenario.published !== null)?.scenario.published ?? null;
  return published === null ? '' : `; what has changed in the plan since ${formatLongDate(published.asOf)} is part of it`;
}

type DifferenceLedgerProps = {
  readonly before: Column;
  readonly after: Column;
  /** Rises each time somebody asks what makes the difference: the focus then goes to its first row. */
  readonly asked: number;
};

/** The difference of two scenarios, year by year, opened down to the lines that add up to it to the penny. */
export function DifferenceLedger({ before, after, asked }: DifferenceLedgerProps) {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (asked > 0) table.current?.querySelector<HTMLButtonElement>('button[data-row]')?.focus();
  }, [asked]);
  const { years } = after.forecast;
  const comparison = useMemo(() => compareScenarios(before, after), [before, after]);
  const { plannedPence: planned } = comparison;
  const parts = useMemo(() => differenceParts(comparison), [comparison]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string): void => setOpen((was) => {
    const now = new Set(was);
    if (!now.delete(key)) now.add(key);
    return now;
  });
  const lines = useMemo(() => shownLines(parts, open, years), [parts, open, years]);
  const title = `What makes ${after.scenario.name} differ from ${before.scenario.name}`;
  if (lines.length === 0 && comparison.budgets.length === 0) {
    return <Section title={title}><p className="q2">Nothing: every line of the two is the same, in every year.</p></Section>;
  }
  return (
    <Section title={title} aside={`£, more or less by year; open a row for the lines behind it${sinceWords(before, after)}`}>
      <table className="l difference" ref={table}>
        <thead>
          <tr><th scope="col">More or less</th>{years.map(({ label }) => <th key={label} scope="col" className="num">{label}</th>)}<th scope="col" className="num">{years.length} years</th></tr>
        </thead>
        <tbody>
          {lines.map((line) => <OneLine key={line.key} line={line} open={open.has(line.key)} onToggle={() => toggle(line.key)} />)}
          <tr className="tot"><th scope="row">Planned cost</th>{planned.map((pence, index) => <td key={index} className="num" title={formatExact(pence)}>{signed(pence)}</td>)}<td className="num">{signed(sumOf(planned))}</td></tr>
          {comparison.budgets.map(({ yearIndex, place, before: was, after: is }) => (
            <tr key={`${yearIndex} ${placeKey(place)}`}>
              <th scope="row">Budget, {placeWords(after.snapshot, place, years[yearIndex]?.year ?? 0)}</th>
              {years.map((_, index) => <td key={index} className="num">{index === yearIndex ? signed((is ?? 0) - (was ?? 0)) : '–'}</td>)}
              <td className="num">{signed((is ?? 0) - (was ?? 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
