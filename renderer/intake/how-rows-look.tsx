import type { Examination } from '../../app/contract/intake-report.ts';
import { Section } from '../parts/section.tsx';
import { RowCells, RowHeads } from './row-cells.tsx';
import { Scrolled } from '../parts/scrolled.tsx';

/** A few rows as the register would show them: those that change, and one with each problem. */
export function HowRowsLook({ found }: { readonly found: Examination }) {
  return (
    <Section title="How the rows will look" aside={found.dateReason ?? 'Prices are for one, net of VAT.'}>
      <Scrolled label="Rows as they will look">
        <table className="l rows">
          <thead><RowHeads /></thead>
          <tbody>{found.sample.map((row) => <tr key={row.row}><RowCells row={row} /></tr>)}</tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
