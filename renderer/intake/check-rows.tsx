import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ImportOptions } from '../../app/contract/import-options.ts';
import type { Examination, ImportedRow } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { ask } from '../lib/application.tsx';
import { askAbout } from '../lib/ask-about-file.ts';
import { download } from '../lib/file-transfer.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Check, SelectField, TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { lostRows, refusedCount } from './import-words.ts';
import { RowCells, RowHeads } from './row-cells.tsx';
import type { Import } from './use-import.ts';
import { Scrolled } from '../parts/scrolled.tsx';

const ROWS_ON_A_PAGE = 100;

type CheckRowsProps = {
  readonly it: Import; readonly found: Examination; readonly file: File;
  readonly problem: string | null; readonly onProblem: (problem: string | null) => void;
};

type Asked = { readonly outcome: ImportedRow['outcome'] | ''; readonly problem: string; readonly search: string; readonly page: number };

/** Step 4: every row with what becomes of it, cell by cell where it changes, and the rules for what is new and what is known. */
export function CheckRows({ it, found, file, problem, onProblem }: CheckRowsProps) {
  const [asked, setAsked] = useState<Asked>({ outcome: '', problem: problem ?? '', search: '', page: 0 });
  const say = (next: Partial<Asked>): void => {
    setAsked((before) => ({ ...before, page: 0, ...next }));
    if (next.problem !== undefined) onProblem(next.problem === '' ? null : next.problem);
  };
  const refused = refusedCount(found.rows);
  return (
    <>
      <Rules it={it} found={found} />
      <Section title="Every row" link={refused > 0 ? <DownloadRefused it={it} file={file} count={refused} /> : undefined}>
        <Filters found={found} asked={asked} onSay={say} />
        <RowsTable it={it} found={found} file={file} asked={asked} onPage={(page) => setAsked((before) => ({ ...before, page }))} />
      </Section>
    </>
  );
}

const MATCHES = [
  { value: 'both', label: 'The serial number, else the tag' }, { value: 'serial', label: 'The serial number alone' },
  { value: 'tag', label: 'The tag alone' }, { value: 'none', label: 'Neither: only equal rows are the same' },
] as const;
const WRITES = [
  { value: 'create_and_update', label: 'Add what is new and change what differs' }, { value: 'only_create', label: 'Only add what is new' },
  { value: 'only_update', label: 'Only change what is there' },
] as const;
const DOUBTS = [{ value: 'blank', label: 'Is left blank, the row comes in' }, { value: 'refuse', label: 'Keeps its row out' }] as const;

const chosen = <Value extends string>(choices: readonly { readonly value: Value }[], value: string): Value | undefined =>
  choices.find((choice) => choice.value === value)?.value;

function Rules({ it, found }: Pick<CheckRowsProps, 'it' | 'found'>) {
  const { options } = it;
  const lost = lostRows(found.rows.refused);
  const answer = (said: ImportOptions): void => it.answer(said);
  return (
    <Section title="What is new and what is known" className="how">
      <div className="how-fields">
        {found.list === 'kit' && <SelectField label="A row is about the item with" options={MATCHES} value={options.match ?? 'both'} onChange={(event) => answer({ match: chosen(MATCHES, event.target.value) })} />}
        <SelectField label="What to do" options={WRITES} value={options.write ?? 'create_and_update'} onChange={(event) => answer({ write: chosen(WRITES, event.target.value) })} />
        <SelectField label="A cell that cannot be read" options={DOUBTS} value={options.doubtful ?? 'blank'} onChange={(event) => answer({ doubtful: chosen(DOUBTS, event.target.value) })} />
        <Check checked={options.allOrNothing === true} onChange={(event) => answer({ allOrNothing: event.target.checked })}>
          All or nothing{lost > 0 ? `: ${formatCount(lost)} that cannot come in would keep the rest out` : ': one row that cannot come in keeps the rest out'}
        </Check>
      </div>
    </Section>
  );
}

