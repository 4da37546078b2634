import { useQuery } from '@tanstack/react-query';
import { ask, useApplication } from '../lib/application.tsx';
import { useTitleFocus } from '../lib/navigation.tsx';
import { dayAndTime } from '../lib/moment.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { usePlanActions } from './plan-actions.ts';

/** No plan is open: the ones that are there, or a new one. */
export function NoPlan() {
  const { application: { can, today } } = useApplication();
  const actions = usePlanActions();
  const title = useTitleFocus();
  const { data } = useQuery({ queryKey: ['plan.list'], queryFn: () => ask('plan.list', {}) });
  const plans = data ?? [];
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1 ref={title} tabIndex={-1}>No plan is open</h1>
          <p className="say">A plan holds a school’s kit, its policies and its budget in one file on this computer.</p>
        </div>
        <div className="acts">
          <Button onClick={() => void actions.openSample()}>Open Hillcrest</Button>
          {can.choosePlanFile && <Button onClick={() => void actions.choose()}>Open a plan file</Button>}
          <Button variant="filled" onClick={() => void actions.startNew()}>Start a new plan</Button>
        </div>
      </header>
      {plans.length > 0 && (
        <div className="page-body">
          <Section title="Plans on this computer">
            <table className="l">
              <thead><tr><th scope="col">Plan</th><th scope="col">Changed</th></tr></thead>
              <tbody>
                {plans.map((plan) => (
                  <tr key={plan.path}>
                    <td><Button variant="link" onClick={() => void actions.open(plan.path)}>{plan.fileName.replace(/\.kitplan$/, '')}</Button></td>
                    <td>{dayAndTime(plan.changedAt, today)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        </div>
      )}
    </div>
  );
}
