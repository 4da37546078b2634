import { useMemo } from 'react';
import { AS_ITS_POLICY_SAYS, decisionsOf, type Decision } from '../../planning/scenarios/decisions.ts';
import { startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

function DecisionLine({ decision: { what, to, reason, assetIds } }: { readonly decision: Decision }) {
  const { scenario, changeable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const putBack = (): void => void run('scenario.change', {
    scenarioId: scenario.id, changes: [{ change: { kind: 'action', assetIds: [...assetIds], ...AS_ITS_POLICY_SAYS }, reason: null }],
  });
  return (
    <tr>
      <th scope="row"><Button variant="link" small onClick={() => go('register', { filter: { ids: assetIds } })}>{startUpper(what)}</Button></th>
      <td>{startUpper(to)}</td>
      <td className="q2">{reason ?? 'no reason given'}</td>
      <td className="act">{changeable && <Button variant="link" small aria-label={`Put back: ${what}`} onClick={putBack}>Put back</Button>}</td>
    </tr>
  );
}

/**
 * What is decided about kit other than a plain replacement. Kit that costs nothing any more has no row in the ledger:
 * here it is found again, and put back.
 */
export function Decided() {
  const { savedSnapshot } = usePlan();
  const decisions = useMemo(() => decisionsOf(savedSnapshot), [savedSnapshot]);
  if (decisions.length === 0) return null;
  return (
    <Section title="Decided otherwise" aside="Other than replaced when its policy says" className="decided">
      <table className="l">
        <thead><tr><th scope="col">What</th><th scope="col">What becomes of it</th><th scope="col">Because</th><th scope="col"><span className="vh">Put back</span></th></tr></thead>
        <tbody>{decisions.map((decision) => <DecisionLine key={`${decision.to} ${decision.assetIds.join()}`} decision={decision} />)}</tbody>
      </table>
    </Section>
  );
}
