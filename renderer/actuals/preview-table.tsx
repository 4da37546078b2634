import type { ActualsLayout } from '../../app/contract/actuals-layout.ts';
import type { ActualsReport } from '../../app/contract/actuals.ts';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';

const OUTCOME_WORDS: Readonly<Record<ActualsReport['firstRows'][number]['outcome'], string>> = {
  above: 'Not read', matched: 'Comes in', left_out: 'Left out', refused: 'Cannot come in',
};

/** What each letter is taken for. */
function rolesOf(layout: ActualsLayout): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  const put = (letter: string | null, role: string): void => { if (letter !== null) roles.set(letter, [roles.get(letter), role].filter(Boolean).join(', ')); };
  put(layout.ledgerCode, 'Ledger code');
  for (const letter of layout.actual) put(letter, 'Spent');
  for (const letter of layout.committed) put(letter, 'Committed');
  put(layout.fund, 'Fund');
  put(layout.costCentre, 'Cost centre');
  put(layout.date, 'Date');
  put(layout.description, 'Description');
  return roles;
}

/** The first rows of the export by the letters over its columns, each with what becomes of it. */
export function PreviewTable({ found }: { readonly found: ActualsReport }) {
  const { columns, firstRows, layout } = found;
  const roles = rolesOf(layout);
  return (
    <Section title="As it stands in the file" aside="The first rows, by the letters that Excel shows">
      <Scrolled className="actuals-preview" label="The first rows of the file">
        <table className="l">
          <thead>
            <tr>
              <th scope="col">Row</th>
              {columns.map((letter) => (
                <th key={letter} scope="col" className={roles.has(letter) ? 'used' : undefined}>{letter}{roles.has(letter) && <small>{roles.get(letter)}</small>}</th>
              ))}
              <th scope="col">Will be</th>
            </tr>
          </thead>
          <tbody>
            {firstRows.map(({ row, cells, outcome }) => (
              <tr key={row} className={outcome}>
                <th scope="row">{row}</th>
                {columns.map((letter, at) => <td key={letter} className={roles.has(letter) ? 'used' : undefined}>{cells[at] ?? ''}</td>)}
                <td className="becomes">{OUTCOME_WORDS[outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
