import type { Acknowledgement, SoftwareTitle } from '../../../planning/agreements/agreement.ts';
import { decisionsOf } from '../../../planning/agreements/decisions.ts';
import { isCurrent, lostSupportOn, turningOver } from '../../../planning/agreements/outlook.ts';
import { countsOf } from '../../../planning/agreements/driver.ts';
import { agreementCosts, paymentWords } from '../../../planning/agreements/payment.ts';
import { agreementState, noticeBy, termEnd } from '../../../planning/agreements/terms.ts';
import type { AgreementState } from '../../../planning/agreements/terms.ts';
import { plannedKit } from '../../../planning/analysis/fit/planned-kit.ts';
import { readinessOf } from '../../../planning/analysis/fit/readiness.ts';
import type { Readiness } from '../../../planning/analysis/fit/readiness.ts';
import { categoryNamed } from '../../../planning/categories.ts';
import type { Forecast } from '../../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import type { IsoDate, Pence } from '../../../planning/vocabulary.ts';

/** How a title stands, in a word or two; the order in which they are listed. */
export const TITLE_STATES = ['Notice due', 'Renews soon', 'Ends soon', 'Renews', 'Runs', 'Goes on', 'Bought once', 'Not started', 'By decision', 'Ended'] as const;
export type TitleState = (typeof TITLE_STATES)[number];

export type SoftwareRow = {
  readonly id: number;
  readonly title: SoftwareTitle;
  readonly supplier: string | null;
  readonly departments: readonly string[];
  /** "For learning" or "Administration". */
  readonly use: string;
  readonly end: IsoDate | null;
  readonly notice: IsoDate | null;
  readonly state: TitleState;
  readonly says: string;
  readonly price: string;
  readonly yearlyPence: Pence | null;
  readonly planPence: Pence | null;
  readonly supportEnd: IsoDate | null;
  /** Its support is over and it is still in use. */
  readonly lostSupport: boolean;
  /** What somebody decided about that; null while nobody has. */
  readonly supportDecision: Acknowledgement | null;
  readonly readiness: Readiness | null;
  readonly decision: Acknowledgement | null;
  readonly current: boolean;
};

const STATES: Readonly<Record<AgreementState['kind'], TitleState>> = {
  bought_once: 'Bought once', not_started: 'Not started', without_end: 'Goes on', ended: 'Ended', notice_due: 'Notice due', renews: 'Renews', runs: 'Runs',
};

const stateOf = (title: SoftwareTitle, kind: AgreementState['kind'], decided: boolean, turning: boolean): TitleState => {
  if (decided && kind !== 'ended') return 'By decision';
  if (kind === 'notice_due' || !turning) return STATES[kind];
  return title.autoRenews ? 'Renews soon' : 'Ends soon';
};

/** The titles in their order, with what they cost, how they stand, and what they run on. */
export function softwareRows(snapshot: PlanSnapshot, forecast: Forecast): readonly SoftwareRow[] {
  const { asOf } = forecast;
  const { software, suppliers, departments } = snapshot;
  const counts = countsOf(snapshot);
  const decisions = decisionsOf(snapshot);
  const costs = agreementCosts(snapshot, forecast);
  const kit = plannedKit(snapshot, { asOf });
  const turning = new Set(turningOver(snapshot, software, asOf).map(({ id }) => id));
  return software.map((title): SoftwareRow => {
    const end = termEnd(title, asOf);
    const stands = agreementState(title, asOf);
    const decision = decisions.aboutAgreement(title.id, end);
    return {
      id: title.id, title, supplier: suppliers.find(({ id }) => id === title.supplierId)?.name ?? null,
      departments: departments.filter(({ id }) => title.departmentIds.includes(id)).map(({ name }) => name),
      use: title.costCategory === 'admin_software' ? 'Administration' : 'Learning', end, notice: stands.kind === 'ended' ? null : noticeBy(title, asOf),
      state: stateOf(title, stands.kind, decision !== null, turning.has(title.id)), says: stands.text, price: paymentWords(title, counts),
      ...costs.get(title.id) ?? { yearlyPence: null, planPence: null }, supportEnd: title.supportEnd, lostSupport: lostSupportOn(title, asOf) !== null,
      supportDecision: decisions.aboutSupport(title.id, title.supportEnd),
      readiness: readinessOf(snapshot, kit, title), decision, current: isCurrent(title, asOf),
    };
  });
}

/** Rows of the register that are software and no kit: an import of licences puts them there. */
export const softwareInRegister = ({ assets, categories }: PlanSnapshot): readonly Asset[] =>
  assets.filter(({ categoryKey }) => (categoryKey === 'software' || categoryKey === 'cloud_service') && categoryNamed(categories, categoryKey).chartGroup === 'running');
