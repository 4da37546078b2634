import type { ImportOptions } from '../../app/contract/import-options.ts';
import type { Examination } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { Scrolled } from '../parts/scrolled.tsx';

type RawRowsProps = {
  readonly found: Examination;
  readonly options: ImportOptions;
  readonly onHeader: (row: number) => void;
  readonly onLeaveOut: (row: number, out: boolean) => void;
};

const letter = (index: number): string => {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
};

/** The top of the file as it stands in it: a row can be made the one with the headings, or left out. */
export function RawRows({ found, options, onHeader, onLeaveOut }: RawRowsProps) {
  const { firstRows, headerRow } = found;
  const width = Math.max(1, ...firstRows.map(({ cells }) => cells.length));
  return (
    <Section title="As it stands in the file" aside={`The first ${formatCount(firstRows.length)} rows that are not blank. Private columns are shown as dots.`}>
      <Scrolled label="The first rows of the file">
        <table className="l raw">
          <thead>
            <tr>
              <th scope="col">Row</th>
              {Array.from({ length: width }, (_, index) => <th key={index} scope="col">{letter(index)}</th>)}
              <th scope="col"><span className="vh">What to do with it</span></th>
            </tr>
          </thead>
          <tbody>
            {firstRows.map(({ row, cells }) => {
              const isHeader = row === headerRow;
              const said = options.leaveOutRows?.includes(row) === true;
              const above = headerRow !== null && row < headerRow;
              return (
                <tr key={row} className={isHeader ? 'heads' : said || above ? 'out' : undefined}>
                  <th scope="row">{row}</th>
                  {Array.from({ length: width }, (_, index) => <td key={index}>{cells[index] ?? ''}</td>)}
                  <td className="do">
                    {isHeader ? <span className="q2">Headings</span> : (
                      <>
                        <Button variant="link" small aria-label={`Headings in row ${row}`} onClick={() => onHeader(row)}>Headings</Button>
                        {!above && (
                          <Button variant="link" small aria-label={said ? `Take in row ${row} again` : `Leave out row ${row}`} onClick={() => onLeaveOut(row, !said)}>
                            {said ? 'Take in' : 'Leave out'}
                          </Button>
                        )}
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
