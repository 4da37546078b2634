import { memo } from 'react';
import type { Period } from '../../planning/periods.ts';
import type { Standing } from '../chart/standing.ts';
import { GroupedBy } from './grouped-by.tsx';
import type { YearSpan } from './ledger-context.tsx';
import { beginsYear } from './ledger-view.ts';
import type { PlanView } from './plan-view.ts';

type LedgerHeadProps = {
  readonly columns: readonly Period[];
  readonly years: readonly YearSpan[];
  readonly standing: Standing;
  readonly view: PlanView;
  /** The column over which something is held that is being dragged; null while none is. */
  readonly dropAt: number | null;
};

/** `Summer 2026` on two lines, so that a narrow column has room for it. */
function TermName({ label }: { readonly label: string }) {
  const at = label.indexOf(' ');
  return <>{label.slice(0, at)}{' '}<span className="term-year">{label.slice(at + 1)}</span></>;
}

/** The columns' names, which stay in sight: the years, or the terms under their years. */
export const LedgerHead = memo(function LedgerHead({ columns, years, standing, view, dropAt }: LedgerHeadProps) {
  const byTerm = columns.some(({ term }) => term !== null);
  const classOf = (at: number): string => `num${at === dropAt ? ' drop' : ''}${beginsYear(columns, at) ? ' begins' : ''}`;
  const units = <span>{standing.tight ? '£' : 'Number and £'}, by <GroupedBy levels={view.levels} onChange={view.setLevels} /></span>;
  const sum = `${years.length} years`;
  if (!byTerm) {
    return (
      <thead>
        <tr>
          <th scope="col" className="units">{units}</th>
          {columns.map(({ label }, at) => <th key={label} scope="col" className={classOf(at)}>{label}</th>)}
          <th scope="col" className="num sum">{sum}</th>
        </tr>
      </thead>
    );
  }
  return (
    <thead className="two-rows">
      <tr>
        <th scope="col" className="units" rowSpan={2}>{units}</th>
        {years.map(({ label, span }) => <th key={label} scope="colgroup" colSpan={span} className="of-year begins">{label}</th>)}
        <th scope="col" className="num sum" rowSpan={2}>{sum}</th>
      </tr>
      <tr>{columns.map(({ label }, at) => <th key={label} scope="col" className={classOf(at)}><TermName label={label} /></th>)}</tr>
    </thead>
  );
});
