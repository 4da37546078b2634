import { ArrowRight, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ColumnOptions } from '../../app/contract/import-options.ts';
import type { ExaminedColumn, Examination } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { columnResult, hasWords, LEAVE_OUT, readingChoices, readingWords, TARGET_CHOICES } from './column-words.ts';
import { HowRowsLook } from './how-rows-look.tsx';
import { ToSettle } from './to-settle.tsx';
import { WhatWasDecided } from './what-was-decided.tsx';
import type { Import } from './use-import.ts';
import { Scrolled } from '../parts/scrolled.tsx';
import { WordsOfColumn } from './words/words-of-column.tsx';

type MatchColumnsProps = { readonly it: Import; readonly found: Examination; readonly file: File; readonly onShowRows: (problem: string) => void };

/** The column whose words are looked at: all of them, or those that are unsure to begin with. */
type AskedWords = { readonly column: ExaminedColumn; readonly onlyUnsure: boolean };

/** Step 3: what each column is taken for, what is left to settle, and how the rows will look. */
export function MatchColumns({ it, found, file, onShowRows }: MatchColumnsProps) {
  const [wordsOf, setWordsOf] = useState<AskedWords | null>(null);
  const matched = found.columns.filter(({ goesTo }) => goesTo !== null).length;
  const unsure = found.problems.length > 0 ? ' Check the ones you are unsure of.' : '';
  return (
    <>
      {found.stuck !== null && <Note tone="warn" role="status" title="Not understood yet.">{found.stuck}</Note>}
      <div className="import-match">
        <Section title="Match the columns" aside={`${formatCount(matched)} of ${formatCount(found.columns.length)} matched for you.${unsure}`}>
          <Scrolled label="Columns of the file">
            <table className="l columns">
              <thead>
                <tr>
                  <th scope="col">Column in your file</th><th scope="col">First values</th><th scope="col"><span className="vh">goes to</span></th>
                  <th scope="col">Goes to</th><th scope="col">Read as</th><th scope="col">Result</th>
                </tr>
              </thead>
              <tbody>
                {found.columns.map((column) => (
                  <ColumnRow
                    key={column.index} column={column} onWords={(onlyUnsure) => setWordsOf({ column, onlyUnsure })}
                    onSay={(said) => it.answer({ columns: [{ index: column.index, ...said }] })}
                  />
                ))}
              </tbody>
            </table>
          </Scrolled>
        </Section>
        <ToSettle it={it} found={found} onShowRows={onShowRows} />
      </div>
      {found.sample.length > 0 && <HowRowsLook found={found} />}
      {wordsOf !== null && <WordsOfColumn it={it} file={file} {...wordsOf} onClose={() => setWordsOf(null)} />}
      <WhatWasDecided decisions={found.decisions} />
    </>
  );
}

const ICONS = { ok: CircleCheck, ask: CircleHelp, over: TriangleAlert } as const;
const TONES = { ok: 'c-ok', ask: 'c-warn', over: 'c-over', out: 'q2' } as const;

type ColumnRowProps = { readonly column: ExaminedColumn; readonly onSay: (said: Omit<ColumnOptions, 'index'>) => void; readonly onWords: (onlyUnsure: boolean) => void };

function ColumnRow({ column, onSay, onWords }: ColumnRowProps) {
  const result = columnResult(column);
  const Icon = result.tone === 'out' ? null : ICONS[result.tone];
  const values = column.isPrivate ? '(not shown)' : column.firstValues.join(', ');
  const asksWords = result.tone === 'ask' && hasWords(column) && (column.unknown.length > 0 || column.spelledTwoWays > 0);
  const differs = column.sample !== null && column.firstValues[0] !== column.sample;
  return (
    <tr>
      <th scope="row"><b>{column.column}</b>{column.fillsGaps && <span className="q2 block">where the column above says nothing</span>}</th>
      <td className="q2 values" title={values}>{values}{differs && <span className="block parsed">read as {column.sample}</span>}</td>
      <td><ArrowRight className="lucide s q2" aria-hidden="true" /></td>
      <td className="goes">
        <SelectField
          label={`${column.column} goes to`} hideLabel small options={TARGET_CHOICES} value={column.goesTo ?? LEAVE_OUT}
          onChange={(event) => onSay({ goesTo: TARGET_CHOICES.find(({ value }) => value === event.target.value)?.value as ColumnOptions['goesTo'] })}
        />
      </td>
      <td className="q2"><ReadAs column={column} onSay={onSay} onWords={onWords} /></td>
      <td className={`result ${TONES[result.tone]}`}>{Icon !== null && <Icon className="lucide s" aria-hidden="true" />} {asksWords
        ? <Button variant="link" small aria-label={`${result.text}: the words of ${column.column}`} onClick={() => onWords(true)}>{result.text}</Button> : result.text}</td>
    </tr>
  );
}

function ReadAs({ column, onSay, onWords }: ColumnRowProps) {
  const choice = readingChoices(column);
  const words = readingWords(column);
  if (choice === null) return hasWords(column) ? <Button variant="link" small aria-label={`${words}: the words of ${column.column}`} onClick={() => onWords(false)}>{words}</Button> : <>{words}</>;
  return (
    <SelectField
      label={`${column.column} is read as`} hideLabel small options={choice.choices} value={choice.value}
      onChange={(event) => onSay(saidOf(column, event.target.value))}
    />
  );
}

/** A choice of the list as an answer about its column. */
function saidOf({ reading }: ExaminedColumn, value: string): Omit<ColumnOptions, 'index'> {
  if (reading?.kind === 'date') return { dateOrder: value === 'month_first' || value === 'year_first' ? value : 'day_first' };
  if (reading?.kind === 'warranty') return { warranty: value === 'years' || value === 'date' ? value : 'months' };
  const [per, vat] = value.split(' ');
  return { per: per === 'line' ? 'line' : 'item', vat: vat === 'gross' ? 'gross' : 'net' };
}
