import { monthOf } from '../../planning/calendar.ts';
import { planContext, type PlanContext } from '../../planning/context.ts';
import { REGISTER_COLUMNS, type RegisterColumn } from '../../planning/exports/register-columns.ts';
import { unitPenceOf } from '../../planning/event-price.ts';
import { fundName } from '../../planning/budget/fund.ts';
import { codeOfKit } from '../../planning/budget/words.ts';
import { assumedBasis } from '../../planning/quality/assumed.ts';
import { courseOf, type Course } from '../../planning/refresh/occurrences.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { DISPOSAL_ROUTE_WORDS, LIMITING_FACTOR_WORDS, STATUS_WORDS, type IsoDate, type Pence } from '../../planning/vocabulary.ts';
import { spanOf, startUpper } from '../../planning/words.ts';
import { registerLookup, type RegisterLookup } from './register-lookup.ts';
import type { TableColumn, TableDocument, TableKind, TableValue } from './table-document.ts';

type Row = { readonly asset: Asset; readonly course: Course; readonly context: PlanContext; readonly names: RegisterLookup };
type Declared = TableColumn & { readonly read: (row: Row) => TableValue };

const column = (heading: string, kind: TableKind, width: number, read: Declared['read']): Declared => ({ heading, kind, width, read });
const USER_GROUP_WORDS = { staff: 'Staff', pupil: 'Pupil', shared: 'Shared' } as const;

/** Headings that our own import knows again, so that a register taken out and changed elsewhere comes back. */
const COLUMNS: Readonly<Record<RegisterColumn, Declared>> = {
  tag: column('Asset tag', 'text', 14, ({ asset }) => asset.tag),
  serial: column('Serial number', 'text', 18, ({ asset }) => asset.serial),
  description: column('Description', 'text', 34, ({ asset }) => asset.description),
  kind: column('Category', 'text', 20, ({ asset, context }) => startUpper(context.category(asset.categoryKey).singular)),
  make: column('Make', 'text', 16, ({ asset, names }) => names.model(asset)?.make ?? null),
  model: column('Model', 'text', 24, ({ asset, names }) => names.model(asset)?.name ?? null),
  userGroup: column('User group', 'text', 11, ({ asset }) => (asset.userGroup === null ? null : USER_GROUP_WORDS[asset.userGroup])),
  department: column('Department', 'text', 18, ({ asset, names }) => names.department(asset)),
  yearGroup: column('Year group', 'text', 12, ({ asset, names }) => names.yearGroup(asset)),
  room: column('Room', 'text', 16, ({ asset, names }) => names.room(asset)),
  place: column('Room lies in', 'text', 20, ({ asset, names }) => names.place(asset)),
  supplier: column('Supplier', 'text', 24, ({ asset, names }) => names.supplier(asset)),
  orderNumber: column('Order number', 'text', 13, ({ asset }) => asset.orderNumber),
  fund: column('Fund', 'text', 20, ({ asset, context }) => (asset.fundKey === null ? null : fundName(context.snapshot.funds, asset.fundKey))),
  code: column('Code', 'text', 8, ({ asset, context }) => codeOfKit(context.snapshot, asset, context.asOf)),
  quantity: column('Quantity', 'count', 9, ({ asset }) => asset.quantity),
  status: column('Status', 'text', 13, ({ asset }) => STATUS_WORDS[asset.status]),
  bought: column('Purchase date', 'date', 13, ({ asset }) => asset.purchaseDate),
  boughtAssumed: column('Date assumed, going by', 'text', 26, ({ asset }) => assumedBasis(asset)),
  inUseFrom: column('In use from', 'date', 13, ({ asset }) => asset.inServiceDate),
  paid: column('Unit cost, net', 'money', 14, ({ asset }) => asset.unitPaidPence),
  vat: column('VAT per item', 'money', 12, ({ asset }) => asset.unitVatPence),
  warrantyEnd: column('Warranty end', 'date', 13, ({ asset }) => asset.coverEnd),
  supportEnd: column('End of maker’s support', 'date', 13, ({ asset, names }) => asset.vendorSupportEnd ?? names.model(asset)?.vendorSupportEnd ?? null),
  system: column('Operating system', 'text', 20, ({ asset }) => asset.osName),
  systemEnd: column('End of system support', 'date', 13, ({ asset }) => asset.osEnd),
  leaseEnd: column('Lease end', 'date', 13, ({ asset }) => asset.leaseEnd),
  due: column('Due', 'date', 13, ({ course }) => dueOf(course)),
  setBy: column('Due is set by', 'text', 20, (row) => setByWords(row)),
  costThen: column('Cost of one then, net', 'money', 14, (row) => costThen(row)),
  movedBecause: column('Moved because', 'text', 24, ({ asset }) => (asset.movedTo === null ? null : asset.movedReason ?? 'no reason given')),
  passedDown: column('Passed down on', 'date', 13, ({ asset }) => asset.passedDownOn),
  left: column('Left on', 'date', 13, ({ asset }) => asset.disposedOn),
  route: column('How it left', 'text', 18, ({ asset }) => (asset.disposalRoute === null ? null : DISPOSAL_ROUTE_WORDS[asset.disposalRoute])),
  certificate: column('Certificate', 'text', 18, ({ asset }) => asset.disposalCertificate),
  wiped: column('Data wiped on', 'date', 13, ({ asset }) => asset.dataWipedOn),
  broughtIn: column('One brought in, net', 'money', 12, ({ asset }) => asset.disposalPence),
  notes: column('Notes', 'text', 40, ({ asset }) => asset.notes),
};

