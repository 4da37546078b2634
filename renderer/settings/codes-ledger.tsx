import { useMemo, useState } from 'react';
import { schemeOn } from '../../planning/budget/codes.ts';
import type { LedgerCode } from '../../planning/budget/finance.ts';
import { namedInExports } from '../../planning/budget/ledger-codes.ts';
import { formatCount } from '../../planning/money.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { LedgerCodeDialog } from './codes-ledger-dialog.tsx';
import { LedgerRow } from './codes-ledger-row.tsx';
import { codesShown, type CodesFilter } from './codes-shown.ts';
import { mappingOptions } from './mapping-options.ts';
import { TickedCodes } from './ticked-codes.tsx';

/** A school has some dozens for ICT; of a whole chart the rest waits to be asked for. */
const FIRST = 100;
const FILTERS = [{ value: 'ict', words: 'For ICT' }, { value: 'to_map', words: 'To map' }, { value: 'all', words: 'All' }] as const;

/** Ledger codes with what each stands for; one by one, or many at once by ticking them. */
export function CodesLedger() {
  const { facts, asOf, editable } = useSavedPlan();
  const [filter, setFilter] = useState<CodesFilter>('ict');
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [open, setOpen] = useState<LedgerCode | null>(null);
  const { ledgerCodes } = facts.finance;
  const found = useMemo(() => codesShown(ledgerCodes, filter, search), [ledgerCodes, filter, search]);
  const named = useMemo(() => namedInExports(facts), [facts]);
  const options = useMemo(() => mappingOptions(schemeOn(facts, asOf)), [facts, asOf]);
  const shown = all ? found : found.slice(0, FIRST);
  const chosen = found.filter(({ id }) => ticked.has(id));
  const tick = (ids: readonly number[], on: boolean): void => setTicked((before) => {
    const after = new Set(before);
    for (const id of ids) if (on) after.add(id); else after.delete(id);
    return after;
  });
  return (
    <Section title="Ledger codes" aside={`${formatCount(found.length)} of ${formatCount(ledgerCodes.length)}`} className="codes-ledger">
      <div className="codes-tools">
        <Segmented legend="Which codes" choices={FILTERS} value={filter} onChange={setFilter} />
        <TextField label="Find a code" hideLabel type="search" placeholder="Find a code or its description" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      </div>
      {chosen.length > 0 && <TickedCodes codes={chosen} options={options} onDone={() => setTicked(new Set())} />}
      {found.length === 0 ? <p className="q2">{nothingFound(filter, search)}</p> : (
        <table className="l">
          <caption className="vh">Ledger codes</caption>
          <thead>
            <tr>
              {editable && (
                <th scope="col" className="codes-tick">
                  <label className="check">
                    <input type="checkbox" aria-label="Tick every code shown" checked={shown.every(({ id }) => ticked.has(id))} onChange={(event) => tick(shown.map(({ id }) => id), event.target.checked)} />
                  </label>
                </th>
              )}
              <th scope="col">Code</th><th scope="col">Description</th><th scope="col">Return</th><th scope="col">Stands for</th><th scope="col">In exports</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((code) => (
              <LedgerRow
                key={code.id} code={code} options={options} editable={editable} ticked={ticked.has(code.id)} isNamed={named.has(code.id)} onTick={tick} onOpen={setOpen}
              />
            ))}
          </tbody>
        </table>
      )}
      {found.length > shown.length && <Button variant="link" onClick={() => setAll(true)}>Show {formatCount(found.length - shown.length)} more</Button>}
      {open !== null && <LedgerCodeDialog code={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function nothingFound(filter: CodesFilter, search: string): string {
  if (search.trim() !== '') return `No code here has “${search.trim()}” in it. ${filter === 'all' ? 'Another word may find it.' : 'It may be among all codes.'}`;
  if (filter === 'to_map') return 'Every code for ICT is mapped.';
  return filter === 'ict' ? 'No code is for ICT, as far as can be told. Choose All to map one.' : 'There is no ledger code yet.';
}