function DownloadRefused({ it, file, count }: { readonly it: Import; readonly file: File; readonly count: number }) {
  const { asOf } = usePlan();
  const [wrong, setWrong] = useState<string | null>(null);
  const get = async (): Promise<void> => {
    try {
      download(await askAbout(file, it.fingerprint, (asked) => ask('intake.refused', { ...asked, options: it.options, asOf })));
    } catch (fault) {
      setWrong(fault instanceof Error ? fault.message : 'The file could not be written.');
    }
  };
  return (
    <>
      {wrong !== null && <span className="c-over">{wrong} </span>}
      <Button variant="link" onClick={() => void get()}><Download className="lucide s" aria-hidden="true" /> Download {count === 1 ? 'the row' : `the ${formatCount(count)} rows`} left out (CSV)</Button>
    </>
  );
}

function Filters({ found, asked, onSay }: { readonly found: Examination; readonly asked: Asked; readonly onSay: (next: Partial<Asked>) => void }) {
  const { rows } = found;
  // Whoever asked for the rows of a problem comes out at what chooses them.
  const withProblem = useRef<HTMLSelectElement>(null);
  const cameFor = useRef(asked.problem !== '');
  useEffect(() => { if (cameFor.current) withProblem.current?.focus(); }, []);
  const outcomes = [
    { value: '', label: `All (${formatCount(rows.read)})` }, { value: 'new', label: `New (${formatCount(rows.new)})` },
    { value: 'changed', label: `Changed (${formatCount(rows.changed)})` }, { value: 'unchanged', label: `The same (${formatCount(rows.unchanged)})` },
    { value: 'refused', label: `Left out (${formatCount(refusedCount(rows))})` },
  ] as const;
  return (
    <div className="filters">
      <SelectField label="Show" options={outcomes} value={asked.outcome} onChange={(event) => onSay({ outcome: chosen(outcomes, event.target.value) ?? '' })} />
      <SelectField
        ref={withProblem} label="With" value={asked.problem} options={[{ value: '', label: 'Any' }, ...found.problems.filter(({ rows: count }) => count > 0).map(({ id, title }) => ({ value: id, label: title }))]}
        onChange={(event) => onSay({ problem: event.target.value })}
      />
      <TextField label="Find" type="search" value={asked.search} onChange={(event) => onSay({ search: event.target.value })} />
    </div>
  );
}

type RowsTableProps = { readonly it: Import; readonly found: Examination; readonly file: File; readonly asked: Asked; readonly onPage: (page: number) => void };

function RowsTable({ it, found, file, asked, onPage }: RowsTableProps) {
  const { asOf, plan } = usePlan();
  const { outcome, problem, search, page } = asked;
  const { data, error } = useQuery({
    queryKey: ['intake.rows', found.fingerprint, it.options, asOf, plan.revision, asked],
    queryFn: () => askAbout(file, found.fingerprint, (which) => ask('intake.rows', {
      ...which, options: it.options, asOf, from: page * ROWS_ON_A_PAGE, count: ROWS_ON_A_PAGE, search,
      ...(outcome === '' ? {} : { outcome }), ...(problem === '' ? {} : { problem }),
    })),
    placeholderData: (previous) => previous, gcTime: 0, retry: false,
  });
  if (error !== null) return <Note tone="over" role="alert" title={error.message} />;
  if (data === undefined) return null;
  const last = Math.min(data.found, (page + 1) * ROWS_ON_A_PAGE);
  return (
    <>
      <p className="q2 count" role="status">{data.found === 0 ? 'No row is like that.' : `Rows ${formatCount(page * ROWS_ON_A_PAGE + 1)} to ${formatCount(last)} of ${formatCount(data.found)}.`}</p>
      <Scrolled label="Rows of the file">
        <table className="l rows">
          <thead><RowHeads /></thead>
          <tbody>{data.rows.map((row, at) => <tr key={`${row.row} ${at}`}><RowCells row={row} /></tr>)}</tbody>
        </table>
      </Scrolled>
      {data.found > ROWS_ON_A_PAGE && (
        <div className="acts pages">
          <Button disabled={page === 0} onClick={() => onPage(page - 1)}>Earlier rows</Button>
          <Button disabled={last >= data.found} onClick={() => onPage(page + 1)}>Later rows</Button>
        </div>
      )}
    </>
  );
}
