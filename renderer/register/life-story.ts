import { formatDate, formatLongDate, monthOf } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import { policyFor } from '../../planning/policies.ts';
import { boughtWhen } from '../../planning/quality/assumed.ts';
import { hasLeft } from '../../planning/register/status-rules.ts';
import { successorsOf } from '../../planning/register/succession.ts';
import type { Forecast } from '../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { DISPOSAL_ROUTE_WORDS } from '../../planning/vocabulary.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { spanOf, startLower } from '../../planning/words.ts';
import { coverOf, coverSpans } from './life-cover.ts';
import type { CoverPeriod } from './life-cover.ts';
import type { LifeLink, LifeMark, LifeRemark, LifeSpan, LifeStory } from './life-line.ts';
import type { RegisterRow } from './rows.ts';

type Facts = {
  readonly row: RegisterRow;
  readonly snapshot: PlanSnapshot;
  readonly forecast: Forecast;
  /** Whether other kit is called by its tag: senior leaders look at kit without. */
  readonly tags: boolean;
};

const either = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join(', ') || null;

const each = (row: RegisterRow): string => (row.quantity > 1 ? ' each' : '');

/** The whole months from one day to another, as people say them: `3 years`, `18 months`. */
const lengthWords = (from: IsoDate, to: IsoDate): string | null => {
  const months = monthOf(to) - monthOf(from);
  return months > 0 ? spanOf(months) : null;
};

const boughtMark = (row: RegisterRow): readonly LifeMark[] => {
  const { purchaseDate, purchaseDateAssumed, purchaseDateBasis, unitPaidPence, orderNumber } = row.asset;
  if (purchaseDate === null) return [];
  const paid = unitPaidPence === null ? null : `${formatPounds(unitPaidPence)}${each(row)}`;
  const assumed = purchaseDateBasis === null ? 'day assumed' : `assumed from ${purchaseDateBasis}`;
  return [{
    kind: 'bought', date: purchaseDate, words: purchaseDateAssumed ? `Bought ${boughtWhen(row.asset) ?? ''}` : `Bought, ${formatLongDate(purchaseDate)}`,
    detail: either(purchaseDateAssumed ? assumed : null, paid, orderNumber === null ? null : `order ${orderNumber}`),
  }];
};

/** Each day on which a period of cover ends; an extension and a contract are called so. */
const coverMarks = (periods: readonly CoverPeriod[], today: IsoDate): readonly LifeMark[] => {
  const ends = periods.filter((period) => period.to !== null);
  return ends.flatMap(({ to, from, kind, name, detail }, at): LifeMark[] => {
    if (to === null || ends.findIndex((other) => other.to === to && other.name === name) !== at) return [];
    const words = kind === 'contract' ? name : kind === 'extension' ? 'Extended warranty' : 'Warranty';
    return [{
      kind: 'cover', date: to, words: `${words} ${to < today ? 'ended' : 'ends'}, ${formatDate(to)}`,
      detail: either(kind === 'standard' || from === null ? null : `from ${formatDate(from)}`, detail),
    }];
  });
};

const upgradeMarks = ({ row, snapshot, forecast }: Facts): readonly LifeMark[] => {
  const what = policyFor(row.asset, snapshot.policies)?.upgrade?.what ?? 'upgrade';
  const done = row.asset.upgradeDoneOn;
  if (done !== null) return [{ kind: 'upgrade', date: done, words: `Upgraded, ${formatDate(done)}`, detail: what }];
  const planned = forecast.lines.find((line) => line.assetId === row.id && line.kind === 'upgrade' && line.occurrence === 0);
  if (!planned) return [];
  const price = planned.unitPence === null ? 'no price' : `${formatPounds(planned.unitPence)}${each(row)}`;
  return [{ kind: 'upgrade', date: planned.date, words: `Upgrade, ${formatDate(planned.date)}`, detail: `${what}, ${price}` }];
};

/** Months that the ruler looks past the day an asset is due: support that runs for longer decides nothing here. */
const PAST_DUE_MONTHS = 12;
/** And past today, where nothing else says when it goes. */
const PAST_TODAY_MONTHS = 60;

/** The ends of the maker's and the system's support, where they lie near the life that is drawn. */
const supportMarks = ({ row, snapshot }: Facts, today: IsoDate): readonly LifeMark[] => {
  const { vendorSupportEnd, osEnd, osName, osCanMove, modelId } = row.asset;
  const model = snapshot.models.find(({ id }) => id === modelId);
  const last = row.due === null ? monthOf(today) + PAST_TODAY_MONTHS : monthOf(row.due) + PAST_DUE_MONTHS;
  const near = (date: IsoDate | null): date is IsoDate => date !== null && monthOf(date) <= last;
  const makers = vendorSupportEnd ?? model?.vendorSupportEnd ?? null;
  return [
    ...(near(makers) ? [{ kind: 'support', date: makers, words: `Maker’s support ${makers < today ? 'ended' : 'ends'}, ${formatDate(makers)}`, detail: null } as const] : []),
    ...(near(osEnd) ? [{
      kind: 'support', date: osEnd, words: `System support ${osEnd < today ? 'ended' : 'ends'}, ${formatDate(osEnd)}`,
      detail: either(osName, osCanMove ? 'can be moved to a newer one' : null),
    } as const] : []),
  ];
};

