import { useMemo, useState } from 'react';
import { categoryNamed } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';
import { ownRise, type OwnRise } from '../../planning/quality/own-rise.ts';
import { riseIn } from '../../planning/rises.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { BasisPoints } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { withChange } from '../lib/what-if-changes.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { readRise, riseText } from './policy-texts.ts';
import { RiseDialog } from './rise-dialog.tsx';

type RiseRow = { readonly categoryKey: string | null; readonly name: string; readonly record: OwnRise | null };

function riseRows({ inflation, categories, assets }: PlanSnapshot, added: readonly string[]): readonly RiseRow[] {
  const keys = [...new Set([...inflation.series.map(({ categoryKey }) => categoryKey), ...added])];
  return [
    { categoryKey: null, name: 'All kinds, unless named', record: ownRise(assets) },
    ...keys.map((key) => ({
      categoryKey: key, name: startUpper(categoryNamed(categories, key).plural), record: ownRise(assets.filter((asset) => asset.categoryKey === key)),
    })),
  ];
}

const recordFrom = ({ purchases, models }: OwnRise): string =>
  `${formatCount(purchases)} purchases of ${formatCount(models)} model${models === 1 ? '' : 's'}`;

type LineProps = { readonly row: RiseRow; readonly years: readonly { readonly year: number; readonly label: string }[]; readonly onOpen: () => void };

function RiseLine({ row, years, onOpen }: LineProps) {
  const { savedSnapshot, snapshot, whatIf, setWhatIf } = usePlan();
  const { categoryKey, name, record } = row;
  const put = (year: number, bp: BasisPoints | null): string | null => {
    if (bp === null) return 'A rise from −50% to 50% a year works here; 0 for a price that stays.';
    const kind = categoryKey === null ? {} : { categoryKey };
    setWhatIf(withChange(whatIf, { kind: 'price_rise', bp, ...kind, year }, bp === riseIn(savedSnapshot.inflation, categoryKey, year)));
    return null;
  };
  return (
    <tr>
      <th scope="row"><button type="button" className="cell-open" aria-haspopup="dialog" onClick={onOpen}>{name}</button></th>
      {years.map(({ year, label }) => {
        const [is, was] = [riseIn(snapshot.inflation, categoryKey, year), riseIn(savedSnapshot.inflation, categoryKey, year)];
        return (
          <td key={year} className={is === was ? 'num' : 'num whatif'}>
            <FigureField label={`${name}, ${label}, % a year`} hideLabel className="short" text={riseText(is)} was={is === was ? null : riseText(was)} read={readRise} put={(bp) => put(year, bp)} />
          </td>
        );
      })}
      <td className="num">{record === null ? <span className="q2">too few</span> : `${riseText(Math.round(record.bp / 10) * 10)}%`}</td>
      <td className="q2">{record === null ? 'under six purchases of one model' : recordFrom(record)}</td>
    </tr>
  );
}

/** How much dearer kit gets each year: everything, and the kinds that rise by themselves. */
export function RisesSection() {
  const { forecast, snapshot } = usePlan();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [choosing, setChoosing] = useState(false);
  const [open, setOpen] = useState<RiseRow | null>(null);
  const rows = useMemo(() => riseRows(snapshot, added), [snapshot, added]);
  const years = forecast.years.slice(1).map(({ year, label }) => ({ year, label }));
  const named = new Set(rows.map(({ categoryKey }) => categoryKey));
  const used = new Set([...snapshot.assets.map(({ categoryKey }) => categoryKey), ...snapshot.recurring.map(({ categoryKey }) => categoryKey)]);
  const options = snapshot.categories.filter(({ key }) => used.has(key) && !named.has(key)).map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
  const last = years[years.length - 1]?.label;
  return (
    <Section
      title="Price rises by year" aside={last === undefined ? undefined : `From today to ${last}. A year can differ.`}
      link={options.length > 0 && <Button variant="link" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>Add a kind</Button>}
    >
      {choosing && (
        <div className="rise-add">
          <SelectField
            label="Kind with a rise of its own" options={[{ value: '', label: 'Choose a kind' }, ...options]} value=""
            onChange={(event) => {
              if (event.target.value !== '') setAdded([...added, event.target.value]);
              setChoosing(false);
            }}
          />
        </div>
      )}
      <div className="policy-scroll">
        <table className="l rises">
          <caption className="vh">Price rises, per cent a year</caption>
          <thead>
            <tr>
              <th scope="col">Price rises, % a year</th>
              {years.map(({ year, label }) => <th key={year} scope="col" className="num">{label}</th>)}
              <th scope="col" className="num">Your record</th><th scope="col">From</th>
            </tr>
          </thead>
          <tbody>{rows.map((row) => <RiseLine key={row.categoryKey ?? ''} row={row} years={years} onOpen={() => setOpen(row)} />)}</tbody>
        </table>
      </div>
      {open !== null && <RiseDialog categoryKey={open.categoryKey} onClose={() => setOpen(null)} />}
    </Section>
  );
}
