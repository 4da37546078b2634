import { financialYearLabel, financialYearOf, monthOf } from '../../planning/calendar.ts';
import { itemsOf, planContext } from '../../planning/context.ts';
import type { ForecastOptions, PlanContext } from '../../planning/context.ts';
import { unitPenceOf } from '../../planning/event-price.ts';
import { known } from '../../planning/refresh/due.ts';
import { courseOf } from '../../planning/refresh/occurrences.ts';
import type { InService, OnTheWay } from '../../planning/refresh/occurrences.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { LIMITING_FACTOR_WORDS, STATUS_WORDS } from '../../planning/vocabulary.ts';
import type { IsoDate, NotForecastReason, Pence, UserGroup } from '../../planning/vocabulary.ts';
import { rowName } from '../../planning/words.ts';

/** A register row as the grid shows, sorts and filters it. Everything worked out in it comes from planning. */
export type RegisterRow = {
  readonly id: number;
  readonly asset: Asset;
  readonly tag: string | null;
  readonly description: string;
  /** "Pupil laptops". */
  readonly kind: string;
  readonly room: string | null;
  readonly quantity: number;
  readonly bought: IsoDate | null;
  readonly boughtYear: string | null;
  /** For all items of the row, net. */
  readonly paidPence: Pence | null;
  /** The last day of cover. */
  readonly warranty: IsoDate | null;
  readonly warrantyYear: string | null;
  /** When it is to be replaced; for planned and ordered kit, when it is to come. */
  readonly due: IsoDate | null;
  /** The label of its financial year, or `OVERDUE`. */
  readonly dueYear: string | null;
  /** The financial year in which it is to be bought: what is overdue, in that of the as-at date. */
  readonly buyYear: string | null;
  readonly overdue: boolean;
  /** "5-year policy", "Warranty end". */
  readonly setBy: string | null;
  /** The price of one when it falls due, net; null without a price or a date. */
  readonly unitPence: Pence | null;
  /** What buying the row's items costs when they fall due, net; null without a price or a date. */
  readonly costPence: Pence | null;
  /** True where the replacement of every item is on order: its cost stands on the order's own row. */
  readonly onOrder: boolean;
  /** True where it was decided not to replace it: it leaves when it is due. */
  readonly leaves: boolean;
  readonly statusWords: string;
  /** Why it is not in the forecast; null where it is. */
  readonly leftOut: NotForecastReason | null;
};

/** What stands for the year of kit that should have been replaced before the as-at month. */
export const OVERDUE = 'Overdue';

type Figures = Pick<RegisterRow, 'due' | 'dueYear' | 'buyYear' | 'overdue' | 'setBy' | 'unitPence' | 'costPence' | 'onOrder' | 'leaves' | 'leftOut'>;

/** "5-year policy", or in months where the life is not whole years. */
const policyWords = (lifeMonths: number): string =>
  (lifeMonths % 12 === 0 ? `${lifeMonths / 12}-year policy` : `${lifeMonths}-month policy`);

const setByWords = (asset: Asset, course: InService | OnTheWay): string => {
  if (course.standing === 'on_the_way') return STATUS_WORDS[asset.status];
  return course.due.factor === 'policy_life' ? policyWords(course.due.lifeMonths) : LIMITING_FACTOR_WORDS[course.due.factor];
};

/** The price of one when it is first bought: the same sum as the forecast's, also beyond the plan's last year. */
const unitCost = (context: PlanContext, asset: Asset, course: InService | OnTheWay): Pence | null => {
  // What leaves without a replacement costs nothing: there is no price to show.
  if (course.standing === 'in_service' && course.leavesOn !== null) return null;
  return unitPenceOf(context, asset, course, { kind: 'replace', occurrence: 0, month: monthOf(course.placedDate) });
};

const figuresOf = (context: PlanContext, asset: Asset, label: (date: IsoDate) => string): Figures => {
  const course = courseOf(context, asset);
  if (course.standing === 'out') {
    return {
      due: null, dueYear: null, buyYear: null, overdue: false, setBy: null, unitPence: null, costPence: null, onOrder: false, leaves: false, leftOut: course.reason,
    };
  }
  const due = course.standing === 'in_service' ? course.due.date : course.firstDate;
  const overdue = course.standing === 'in_service' && course.overdue;
  const unit = unitCost(context, asset, course);
  return {
    due, overdue, dueYear: overdue ? OVERDUE : label(due), buyYear: label(course.placedDate), setBy: setByWords(asset, course),
    unitPence: unit, costPence: unit === null ? null : unit * course.quantity, onOrder: course.quantity === 0, leftOut: null,
    leaves: course.standing === 'in_service' && course.leavesOn !== null,
  };
};

/** Words worked out once for each thing they name: fifty thousand rows have a few dozen kinds and years. */
const once = <Key, Words>(work: (key: Key) => Words): ((key: Key) => Words) => {
  const known = new Map<Key, Words>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(key);
    known.set(key, made);
    return made;
  };
};

/** The words that many rows share. */
type SharedWords = {
  readonly kind: (asset: Asset) => string;
  readonly year: (date: IsoDate) => string;
  readonly room: (locationId: number) => string | null;
};

const sharedWords = (context: PlanContext): SharedWords => {
  const year = once((start: number) => financialYearLabel(start, context.yearStartMonth));
  const kind = once((group: UserGroup | null) => once((categoryKey: string) => rowName(context.category(categoryKey), group)));
  const rooms = new Map(context.snapshot.locations.map((location) => [location.id, location.name]));
  return {
    kind: ({ categoryKey, userGroup }) => kind(userGroup)(categoryKey),
    year: (date) => year(financialYearOf(date, context.yearStartMonth)),
    room: (locationId) => rooms.get(locationId) ?? null,
  };
};

// Every field by its name: spreading one object into another takes several times as long for a large register.
const rowOf = (context: PlanContext, words: SharedWords, asset: Asset): RegisterRow => {
  const { due, dueYear, buyYear, overdue, setBy, unitPence, costPence, onOrder, leaves, leftOut } = figuresOf(context, asset, words.year);
  const quantity = itemsOf(asset);
  const bought = known(asset.purchaseDate);
  const warranty = known(asset.coverEnd);
  return {
    id: asset.id, asset, tag: asset.tag, description: asset.description, kind: words.kind(asset), quantity,
    room: asset.locationId === null ? null : words.room(asset.locationId),
    bought, boughtYear: bought === null ? null : words.year(bought),
    paidPence: asset.unitPaidPence === null ? null : asset.unitPaidPence * quantity,
    warranty, warrantyYear: warranty === null ? null : words.year(warranty),
    statusWords: STATUS_WORDS[asset.status],
    due, dueYear, buyYear, overdue, setBy, unitPence, costPence, onOrder, leaves, leftOut,
  };
};

export type Register = {
  /** In the order of the plan. */
  readonly rows: readonly RegisterRow[];
};

/** Every row of the register with its figures, worked out once for a snapshot. */
export const buildRegister = (snapshot: PlanSnapshot, options: ForecastOptions): Register => {
  const context = planContext(snapshot, options);
  const words = sharedWords(context);
  return { rows: snapshot.assets.map((asset) => rowOf(context, words, asset)) };
};
