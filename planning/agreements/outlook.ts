import { addDays } from '../calendar.ts';
import { known } from '../refresh/due.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { yearlyAmount, type Agreement, type SoftwareTitle } from './agreement.ts';
import { decisionsOf } from './decisions.ts';
import { countsOf } from './driver.ts';
import { agreementState, DAYS_AHEAD, renewsOn, termEnd } from './terms.ts';

/** An agreement whose notice is due and about which nobody has decided. */
export type NoticeDue = { readonly agreement: Agreement; readonly by: IsoDate };

/** Those that want notice in the days ahead, the soonest first. */
export function noticesDue(snapshot: PlanSnapshot, agreements: readonly Agreement[], asOf: IsoDate, daysAhead = DAYS_AHEAD): readonly NoticeDue[] {
  const decisions = decisionsOf(snapshot);
  return agreements.flatMap((agreement): NoticeDue[] => {
    const { kind, date } = agreementState(agreement, asOf, daysAhead);
    const decided = decisions.aboutAgreement(agreement.id, termEnd(agreement, asOf));
    return kind === 'notice_due' && date !== null && decided === null ? [{ agreement, by: date }] : [];
  }).sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.agreement.id - b.agreement.id));
}

/** Whether an agreement is in force on a day or still to begin: what it costs counts then. */
export const isCurrent = (agreement: Agreement, asOf: IsoDate): boolean => agreementState(agreement, asOf).kind !== 'ended';

/** The day support of a title ended, where that has happened and it is still in use; null otherwise. */
export function lostSupportOn(title: SoftwareTitle, asOf: IsoDate): IsoDate | null {
  const end = known(title.supportEnd);
  return end !== null && end < asOf && isCurrent(title, asOf) ? end : null;
}

/** What agreements come to together. */
export type AgreementTotals = {
  readonly count: number;
  readonly yearlyPence: Pence;
  /** Those whose amount, or what it is multiplied by, nobody has entered: they are not in the sum. */
  readonly unknown: number;
};

export function agreementTotals(
  snapshot: Pick<PlanSnapshot, 'school' | 'rolls' | 'assets' | 'categories'>, agreements: readonly Agreement[], asOf: IsoDate,
): AgreementTotals {
  const counts = countsOf(snapshot);
  const amounts = agreements.filter((agreement) => isCurrent(agreement, asOf)).map((agreement) => yearlyAmount(agreement, counts));
  return {
    count: amounts.length,
    yearlyPence: amounts.reduce<number>((sum, pence) => sum + (pence ?? 0), 0),
    unknown: amounts.filter((pence) => pence === null).length,
  };
}

/** The titles that renew by themselves or end in the days ahead, and nobody has decided about. */
export function turningOver<Each extends Agreement>(snapshot: PlanSnapshot, agreements: readonly Each[], asOf: IsoDate, daysAhead = DAYS_AHEAD): readonly Each[] {
  const decisions = decisionsOf(snapshot);
  const last = addDays(asOf, daysAhead);
  return agreements.filter((agreement) => {
    const end = termEnd(agreement, asOf);
    const day = renewsOn(agreement, asOf) ?? end;
    return day !== null && end !== null && end >= asOf && day <= last && decisions.aboutAgreement(agreement.id, end) === null;
  });
}