const dueOf = (course: Course): IsoDate | null =>
  (course.standing === 'in_service' ? course.due.date : course.standing === 'on_the_way' ? course.firstDate : null);

/** `5-year policy` is for the grid: a file says it in full. */
function setByWords({ asset, course }: Pick<Row, 'asset' | 'course'>): string | null {
  if (course.standing === 'out') return null;
  if (course.standing === 'on_the_way') return STATUS_WORDS[asset.status];
  return course.due.factor === 'policy_life' ? `Policy of ${spanOf(course.due.lifeMonths)}` : LIMITING_FACTOR_WORDS[course.due.factor];
}

/** What one costs in the year in which it is first bought, by the forecast's own sum. */
function costThen({ asset, course, context }: Row): Pence | null {
  if (course.standing === 'out' || (course.standing === 'in_service' && course.leavesOn !== null)) return null;
  return unitPenceOf(context, asset, course, { kind: 'replace', occurrence: 0, month: monthOf(course.placedDate) });
}

export type RegisterChoice = { readonly asOf: IsoDate; readonly ids?: readonly number[] | undefined; readonly columns?: readonly RegisterColumn[] | undefined };

/** The rows asked for, in the register's order: those with the numbers given, else all. */
export function chosenAssets(snapshot: PlanSnapshot, ids: readonly number[] | undefined): readonly Asset[] {
  if (ids === undefined) return snapshot.assets;
  const wanted = new Set(ids);
  return snapshot.assets.filter(({ id }) => wanted.has(id));
}

/** The register as one table, with what the forecast makes of each row. */
export function registerTable(snapshot: PlanSnapshot, { asOf, ids, columns = REGISTER_COLUMNS }: RegisterChoice): TableDocument {
  const context = planContext(snapshot, { asOf });
  const names = registerLookup(snapshot);
  const chosen = columns.map((key) => COLUMNS[key]);
  return {
    title: 'Register', sheet: 'Register', school: snapshot.school.name, asOf,
    columns: chosen.map(({ heading, kind, width }) => ({ heading, kind, width })),
    rows: chosenAssets(snapshot, ids).map((asset) => {
      const row = { asset, course: courseOf(context, asset), context, names };
      return chosen.map(({ read }) => read(row));
    }),
  };
}
