import { formatDate, formatLongDate, monthOf } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import { policyFor } from '../../planning/policies.ts';
import type { Forecast } from '../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { spanOf } from '../../planning/words.ts';
import type { LifeMark, LifeRemark, LifeSpan, LifeStory } from './life-line.ts';
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
  const { purchaseDate, purchaseDateAssumed, unitPaidPence, orderNumber } = row.asset;
  if (purchaseDate === null) return [];
  const paid = unitPaidPence === null ? null : `${formatPounds(unitPaidPence)}${each(row)}`;
  return [{
    kind: 'bought', date: purchaseDate, words: `Bought, ${formatLongDate(purchaseDate)}`,
    detail: either(purchaseDateAssumed ? 'day assumed' : null, paid, orderNumber === null ? null : `order ${orderNumber}`),
  }];
};

const coverMark = (row: RegisterRow, today: IsoDate): readonly LifeMark[] => {
  if (row.warranty === null) return [];
  const words = row.warranty < today ? 'Warranty ended' : 'Warranty ends';
  return [{ kind: 'cover', date: row.warranty, words: `${words}, ${formatDate(row.warranty)}`, detail: null }];
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

const dueMark = (row: RegisterRow): readonly LifeMark[] => {
  if (row.due === null) return [];
  const price = row.onOrder ? 'replacement on order' : row.unitPence === null ? 'no price' : `${formatPounds(row.unitPence)}${each(row)}`;
  const age = row.bought === null ? null : lengthWords(row.bought, row.due);
  const words = row.asset.status === 'planned' || row.asset.status === 'ordered' ? 'To come' : row.overdue ? 'Was due' : 'Due';
  return [{ kind: 'due', date: row.due, words: `${words}, ${formatLongDate(row.due)}`, detail: either(price, age === null ? null : `after ${age}`) }];
};

/** The stretch in use: under warranty, past it, or not known; then what comes after. */
const spansOf = (row: RegisterRow, today: IsoDate): readonly LifeSpan[] => {
  const start = row.bought ?? row.asset.inServiceDate;
  if (start === null) return [{ kind: 'unknown', from: null, to: null }];
  const end = row.due === null || row.due < start ? null : row.due;
  const cover = row.warranty === null || row.warranty < start ? null : row.warranty;
  const covered = cover !== null && end !== null && cover > end ? end : cover;
  return [
    { kind: 'before', from: null, to: start },
    ...(covered === null ? [{ kind: 'unknown', from: start, to: end } as const] : [
      { kind: 'covered', from: start, to: covered } as const,
      ...(covered === end ? [] : [{ kind: 'uncovered', from: covered, to: end } as const]),
    ]),
    ...(end === null ? [] : row.overdue
      ? [{ kind: 'overdue', from: end, to: today } as const, { kind: 'after', from: today, to: null } as const]
      : [{ kind: 'after', from: end, to: null } as const]),
  ];
};

const nameOf = (asset: Asset, tags: boolean): string => (tags ? asset.tag : null) ?? asset.description;

const remarksOf = ({ row, snapshot, tags }: Facts, today: IsoDate): readonly LifeRemark[] => {
  const start = row.bought ?? row.asset.inServiceDate;
  const before = snapshot.assets.find((asset) => asset.id === row.asset.succeedsAssetId);
  const after = snapshot.assets.find((asset) => asset.succeedsAssetId === row.id);
  const remarks: LifeRemark[] = [];
  if (before) remarks.push({ from: null, to: start ?? today, words: `Before: ${nameOf(before, tags)}` });
  const cover = start === null || row.warranty === null ? null : lengthWords(start, row.warranty);
  if (cover !== null) remarks.push({ from: start, to: row.warranty, words: `In warranty, ${cover}` });
  if (start !== null && row.warranty === null) remarks.push({ from: start, to: row.due ?? today, words: 'Warranty not known' });
  const end = row.overdue ? today : row.due;
  if (end !== null) remarks.push({ from: end, to: null, words: after ? `Then ${nameOf(after, tags)}` : 'Then replaced' });
  return remarks;
};

/** What the life line of an asset tells: its days with their words, and the stretches between them. */
export const lifeStory = (facts: Facts): LifeStory => {
  const { row, forecast } = facts;
  const today = forecast.asOf;
  return {
    marks: [
      ...boughtMark(row), ...coverMark(row, today), ...upgradeMarks(facts), ...dueMark(row),
      { kind: 'today', date: today, words: `Today, ${formatLongDate(today)}`, detail: null },
    ],
    spans: spansOf(row, today),
    remarks: remarksOf(facts, today),
  };
};
