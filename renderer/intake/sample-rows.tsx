import type { ImportReport } from '../../app/contract/intake.ts';
import { formatDate } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import type { Category } from '../../planning/categories.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import { fieldName, fieldValue } from './field-names.ts';

type SampleRow = ImportReport['sample'][number];

const day = (date: IsoDate | null) => (date === null ? <span className="q">–</span> : formatDate(date));

type OutcomeProps = { readonly row: SampleRow; readonly categories: readonly Category[]; readonly inForecast: boolean };

/** What becomes of a row; for a changed one, each field before and after. */
function Outcome({ row, categories, inForecast }: OutcomeProps) {
  if (row.outcome === 'new' && !inForecast) return <Tag tone="warn">New, not in the forecast</Tag>;
  if (row.outcome === 'new') return <Tag tone="ok">New</Tag>;
  if (row.outcome === 'unchanged') return <span className="q2">The same</span>;
  return (
    <ul className="changes">
      {row.changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className="q2">{fieldName(field)}:</span> {before !== null && <s>{fieldValue(field, before, categories)}</s>}
          {' '}{after === null ? <span className="q2">cleared</span> : fieldValue(field, after, categories)}
        </li>
      ))}
    </ul>
  );
}

type SampleRowsProps = Pick<ImportReport, 'sample'> & {
  /** Whether the file also says when kit went into use: a row may then be forecast without the day it was bought. */
  readonly otherDate: boolean;
};

/** The first rows of the file as the register would show them. */
export function SampleRows({ sample, otherDate }: SampleRowsProps) {
  const { savedSnapshot: { categories } } = usePlan();
  return (
    <Section title="How the rows will look" aside={`The first ${formatCount(sample.length)}. Prices are for one, net of VAT.`}>
      <div className="sample">
        <table className="l">
          <thead>
            <tr>
              <th scope="col">Row</th><th scope="col">Tag</th><th scope="col">What it is</th><th scope="col">Kind</th><th scope="col">Room</th>
              <th scope="col" className="num">Number</th><th scope="col" className="num">Bought</th><th scope="col" className="num">Paid</th>
              <th scope="col" className="num">Cover ends</th><th scope="col">Will be</th>
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <tr key={row.row}>
                <th scope="row">{row.row}</th>
                <td>{row.tag ?? <span className="q">–</span>}</td>
                <td>{row.description}</td>
                <td>{startUpper(categoryNamed(categories, row.categoryKey).singular)}</td>
                <td>{row.room ?? <span className="q">–</span>}</td>
                <td className="num">{formatCount(row.quantity)}</td>
                <td className={row.purchaseDate === null ? 'num unsure' : 'num'}>{row.purchaseDate === null ? 'no date' : formatDate(row.purchaseDate)}</td>
                <td className="num">{row.unitPaidPence === null ? <span className="q2">no price</span> : formatPounds(row.unitPaidPence)}</td>
                <td className="num">{day(row.warrantyEnd)}</td>
                <td><Outcome row={row} categories={categories} inForecast={row.purchaseDate !== null || otherDate} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
