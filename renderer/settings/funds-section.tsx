import { PiggyBank } from 'lucide-react';
import { useMemo, useState } from 'react';
import { allocatedTo } from '../../planning/budget/allocation.ts';
import type { Fund } from '../../planning/budget/fund.ts';
import { fundBreaks } from '../../planning/budget/fund-breaks.ts';
import { fundUses } from '../../planning/budget/fund-uses.ts';
import { leftAtTheEnd, limitsOf, mayPayFor } from '../../planning/budget/fund-words.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { FUND_KINDS } from '../../planning/vocabulary.ts';
import { usePageActions } from '../lib/page-actions.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import { FundDialog } from './fund-dialog.tsx';

/** What is open: a fund, or a new one. */
type Opened = { readonly fund: Fund | null };

const isShipped = ({ key }: Fund): boolean => FUND_KINDS.some((kind) => kind === key);

/** Where money comes from and what it may pay for; what does not go by that today is named below. */
export function FundsSection() {
  const { savedSnapshot: snapshot, savedForecast: forecast, editable } = useSavedPlan();
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { funds } = snapshot;
  const breaks = useMemo(() => fundBreaks(snapshot, forecast), [snapshot, forecast]);
  const used = useMemo(() => funds.filter((fund) => !isShipped(fund) || fund.usual || fundUses(snapshot, fund.key).length > 0), [funds, snapshot]);
  const [open] = forecast.years;
  const hidden = funds.length - used.length;
  usePageActions(() => (editable ? [{ text: 'Add a fund', icon: PiggyBank, run: () => setOpened({ fund: null }), alsoCalled: 'grant donation pta money source' }] : []));
  return (
    <Section
      title="Funds and their rules" aside="Kitplan will not place a cost in a fund that may not pay for it" className="settings-funds"
      link={editable && <Button variant="link" aria-haspopup="dialog" onClick={() => setOpened({ fund: null })}>Add a fund</Button>}
    >
      <table className="l">
        <caption className="vh">Funds and their rules</caption>
        <thead>
          <tr>
            <th scope="col">Fund</th><th scope="col" className="num">{open?.label}, £</th><th scope="col">May pay for</th><th scope="col">Pays until</th>
            <th scope="col">Left at the end of the year</th><th scope="col">Shown to</th>
          </tr>
        </thead>
        <tbody>{(all ? funds : used).map((fund) => <FundLine key={fund.key} fund={fund} year={open?.year ?? 0} onOpen={() => setOpened({ fund })} />)}</tbody>
      </table>
      {hidden > 0 && (
        <p className="settings-more"><Button variant="link" small aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Show the funds in use' : `Show the other ${formatCount(hidden)}`}</Button></p>
      )}
      {breaks.length > 0 && (
        <Note tone="warn" title={breaks.length === 1 ? 'One thing to look at.' : `${formatCount(breaks.length)} things to look at.`}>
          <ul className="settings-breaks">{breaks.map(({ sentence }) => <li key={sentence}>{sentence}</li>)}</ul>
        </Note>
      )}
      {opened !== null && <FundDialog fund={opened.fund} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function FundLine({ fund, year, onOpen }: { readonly fund: Fund; readonly year: number; readonly onOpen: () => void }) {
  const { savedSnapshot: snapshot } = useSavedPlan();
  const allocated = allocatedTo(snapshot, year, fund.key);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="cell-open" aria-haspopup="dialog" onClick={onOpen}>{fund.name}</button>
        {fund.usual && <> <Tag>usual</Tag></>}
      </th>
      <td className="num">{allocated === null ? <span className="q2">not entered</span> : formatPounds(allocated, { symbol: false })}</td>
      <td>{mayPayFor(fund)}</td>
      <td>{limitsOf(fund)}</td>
      <td>{leftAtTheEnd(fund)}</td>
      <td>{fund.shownTo ?? ''}</td>
    </tr>
  );
}
