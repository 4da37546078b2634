import { X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { formatPounds } from '../../planning/money.ts';
import { differenceEffects, effectsAddUp } from '../../planning/scenarios/difference-effects.ts';
import type { ScenarioDifference } from '../../planning/scenarios/scenario.ts';
import { reasonWords, startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Section } from '../parts/section.tsx';
import type { Column } from './use-sides.ts';

/** Why a difference is there, to be changed in place. Enter keeps it, Esc leaves it as it was. */
function Because({ difference, what, changeable }: { readonly difference: ScenarioDifference; readonly what: string; readonly changeable: boolean }) {
  const run = useCommand();
  const [typed, setTyped] = useState<string | null>(null);
  // By Enter or Esc the focus goes back to the reason; a press elsewhere has put it where it is.
  const byKey = useRef(false);
  const words = difference.reason ?? 'no reason given';
  const keep = async (): Promise<void> => {
    if (typed !== null && typed.trim() !== (difference.reason ?? '')) await run('scenario.reason', { differenceId: difference.id, reason: typed.trim() || null });
    setTyped(null);
  };
  if (!changeable) return <span className={difference.reason === null ? 'q2' : undefined}>{words}</span>;
  if (typed === null) {
    return (
      <button
        type="button" className={difference.reason === null ? 'because q2' : 'because'} aria-label={`Because: ${reasonWords(difference.reason)}. Change the reason for ${what}`}
        onClick={() => setTyped(difference.reason ?? '')}
        ref={(button) => {
          if (byKey.current) button?.focus();
          byKey.current = false;
        }}
      >
        {words}
      </button>
    );
  }
  return (
    <input
      className="control small" aria-label={`Reason for ${what}`} value={typed} maxLength={500} ref={(input) => input?.focus()}
      onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => void keep()}
      onKeyDown={(event) => {
        byKey.current = event.key === 'Enter' || event.key === 'Escape';
        if (event.key === 'Enter') void keep();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}

const signed = (pence: number): string => (pence === 0 ? '–' : `${pence > 0 ? '+' : ''}${formatPounds(pence, { symbol: false })}`);

/** What a scenario says differently from the one it starts from, each with what it comes to and why. */
export function DifferencesList({ column }: { readonly column: Column }) {
  const { facts, writable } = usePlan();
  const run = useCommand();
  const { scenario } = column;
  const told = useMemo(() => differenceEffects(facts, scenario, column.options), [facts, scenario, column.options]);
  const addsUp = useMemo(() => effectsAddUp(facts, scenario, column.options, told), [facts, scenario, column.options, told]);
  const parent = facts.scenarios.find(({ id }) => id === scenario.parentId);
  const changeable = writable && scenario.state === 'working';
  const title = `Differences of ${scenario.name}`;
  if (parent === undefined) {
    return <Section title={title}><EmptyState title={`${scenario.name} is the plan itself`}>Its policies, prices, dates and budgets are those of the other pages. Other scenarios start from it and hold only what they say differently.</EmptyState></Section>;
  }
  if (told.length === 0) {
    return <Section title={title}><EmptyState title="No differences yet">It is the same as {parent.name} in every figure. Open it, then try a what-if or move kit on the Refresh plan: what you keep goes in here.</EmptyState></Section>;
  }
  const { years } = column.forecast;
  return (
    <Section title={title} aside={`From ${parent.name}; £, more or less by year because of each${scenario.published === null ? '' : ', by the plan as it is today'}`}>
      <table className="l differences">
        <thead>
          <tr>
            <th scope="col">What</th><th scope="col">From</th><th scope="col">To</th>
            {years.map(({ label }) => <th key={label} scope="col" className="num">{label}</th>)}
            <th scope="col">Because</th><th scope="col"><span className="vh">Take out</span></th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ difference, words: { what, from, to }, years: effect }) => (
            <tr key={difference.id}>
              <th scope="row">{startUpper(what)}</th><td>{from !== null && <s>{startUpper(from)}</s>}</td><td>{startUpper(to)}</td>
              {effect.map((pence, index) => <td key={index} className="num">{signed(pence)}</td>)}
              <td><Because difference={difference} what={what} changeable={changeable} /></td>
              <td className="act">{changeable && <IconButton small label={`Take out: ${what}`} onClick={() => void run('scenario.drop', { differenceIds: [difference.id] })}><X aria-hidden="true" /></IconButton>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!addsUp && (
        <p className="scenario-note q2">Each is what would change without it. Two about the same kit can each count what only both bring about, so these do not add up to the whole.</p>
      )}
      {changeable && told.length > 1 && (
        <p className="scenario-note"><Button variant="link" small onClick={() => void run('scenario.drop', { differenceIds: told.map(({ difference }) => difference.id) })}>Take out all {told.length}</Button></p>
      )}
    </Section>
  );
}
