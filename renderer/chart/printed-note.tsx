import { formatLongDate } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';

/** What a printed page must say of itself: whose figures, of which day, with or without a what-if. Not on screen. */
export function PrintedNote() {
  const { application, plan, asOf, whatIf } = usePlan();
  const school = plan.schoolName === '' ? plan.fileName : plan.schoolName;
  return (
    <p className="printed-note">
      {school}. Figures as at {formatLongDate(asOf)}, whole pounds, net of VAT.{' '}
      {whatIf.length === 0 ? '' : 'With a what-if that is not in the plan. '}Kitplan {application.version}.
    </p>
  );
}
