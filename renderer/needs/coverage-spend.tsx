import { useMemo, useState } from 'react';
import type { Coverage } from '../../planning/analysis/coverage/coverage.ts';
import { spendSteps } from '../../planning/analysis/coverage/reasons.ts';
import { formatPounds } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { WhyFigure } from '../parts/why.tsx';

/** Kinds of spending that are shown before the rest is asked for. */
const MOST_KINDS = 12;

const plain = (pence: number): string => (pence === 0 ? '–' : formatPounds(pence, { symbol: false }));

/** What of the plan's money serves no objective: the sum with its reasons, and what it is on request. */
export function CoverageSpend({ coverage }: { readonly coverage: Coverage }) {
  const { forecast } = usePlan();
  const [open, setOpen] = useState(false);
  const labels = useMemo(() => forecast.years.map(({ label }) => label), [forecast.years]);
  const { spend } = coverage;
  if (spend.none.length === 0) return null;
  const all = spend.nonePence === spend.totalPence;
  return (
    <div className="coverage-money">
      <Note tone="info">
        <b>{all && 'All '}<WhyFigure title={`Why ${formatPounds(spend.nonePence)}?`} why={() => spendSteps(coverage, null, labels)}>{formatPounds(spend.nonePence)}</WhyFigure> {all ? 'still to come in the plan' : 'of the plan'} serves no objective</b>{' '}
        that a need speaks for{all ? '' : `, of ${formatPounds(spend.totalPence)} still to come`}.{' '}
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Hide what it is' : 'Show what it is'}</button>
      </Note>
      {open && <SpendTable coverage={coverage} labels={labels} />}
    </div>
  );
}

function SpendTable({ coverage, labels }: { readonly coverage: Coverage; readonly labels: readonly string[] }) {
  const [all, setAll] = useState(false);
  const { none, nonePence } = coverage.spend;
  const shown = all ? none : none.slice(0, MOST_KINDS);
  const more = none.length - shown.length;
  return (
    <Scrolled label="What of the plan serves no objective" className="coverage-spend">
      <table className="l">
        <caption className="vh">What of the plan serves no objective, in £, by kind and year</caption>
        <thead><tr><th scope="col">Serves no objective, £</th>{labels.map((label) => <th key={label} scope="col" className="num">{label}</th>)}<th scope="col" className="num">All</th></tr></thead>
        <tbody>
          {shown.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.name}</th>
              {group.byYear.map((pence, at) => <td key={labels[at]} className="num">{plain(pence)}</td>)}
              <td className="num"><WhyFigure title={`Why ${formatPounds(group.pence)} for ${group.name}?`} why={() => spendSteps(coverage, group, labels)}>{plain(group.pence)}</WhyFigure>{group.unpriced > 0 ? <span title="Without what has no price">†<span className="vh"> without what has no price</span></span> : null}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="tot">
            <th scope="row">All of it{more > 0 ? <>, with <Button variant="link" small onClick={() => setAll(true)}>{`${more} more kinds`}</Button></> : null}</th>
            {labels.map((label, at) => <td key={label} className="num">{plain(none.reduce((sum, { byYear }) => sum + (byYear[at] ?? 0), 0))}</td>)}
            <td className="num">{plain(nonePence)}</td>
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}