const eventMarks = ({ asset }: RegisterRow): readonly LifeMark[] => {
  const { passedDownOn, disposedOn, disposalRoute, disposalPence } = asset;
  const route = disposalRoute === null ? null : startLower(DISPOSAL_ROUTE_WORDS[disposalRoute]);
  return [
    ...(passedDownOn === null ? [] : [{ kind: 'passed', date: passedDownOn, words: `Passed down, ${formatDate(passedDownOn)}`, detail: null } as const]),
    ...(disposedOn === null ? [] : [{
      kind: 'left', date: disposedOn, words: `Disposed of, ${formatDate(disposedOn)}`,
      detail: either(route, disposalPence === null || disposalPence === 0 ? null : `brought in ${formatPounds(disposalPence)}`),
    } as const]),
  ];
};

const dueMark = (row: RegisterRow): readonly LifeMark[] => {
  if (row.due === null) return [];
  const price = row.onOrder ? 'replacement on order' : row.leaves ? 'not replaced' : row.unitPence === null ? 'no price' : `${formatPounds(row.unitPence)}${each(row)}`;
  const age = row.bought === null ? null : lengthWords(row.bought, row.due);
  const moved = row.asset.movedTo === row.due;
  const words = row.asset.status === 'planned' || row.asset.status === 'ordered' ? 'To come' : row.overdue ? 'Was due' : moved ? 'Due by hand' : 'Due';
  const why = moved ? row.asset.movedReason ?? 'moved, no reason given' : null;
  return [{ kind: moved ? 'moved' : 'due', date: row.due, words: `${words}, ${formatLongDate(row.due)}`, detail: either(price, age === null ? null : `after ${age}`, why) }];
};

/** The stretch in use: under cover, past it, or not known; then what comes after. */
const spansOf = (row: RegisterRow, periods: readonly CoverPeriod[], today: IsoDate): readonly LifeSpan[] => {
  const start = row.bought ?? row.asset.inServiceDate;
  if (start === null) return [{ kind: 'unknown', from: null, to: null }];
  const left = hasLeft(row.asset.status) ? row.asset.disposedOn ?? today : null;
  const planned = left ?? row.due;
  const end = planned === null || planned < start ? null : planned;
  const after: readonly LifeSpan[] = end === null ? [] : row.overdue
    ? [{ kind: 'overdue', from: end, to: today }, { kind: 'after', from: today, to: null }]
    : [{ kind: 'after', from: end, to: null }];
  return [{ kind: 'before', from: null, to: start }, ...coverSpans(periods, start, end), ...after];
};

const linkTo = (asset: Asset, tags: boolean): LifeLink => ({ assetId: asset.id, name: (tags ? asset.tag : null) ?? asset.description });

/** "2018 to 2023": from when it was bought until it left, or until its successor came. */
const yearsWords = (before: Asset, until: IsoDate | null): string => {
  const end = before.disposedOn ?? until;
  const years = [before.purchaseDate, end].map((date) => date?.slice(0, 4) ?? null);
  return years[0] === null || years[1] === null ? '' : `, ${years[0] ?? ''} to ${years[1] ?? ''}`;
};

const remarksOf = ({ row, snapshot, tags }: Facts, periods: readonly CoverPeriod[], today: IsoDate): readonly LifeRemark[] => {
  const start = row.bought ?? row.asset.inServiceDate;
  const before = snapshot.assets.find((asset) => asset.id === row.asset.succeedsAssetId);
  const [after] = successorsOf(snapshot.assets, row.id);
  const remarks: LifeRemark[] = [];
  if (before) {
    const link = linkTo(before, tags);
    remarks.push({ from: null, to: start ?? today, words: `Before: ${link.name}${yearsWords(before, start)}`, link });
  }
  const cover = start === null || row.warranty === null ? null : lengthWords(start, row.warranty);
  if (cover !== null) remarks.push({ from: start, to: row.warranty, words: `In warranty, ${cover}` });
  if (start !== null && periods.length === 0) remarks.push({ from: start, to: row.due ?? today, words: 'Warranty not known' });
  const end = hasLeft(row.asset.status) ? row.asset.disposedOn ?? today : row.overdue ? today : row.due;
  if (after) {
    const link = linkTo(after, tags);
    remarks.push({ from: end ?? today, to: null, words: `Then ${link.name}`, link });
  } else if (end !== null && !hasLeft(row.asset.status)) {
    remarks.push({ from: end, to: null, words: row.asset.status === 'cascaded' ? 'Then replaced' : 'Then replaced or passed down' });
  }
  return remarks;
};

/** What the life line of an asset tells: its days with their words, and the stretches between them. */
export const lifeStory = (facts: Facts): LifeStory => {
  const { row, forecast, snapshot } = facts;
  const today = forecast.asOf;
  const periods = coverOf(snapshot, row.asset);
  return {
    marks: [
      ...boughtMark(row), ...coverMarks(periods, today), ...upgradeMarks(facts), ...supportMarks(facts, today), ...eventMarks(row), ...dueMark(row),
      { kind: 'today', date: today, words: `Today, ${formatLongDate(today)}`, detail: null },
    ],
    spans: spansOf(row, periods, today),
    remarks: remarksOf(facts, periods, today),
  };
};
