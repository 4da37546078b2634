import { useMemo, useRef, useEffect, useState } from 'react';
import { categoryNamed } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';
import { BULK_FIELDS, BULK_FIELD_WORDS, gapCounts, suggestionsFor, type BulkField, type Suggestion } from '../../planning/quality/suggest-values.ts';
import { rowName } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { MendForm } from './mend-form.tsx';
import { MendRows } from './mend-rows.tsx';

const kindOf = ({ asset }: Suggestion): string => `${asset.categoryKey}/${asset.userGroup ?? ''}`;

/** Rows, where the page above counts items: a row may be a group. */
const rowCount = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

const asField = (value: string): BulkField => BULK_FIELDS.find((field) => field === value) ?? 'purchaseDate';

/** The first field that anything lacks, unless the visit asked for one. */
const firstField = (gaps: Readonly<Record<BulkField, number>>, asked: BulkField | undefined): BulkField =>
  asked ?? BULK_FIELDS.find((field) => gaps[field] > 0) ?? 'purchaseDate';

/** The kinds among the rows, those with the most first, for the list that narrows them. */
function useKinds(rows: readonly Suggestion[]): readonly { readonly value: string; readonly label: string }[] {
  const { savedSnapshot } = usePlan();
  return useMemo(() => {
    const kinds = [...Map.groupBy(rows, kindOf)].map(([value, group]) => {
      const [first] = group;
      const name = first === undefined ? '' : rowName(categoryNamed(savedSnapshot.categories, first.asset.categoryKey), first.asset.userGroup);
      return { value, label: `${name}, ${rowCount(group.length)}`, count: group.length };
    });
    return [{ value: '', label: `All kinds, ${rowCount(rows.length)}` }, ...kinds.sort((a, b) => b.count - a.count)];
  }, [rows, savedSnapshot]);
}

/** Gives many rows at once what they lack, with the evidence for it, as one change. */
export function MendBulk({ asked }: { readonly asked: BulkField | undefined }) {
  const { savedSnapshot, savedForecast } = usePlan();
  const gaps = useMemo(() => gapCounts(savedSnapshot), [savedSnapshot]);
  const [chosen, setField] = useState<BulkField | null>(null);
  const [kind, setKind] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const field = chosen ?? firstField(gaps, asked);
  const all = useMemo(() => suggestionsFor(savedSnapshot, savedForecast, field), [savedSnapshot, savedForecast, field]);
  const kinds = useKinds(all);
  const rows = useMemo(() => (kind === '' || !all.some((row) => kindOf(row) === kind) ? all : all.filter((row) => kindOf(row) === kind)), [all, kind]);
  useEffect(() => {
    if (asked !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  return (
    <div ref={place} className="mend">
      <Section title={`Mend in bulk: ${BULK_FIELD_WORDS[field]}`} aside={rows.length === 0 ? undefined : rowCount(rows.length)}>
        <div className="mend-choose">
          <SelectField
            label="What is missing" value={field}
            options={BULK_FIELDS.map((each) => ({ value: each, label: `${startLarge(BULK_FIELD_WORDS[each])}, ${rowCount(gaps[each])}` }))}
            onChange={(event) => { setField(asField(event.currentTarget.value)); setKind(''); }}
          />
          <SelectField label="Kind" value={kind} options={kinds} onChange={(event) => setKind(event.currentTarget.value)} />
        </div>
        {rows.length === 0 ? <p className="q2">No row lacks it.</p> : <MendList key={`${field}/${kind}`} field={field} rows={rows} />}
      </Section>
    </div>
  );
}

const startLarge = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The rows with their ticks, and the form that acts on them. Rows with something to go by start ticked. */
function MendList({ field, rows }: { readonly field: BulkField; readonly rows: readonly Suggestion[] }) {
  const { editable } = usePlan();
  const [unticked, setUnticked] = useState<ReadonlySet<number>>(() => new Set(rows.flatMap(({ asset, found }) => (found === null ? [asset.id] : []))));
  const ticked = useMemo(() => rows.filter(({ asset }) => !unticked.has(asset.id)), [rows, unticked]);
  return (
    <>
      <MendRows field={field} rows={rows} unticked={unticked} onUnticked={setUnticked} />
      {editable && <MendForm field={field} ticked={ticked} />}
    </>
  );
}
