import { useMemo, useState } from 'react';
import {
  bandName, bandsSource, bundles, bundlesSentence, contractValues, type Bundle, type BundleBy, type ContractValue,
} from '../../../planning/budget/bundle.ts';
import { formatDate } from '../../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../../planning/money.ts';
import { spanOf } from '../../../planning/words.ts';
import { usePlanQuery } from '../../lib/application.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/note.tsx';
import { Section } from '../../parts/section.tsx';
import './moves.css';

function BundleRow({ bundle }: { readonly bundle: Bundle }) {
  const { forecast } = usePlan();
  const { name, quantity, whole, years, warning } = bundle;
  return (
    <>
      <tr>
        <th scope="row">{name}{quantity > 0 && <span className="q2">{` ×\u00a0${formatCount(quantity)}`}</span>}</th>
        <td className="num">{formatPounds(whole.withVatPence)}</td>
        <td>{bandName(whole)}</td>
        <td className="split">{years.map(({ yearIndex, band }) => `${forecast.years[yearIndex]?.label}: ${formatPounds(band.withVatPence)}, ${bandName(band).toLowerCase()}`).join('; ')}</td>
      </tr>
      {warning !== null && <tr><td colSpan={4}><Note>{warning}</Note></td></tr>}
    </>
  );
}

function Contracts({ values }: { readonly values: readonly ContractValue[] }) {
  const shown = values.filter(({ band }) => band.band !== 'low');
  const low = values.length - shown.length;
  const rest = low === 0 ? null : <p className="moves-more">{formatCount(low)} {shown.length === 0 ? '' : 'more '}contract{low === 1 ? ' is' : 's are'} of low value over {low === 1 ? 'its' : 'their'} whole life.</p>;
  if (shown.length === 0) return rest;
  return (
    <>
      <table className="l bundles">
        <caption>Contracts: what counts is their whole life, at today’s amount</caption>
        <thead><tr><th scope="col">Contract</th><th scope="col" className="num">With VAT</th><th scope="col">Whole</th><th scope="col">One year alone</th></tr></thead>
        <tbody>
          {shown.map(({ agreement: { id, name, start, end }, months, band, yearBand }) => (
            <tr key={id}>
              <th scope="row">{name}<span className="q2">, {spanOf(months)} to {end === null || start === null ? '' : formatDate(end)}</span></th>
              <td className="num">{formatPounds(band.withVatPence)}</td><td>{bandName(band)}</td><td>{formatPounds(yearBand.withVatPence)}, {bandName(yearBand).toLowerCase()}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
    </>
  );
}

/** What the plan buys, bought together and as it is split over the years, against the bands of buying. */
export function Bundling() {
  const { snapshot, forecast, asOf } = usePlan();
  const { data: rules } = usePlanQuery('orders.rules', {});
  const [by, setBy] = useState<BundleBy>('kind');
  const [all, setAll] = useState(false);
  const found = useMemo(() => (rules === undefined ? [] : bundles(snapshot, forecast, rules, by)), [snapshot, forecast, rules, by]);
  const contracts = useMemo(() => (rules === undefined ? [] : contractValues(snapshot, rules, asOf)), [snapshot, rules, asOf]);
  if (rules === undefined) return null;
  const split = found.filter(({ years }) => years.length > 1);
  const shown = all ? found : split;
  const [first] = found;
  const choice = (value: BundleBy, words: string) => <Button variant="link" small aria-pressed={by === value} disabled={by === value} onClick={() => setBy(value)}>{words}</Button>;
  return (
    <Section
      title="Bought together or split" aside={bundlesSentence(found)}
      link={<span className="bundle-by">{choice('kind', 'By kind')}{choice('code', 'By code')}</span>}
    >
      {shown.length === 0 ? null : (
        <table className="l bundles">
          <caption className="vh">What the plan buys, together and by year</caption>
          <thead><tr><th scope="col">What is bought</th><th scope="col" className="num">Together, with VAT</th><th scope="col">Band</th><th scope="col">As the plan splits it</th></tr></thead>
          <tbody>{shown.map((bundle) => <BundleRow key={bundle.key} bundle={bundle} />)}</tbody>
        </table>
      )}
      {found.length > split.length && <p className="moves-more"><Button variant="link" small aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Show what is split alone' : 'Show what is bought in one year too'}</Button></p>}
      <Contracts values={contracts} />
      {first !== undefined && <p className="moves-source">Source: {bandsSource(first.whole, asOf)}</p>}
    </Section>
  );
}
