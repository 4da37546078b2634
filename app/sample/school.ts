import { addMonths } from '../../planning/calendar.ts';
import type { Asset, BudgetLine, School } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { KINDS, modelTitle, type Kind, type SampleModel } from './models.ts';
import { departmentOf } from './places.ts';
import { CONTRACTS, type SampleContract } from './agreements.ts';
import { LEDGER, type SampleEntry } from './ledger.ts';
import { BUDGETS } from './budgets.ts';
import { POLICIES, SCHOOL, type SamplePolicy } from './plan.ts';
import { DISPLAY_PURCHASES } from './purchases-displays.ts';
import { CORE_PURCHASES, type Purchase } from './purchases.ts';
import { seededRandom, wholeBelow, type Random } from './random.ts';
import { SOFTWARE, type SampleTitle } from './software.ts';
import { asKept } from './upkeep.ts';

/** A register row of the made-up school, with names where the plan file holds numbers. */
export type SampleAsset = Pick<
  Asset,
  'description' | 'categoryKey' | 'userGroup' | 'serial' | 'quantity' | 'status' | 'purchaseDate'
  | 'unitPaidPence' | 'orderNumber' | 'fundKey' | 'notes'
> & {
  readonly tag: string;
  /** As the register's "Type" column says it. */
  readonly type: string;
  readonly model: Pick<SampleModel, 'make' | 'name'>;
  readonly department: string | null;
  readonly location: string | null;
  readonly supplier: string | null;
  readonly warrantyStart: IsoDate | null;
  readonly warrantyEnd: IsoDate | null;
};

/** Hillcrest School as plain facts: what a plan file needs to hold it. Everything about it is made up. */
export type SampleSchool = {
  readonly school: School;
  readonly models: readonly SampleModel[];
  readonly assets: readonly SampleAsset[];
  /** Set over what is shipped. */
  readonly policies: readonly SamplePolicy[];
  readonly contracts: readonly SampleContract[];
  readonly software: readonly SampleTitle[];
  readonly ledger: readonly SampleEntry[];
  readonly budgets: readonly BudgetLine[];
};

/** The day the sample's figures are meant to be read at: "21 November 2026". */
export const SAMPLE_AS_OF: IsoDate = '2026-11-21';

const SEED = 4471;

/** The room of each item of a purchase, in the order of its tags. */
function roomsOf({ rooms, count }: Purchase): string[] {
  const counted = rooms.every((room) => typeof room !== 'string');
  if (counted) return rooms.flatMap(([room, items]) => Array.from({ length: items }, () => room));
  const dealt = rooms.filter((room) => typeof room === 'string');
  return Array.from({ length: count }, (_, index) => dealt[index % dealt.length] ?? '');
}

const SERIAL_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** Serial numbers of one delivery follow on: "K4-88210-H", "K4-88211-H". */
function serialsFrom(kind: Kind, random: Random): (index: number) => string {
  const first = 10_000 + wholeBelow(random, 80_000);
  const letter = SERIAL_LETTERS[wholeBelow(random, SERIAL_LETTERS.length)] ?? 'A';
  return (index) => `${kind.serialPrefix}-${first + index}-${letter}`;
}

function assetsOf(purchase: Purchase, random: Random): SampleAsset[] {
  const kind = KINDS[purchase.kind];
  const serial = serialsFrom(kind, random);
  const rooms = roomsOf(purchase);
  if (rooms.length !== purchase.count) throw new Error(`Order ${purchase.order ?? '(none)'} has ${purchase.count} items for ${rooms.length} places.`);
  const row = (index: number, quantity: number): SampleAsset => {
    const room = rooms[index] ?? '';
    return {
      tag: `${kind.tagPrefix}-${String(purchase.firstTag + index).padStart(kind.tagDigits, '0')}`,
      serial: purchase.asGroup === true ? null : serial(index), description: modelTitle(kind.model), type: kind.type,
      categoryKey: kind.model.categoryKey, userGroup: kind.userGroup, model: { make: kind.model.make, name: kind.model.name },
      department: departmentOf(room), location: purchase.keptIn ?? room, supplier: purchase.supplier, quantity,
      status: purchase.status ?? 'in_use', purchaseDate: purchase.bought, unitPaidPence: purchase.paid,
      orderNumber: purchase.order, fundKey: purchase.fund ?? 'delegated', notes: purchase.notes ?? null, ...coverOf(purchase),
    };
  };
  return purchase.asGroup === true ? [row(0, purchase.count)] : rooms.map((_, index) => row(index, 1));
}

const coverOf = ({ bought, warrantyMonths }: Purchase): Pick<SampleAsset, 'warrantyStart' | 'warrantyEnd'> =>
  bought === null || warrantyMonths === null
    ? { warrantyStart: null, warrantyEnd: null }
    : { warrantyStart: bought, warrantyEnd: addMonths(bought, warrantyMonths) };

/**
 * The made-up school, the same on every call: 1,063 items, six contracts, 48 titles of software, a ledger and five budgets. A seeded generator
 * spreads serial numbers and gaps; the purchases themselves are written down.
 */
export function sampleSchool(): SampleSchool {
  const random = seededRandom(SEED);
  const bought = [...CORE_PURCHASES, ...DISPLAY_PURCHASES].flatMap((purchase) => assetsOf(purchase, random));
  return {
    school: SCHOOL, models: Object.values(KINDS).map(({ model }) => model),
    assets: asKept(bought, random), policies: POLICIES, contracts: CONTRACTS, software: SOFTWARE, ledger: LEDGER,
    budgets: BUDGETS,
  };
}
