import { Check } from 'lucide-react';
import type { PlanState } from '../../app/contract/application.ts';
import { useApplication } from '../lib/application.tsx';
import { dayAndTime } from '../lib/moment.ts';
import { useOpenPlan } from '../lib/plan.tsx';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const monthName = (month: number): string => MONTH.format(Date.UTC(2000, month - 1, 1));

function savedWords(plan: PlanState, today: string): string {
  if (plan.savedAt === null) return 'Nothing to save yet';
  const when = dayAndTime(plan.savedAt, today).replace(/^today, /, '');
  return plan.path === null ? `Held in memory, ${when}` : `Saved on this computer, ${when}`;
}

/** When it was saved and backed up, and what every figure on the screen is: nobody has to ask. */
export function Footer() {
  const { application: { plan, today } } = useApplication();
  const open = useOpenPlan();
  const start = open?.savedSnapshot.school.yearStartMonth;
  return (
    <footer className="foot">
      {plan !== null && (
        <>
          <span>{plan.savedAt !== null && <Check className="lucide s" aria-hidden="true" />} {savedWords(plan, today)}</span>
          <span>{plan.backupAt === null ? 'No backup yet' : `Backup made ${dayAndTime(plan.backupAt, today)}`}</span>
        </>
      )}
      <span>Nothing leaves this computer</span>
      <span className="rr">
        <span className="net-of-vat">Whole pounds, net of VAT</span>
        <span className="with-vat">Whole pounds, with VAT</span>
        {start !== undefined && <span>Financial year {monthName(start)} to {monthName((start + 10) % 12 + 1)}</span>}
      </span>
    </footer>
  );
}
