import type { ImportedRow } from '../../app/contract/intake-report.ts';
import { formatDate } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { fieldName, fieldValue } from './field-names.ts';

export function RowHeads() {
  return (
    <tr>
      <th scope="col">Row</th><th scope="col">Tag</th><th scope="col">What it is</th><th scope="col">Kind</th><th scope="col">Room</th>
      <th scope="col" className="num">Number</th><th scope="col">Bought</th><th scope="col" className="num">Paid</th>
      <th scope="col">Cover</th><th scope="col">Serial</th><th scope="col">Will be</th>
    </tr>
  );
}

type CellProps = { readonly row: ImportedRow; readonly field: string; readonly value: string | null; readonly none?: string; readonly className?: string };

/** A cell as it will be; one worth a look is tinted and says what stands in the file, where that is something else. */
function Cell({ row, field, value, none = '–', className = '' }: CellProps) {
  const mark = row.marks.find((each) => each.field === field);
  const inFile = mark?.inFile ?? null;
  const same = inFile !== null && value !== null && inFile.toLowerCase() === value.toLowerCase();
  return (
    <td className={`${className}${mark === undefined ? '' : ` mark-${mark.tone}`}`}>
      {inFile !== null && !same && (value === null ? <>“{inFile}”</> : <><s>{inFile}</s>{' '}</>)}
      {value ?? (inFile === null ? <span className="q2">{none}</span> : '')}
    </td>
  );
}

/** The cells of one row of the file, as the register would show them, and what becomes of it. */
export function RowCells({ row }: { readonly row: ImportedRow }) {
  const { savedSnapshot: { categories } } = usePlan();
  if (row.outcome === 'refused') {
    return (
      <>
        <th scope="row">{row.row}</th>
        <td colSpan={9}>{row.description === '' ? <span className="q2">Nothing that can be shown</span> : row.description}</td>
        <td className="c-over">Left out: {row.column === null ? '' : `${row.column}: `}{row.reason}</td>
      </>
    );
  }
  const cover = row.warrantyMonths !== null ? `${row.warrantyMonths} months` : row.warrantyEnd === null ? null : `to ${formatDate(row.warrantyEnd)}`;
  return (
    <>
      <th scope="row">{row.row}</th>
      <Cell row={row} field="tag" value={row.tag} />
      <td>{row.description}</td>
      <Cell row={row} field="categoryKey" value={startUpper(categoryNamed(categories, row.categoryKey).singular)} />
      <Cell row={row} field="room" value={row.room} />
      <td className="num">{formatCount(row.quantity)}</td>
      <Cell row={row} field="purchaseDate" value={row.purchaseDate === null ? null : formatDate(row.purchaseDate)} none="no date" />
      <Cell row={row} field="unitPaidPence" value={row.unitPaidPence === null ? null : formatPounds(row.unitPaidPence)} none="no price" className="num" />
      <Cell row={row} field="warrantyEnd" value={cover} />
      <Cell row={row} field="serial" value={row.serial} />
      <td><Outcome row={row} /></td>
    </>
  );
}

/** "Changed, 2 cells", with each cell before and after; "New, not in the forecast". */
function Outcome({ row }: { readonly row: ImportedRow }) {
  const { savedSnapshot: { categories } } = usePlan();
  if (row.outcome === 'unchanged') return <span className="q2">The same</span>;
  if (row.outcome === 'new') return <>New{row.purchaseDate === null && row.inServiceDate === null ? ', not in the forecast' : ''}</>;
  return (
    <>
      Changed, {row.changes.length} {row.changes.length === 1 ? 'cell' : 'cells'}
      <ul className="changes">
        {row.changes.map(({ field, before, after }) => (
          <li key={field}>
            <span className="q2">{fieldName(field)}:</span> {before !== null && <s>{fieldValue(field, before, categories)}</s>}
            {' '}{after === null ? <span className="q2">cleared</span> : fieldValue(field, after, categories)}
          </li>
        ))}
      </ul>
    </>
  );
}
