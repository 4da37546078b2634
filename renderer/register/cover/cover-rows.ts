import type { Acknowledgement, Contract } from '../../../planning/agreements/agreement.ts';
import { contractKit, coverLots } from '../../../planning/agreements/cover.ts';
import type { CoverLot, Uncovered } from '../../../planning/agreements/cover.ts';
import { decisionsOf } from '../../../planning/agreements/decisions.ts';
import { agreementCosts } from '../../../planning/agreements/payment.ts';
import { agreementState, noticeBy, termEnd } from '../../../planning/agreements/terms.ts';
import type { AgreementState } from '../../../planning/agreements/terms.ts';
import { planContext } from '../../../planning/context.ts';
import type { Forecast } from '../../../planning/result.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { CONTRACT_KIND_WORDS } from '../../../planning/vocabulary.ts';
import type { IsoDate, Pence } from '../../../planning/vocabulary.ts';

/** How a row stands, in a word or two: what its filter ticks and what stands beside its icon. */
export const STATES = ['Notice due', 'Out of cover', 'Ends soon', 'Renews', 'Covered', 'Runs', 'Goes on', 'Not started', 'Extended', 'By decision', 'Ended'] as const;
export type CoverState = (typeof STATES)[number];

/** A contract, or a lot of equal warranties, or kit of which no cover is known. */
export type CoverRow = {
  readonly id: number;
  readonly contract: Contract | null;
  readonly lot: CoverLot | null;
  readonly name: string;
  readonly kind: string;
  readonly supplier: string | null;
  readonly reference: string | null;
  /** Items it is about, and those of them in service. */
  readonly items: number;
  readonly inService: number;
  readonly assetIds: readonly number[];
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  readonly notice: IsoDate | null;
  readonly state: CoverState;
  /** The state as a sentence. */
  readonly says: string;
  readonly yearlyPence: Pence | null;
  readonly planPence: Pence | null;
  readonly uncovered: Uncovered;
  readonly decision: Acknowledgement | null;
};

/** Contracts keep their own numbers; lots are numbered by their first period, unknown cover by its first asset. */
const LOT = 1_000_000_000;
const UNKNOWN = 2_000_000_000;

const CONTRACT_STATES: Readonly<Record<AgreementState['kind'], CoverState>> = {
  bought_once: 'Goes on', not_started: 'Not started', without_end: 'Goes on', ended: 'Ended', notice_due: 'Notice due', renews: 'Renews', runs: 'Runs',
};

const LOT_KINDS: Readonly<Record<CoverLot['kind'], string>> = { standard: 'Warranty', extension: 'Extension', unknown: 'No cover known' };

/** How a lot stands: what wants somebody's eye comes first. */
function lotState({ endsOn, uncovered, endingSoon, extended, quantity, inService }: CoverLot, asOf: IsoDate): readonly [CoverState, string] {
  if (uncovered.quantity > 0) {
    return ['Out of cover', `${uncovered.quantity.toLocaleString('en-GB')} in use ${endsOn === null ? 'of which no cover is known' : 'without cover'}`];
  }
  if (uncovered.decided > 0) return ['By decision', 'Used without cover, by decision'];
  if (extended === quantity) return ['Extended', 'Covered longer by another period or contract'];
  if (endsOn !== null && endsOn < asOf) return ['Ended', 'Ended'];
  if (endingSoon > 0) return ['Ends soon', 'Ends within 90 days'];
  return ['Covered', inService === 0 ? 'Not in use yet' : 'Covered'];
}

/** The rows of Warranties and contracts: contracts in their order, then lots by when they end. */
export function coverRows(snapshot: PlanSnapshot, forecast: Forecast): readonly CoverRow[] {
  const { asOf } = forecast;
  const context = planContext(snapshot, { asOf });
  const decisions = decisionsOf(snapshot);
  const costs = agreementCosts(snapshot, forecast);
  const kit = contractKit(context);
  const suppliers = new Map(snapshot.suppliers.map(({ id, name }) => [id, name]));
  const supplierOf = (id: number | null): string | null => (id === null ? null : suppliers.get(id) ?? null);
  const nothing: Uncovered = { quantity: 0, assetIds: [], replacementPence: 0, unpriced: 0, decided: 0 };

  const contracts = snapshot.contracts.map((contract): CoverRow => {
    const end = termEnd(contract, asOf);
    const stands = agreementState(contract, asOf);
    const decision = decisions.aboutAgreement(contract.id, end);
    const about = kit.get(contract.id) ?? { quantity: 0, inService: 0, uncovered: nothing };
    const out = about.uncovered.quantity > 0;
    return {
      id: contract.id, contract, lot: null, name: contract.name, kind: CONTRACT_KIND_WORDS[contract.contractKind], supplier: supplierOf(contract.supplierId),
      reference: contract.reference, items: about.quantity, inService: about.inService, assetIds: contract.assetIds, start: contract.start, end,
      notice: stands.kind === 'ended' ? null : noticeBy(contract, asOf), ...costs.get(contract.id) ?? { yearlyPence: null, planPence: null },
      state: out ? 'Out of cover' : stands.kind === 'notice_due' && decision !== null ? 'By decision' : CONTRACT_STATES[stands.kind],
      says: stands.text, uncovered: about.uncovered, decision,
    };
  });

  const lots = coverLots(context).map((lot): CoverRow => {
    const [state, says] = lotState(lot, asOf);
    const [firstAsset = 0] = lot.assetIds;
    const [firstPeriod] = lot.warrantyIds;
    return {
      id: firstPeriod === undefined ? UNKNOWN + firstAsset : LOT + firstPeriod, contract: null, lot, name: lot.description, kind: LOT_KINDS[lot.kind],
      supplier: supplierOf(lot.supplierId), reference: lot.reference, items: lot.quantity, inService: lot.inService, assetIds: lot.assetIds,
      start: lot.startsOn, end: lot.endsOn, notice: null, state, says, yearlyPence: null, planPence: null, uncovered: lot.uncovered,
      decision: decisions.aboutCover({ id: firstAsset, coverEnd: lot.endsOn }),
    };
  });
  return [...contracts, ...lots];
}

/** What rows come to together, for the foot of the list. */
export const coverTotals = (rows: readonly CoverRow[]): {
  readonly contracts: number; readonly yearlyPence: Pence; readonly planPence: Pence; readonly unknown: number; readonly uncovered: number; readonly replacementPence: Pence;
} => {
  const current = rows.filter(({ contract, state }) => contract !== null && state !== 'Ended');
  const sum = (read: (row: CoverRow) => number, list: readonly CoverRow[] = rows): number => list.reduce((total, row) => total + read(row), 0);
  return {
    contracts: current.length, yearlyPence: sum(({ yearlyPence }) => yearlyPence ?? 0, current), planPence: sum(({ planPence }) => planPence ?? 0, current),
    unknown: current.filter(({ yearlyPence }) => yearlyPence === null).length,
    uncovered: sum(({ uncovered }) => uncovered.quantity), replacementPence: sum(({ uncovered }) => uncovered.replacementPence),
  };
};
