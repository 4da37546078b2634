import type { Need } from '../../planning/analysis/need-facts.ts';
import { needState, NEED_STATE_WORDS } from '../../planning/analysis/needs/need-state.ts';
import { needRef } from '../../planning/analysis/needs/refs.ts';
import { usePlan } from '../lib/plan.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Section } from '../parts/section.tsx';

type NeedsListProps = { readonly needs: readonly Need[]; readonly selected: number | null; readonly onSelect: (needId: number) => void };

/** The needs with where each of them stands. */
export function NeedsList({ needs, selected, onSelect }: NeedsListProps) {
  const { snapshot: { analysis }, asOf } = usePlan();
  if (needs.length === 0) {
    return <EmptyState title="No needs yet" underTitle>A need says what people have to be able to do and what follows if they cannot. Its options say what that would cost; a decision puts one of them into the plan.</EmptyState>;
  }
  return (
    <Section title="Needs">
      <table className="l needs-list">
        <thead><tr><th scope="col">Need</th><th scope="col">Asked by</th><th scope="col">State</th></tr></thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.id} className={need.id === selected ? 'open' : undefined} aria-current={need.id === selected ? 'true' : undefined}>
              <td><button type="button" className="row-open" onClick={() => onSelect(need.id)}>{needRef(need.number)} {need.name}</button></td>
              <td>{need.askedByRole}</td>
              <td>{NEED_STATE_WORDS[needState(analysis, need, asOf).kind]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
