import type { ImportOptions, ListKind } from '../../app/contract/import-options.ts';
import { ENCODINGS, LIST_KINDS, SEPARATORS } from '../../app/contract/import-options.ts';
import type { Examination } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { Note } from '../parts/note.tsx';
import { Check, SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { NumberField, WordsField } from './typed-field.tsx';
import { RawRows } from './raw-rows.tsx';
import type { Import } from './use-import.ts';

const ENCODING_WORDS: Readonly<Record<(typeof ENCODINGS)[number], string>> = {
  'utf-8': 'Unicode (UTF-8)', 'utf-16le': 'Unicode (UTF-16)', 'utf-16be': 'Unicode (UTF-16, the other way round)',
  'windows-1252': 'Western European (Windows)', macintosh: 'Western European (old Mac)',
};
const SEPARATOR_WORDS: Readonly<Record<(typeof SEPARATORS)[number], string>> = { ',': 'Commas', ';': 'Semicolons', '\t': 'Tabs', '|': 'Upright bars' };
const LIST_WORDS: Readonly<Record<ListKind, string>> = {
  kit: 'Kit, for the register', software: 'Titles of software', models: 'Models, for the library', ledger: 'Consumables bought', places: 'Rooms and buildings',
};

const choices = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>): { readonly value: string; readonly label: string }[] =>
  keys.map((value) => ({ value, label: words[value] }));

type ReadItProps = { readonly it: Import; readonly found: Examination };

/** Step 2: which sheet, which row has the headings, which rows are no kit; what it does to the file is seen at once. */
export function ReadIt({ it, found }: ReadItProps) {
  const { options, answer } = it;
  return (
    <div className="import-read">
      {found.stuck !== null && <Note tone="warn" role="status" title="Not understood yet.">{found.stuck}</Note>}
      <Section title="How it is read" className="how">
        <div className="how-fields">
          {found.sheets.length > 0 && <SheetChoice found={found} onChoose={(sheet) => it.replace({ ...withoutRows(options), sheet })} />}
          <NumberField label="Headings are in row" value={found.headerRow} disabled={found.headerRow === null && options.headerRow === null} onSay={(headerRow) => headerRow !== null && answer({ headerRow })} />
          <Check checked={found.headerRow === null} onChange={(event) => it.replace(event.target.checked ? { ...options, headerRow: null } : withoutHeader(options))}>There are no headings</Check>
          <NumberField label="First row" hint="Blank: below the headings" value={options.firstRow ?? null} onSay={(row) => it.replace(put(options, 'firstRow', row))} />
          <NumberField label="Last row" hint={found.lastRow === null ? 'Blank: to the end' : `Blank: to row ${formatCount(found.lastRow)}`} value={options.lastRow ?? null} onSay={(row) => it.replace(put(options, 'lastRow', row))} />
          <WordsField label="Leave out rows that contain" hint="Several texts with commas between them" value={options.leaveOutContaining ?? []} onSay={(texts) => it.replace(put(options, 'leaveOutContaining', texts.length === 0 ? null : texts))} />
          <SelectField label="It is a list of" value={found.list} options={choices(LIST_KINDS, LIST_WORDS)} onChange={(event) => answer({ list: event.target.value as ListKind })} />
          {found.text !== null && (
            <>
              <SelectField label="Letters are written in" value={found.text.encoding} options={choices(ENCODINGS, ENCODING_WORDS)} onChange={(event) => answer({ encoding: event.target.value as (typeof ENCODINGS)[number] })} />
              <SelectField label="Columns are separated by" value={found.text.separator} options={choices(SEPARATORS, SEPARATOR_WORDS)} onChange={(event) => answer({ separator: event.target.value as (typeof SEPARATORS)[number] })} />
            </>
          )}
        </div>
      </Section>
      <RawRows found={found} options={options} onHeader={(headerRow) => answer({ headerRow })} onLeaveOut={(row, out) => it.replace({
        ...options, leaveOutRows: out ? [...options.leaveOutRows ?? [], row] : (options.leaveOutRows ?? []).filter((each) => each !== row),
      })} />
    </div>
  );
}

function SheetChoice({ found, onChoose }: { readonly found: Examination; readonly onChoose: (sheet: string) => void }) {
  return (
    <SelectField
      label="Sheet" value={found.sheet ?? ''} onChange={(event) => onChoose(event.target.value)}
      options={found.sheets.map(({ name, rows, columns, hidden }) => ({
        value: name, label: `${name} (${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}${hidden ? ', hidden' : ''})`,
      }))}
    />
  );
}

/** Another sheet has other rows and other columns: only what is said of the import as a whole stays. */
const withoutRows = ({ match, write, doubtful, allOrNothing }: ImportOptions): ImportOptions => ({ match, write, doubtful, allOrNothing });

const withoutHeader = ({ headerRow: _row, ...rest }: ImportOptions): ImportOptions => rest;

function put<Key extends keyof ImportOptions>(options: ImportOptions, key: Key, value: ImportOptions[Key] | null): ImportOptions {
  const { [key]: _old, ...rest } = options;
  return value === null ? rest : { ...rest, [key]: value };
}
