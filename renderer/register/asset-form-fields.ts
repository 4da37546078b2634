import { formatLongDate } from '../../planning/calendar.ts';
import { placeCalled } from '../../planning/places.ts';
import { USER_GROUP_WORDS } from '../../planning/register/field-words.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import {
  ASSET_STATUSES, DISPOSAL_ROUTES, DISPOSAL_ROUTE_WORDS, STATUS_WORDS, USER_GROUPS,
} from '../../planning/vocabulary.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import type { Request } from '../../app/contract/contract.ts';
import { fundOptions } from '../lib/fund-options.ts';
import { readCount, readDate, readPounds } from '../lib/field-text.ts';
import type { FieldReading } from '../lib/field-text.ts';

/** The fields of `register.edit`. A field left out stays as it is; null clears it. */
export type AssetSet = Request<'register.edit'>['set'];
export type FormField = Exclude<keyof AssetSet, 'movedTo'>;
export type FormTexts = Readonly<Record<FormField, string>>;

type Choices = (snapshot: PlanSnapshot) => readonly { readonly value: string; readonly label: string }[];
/** How a field is typed: text with a list of what is there already, a day, an amount, one of a few, several lines. */
export type FieldKind =
  | { readonly kind: 'text'; readonly list?: (snapshot: PlanSnapshot) => readonly string[]; readonly wide?: true; readonly needed?: true }
  | { readonly kind: 'date' } | { readonly kind: 'money' } | { readonly kind: 'count' } | { readonly kind: 'note' }
  | { readonly kind: 'choice'; readonly choices: Choices };
export type FieldSpec = FieldKind & { readonly field: FormField; readonly label: string };
type Section = { readonly title: string; readonly fields: readonly FieldSpec[] };

const fixed = (options: readonly { readonly value: string; readonly label: string }[]): Choices => () => options;
const words = <Key extends string>(keys: readonly Key[], of: Readonly<Record<Key, string>>) => keys.map((value) => ({ value, label: of[value] }));
const names = (rows: readonly { readonly name: string }[]): readonly string[] => [...new Set(rows.map(({ name }) => name))];

/** Rooms as they can be told apart: of two stores each with what it lies in. */
const roomNames = ({ locations }: PlanSnapshot): readonly string[] => {
  const called = placeCalled(locations);
  return locations.filter(({ kind }) => kind === 'room').map(({ id, name }) => called(id) ?? name);
};

const text = (field: FormField, label: string, list?: (snapshot: PlanSnapshot) => readonly string[]): FieldSpec =>
  ({ kind: 'text', field, label, ...(list === undefined ? {} : { list }) });
const date = (field: FormField, label: string): FieldSpec => ({ kind: 'date', field, label });
const money = (field: FormField, label: string): FieldSpec => ({ kind: 'money', field, label });
const choice = (field: FormField, label: string, choices: Choices): FieldSpec => ({ kind: 'choice', field, label, choices });

export const KIND_CHOICES: Choices = ({ categories }) => categories.filter(({ chartGroup }) => chartGroup !== 'running')
  .map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
export const GROUP_CHOICES = [{ value: '', label: 'Anybody' }, ...words(USER_GROUPS, USER_GROUP_WORDS)];

/** Every field of an asset, in the order in which people look for them. The day it is moved to has a dialog of its own. */
export const SECTIONS: readonly Section[] = [
  { title: 'What and where it is', fields: [
    { kind: 'text', field: 'description', label: 'What it is', wide: true, needed: true },
    text('room', 'Room', roomNames), choice('status', 'Status', fixed(words(ASSET_STATUSES, STATUS_WORDS))),
    text('department', 'Department', ({ departments }) => names(departments)), choice('userGroup', 'For', fixed(GROUP_CHOICES)),
    text('tag', 'Tag'), text('serial', 'Serial number'),
    text('yearGroup', 'Year group', ({ yearGroups }) => names(yearGroups)), { kind: 'count', field: 'quantity', label: 'How many' },
  ] },
  { title: 'Bought', fields: [
    date('purchaseDate', 'Bought'), date('inServiceDate', 'First day in use'), money('unitPaidPence', 'Paid for one, £'), money('unitVatPence', 'VAT on one, £'),
    text('orderNumber', 'Order'), text('supplier', 'Supplier', ({ suppliers }) => names(suppliers)), choice('fundKey', 'Fund', ({ funds }) => fundOptions(funds, 'Not known')),
  ] },
  { title: 'Cover and support', fields: [
    date('coverEnd', 'Warranty ends'), date('vendorSupportEnd', 'Maker’s support ends'), text('osName', 'System'), date('osEnd', 'System support ends'),
    choice('osCanMove', 'Can go to a newer system', fixed([{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }])), date('leaseEnd', 'Lease ends'),
  ] },
  { title: 'Kind and model', fields: [
    choice('categoryKey', 'Kind', KIND_CHOICES), text('make', 'Make', ({ models }) => names(models.flatMap(({ make }) => (make === null ? [] : [{ name: make }])))),
    { kind: 'text', field: 'model', label: 'Model', list: ({ models }) => names(models), wide: true },
  ] },
  { title: 'Replacing it', fields: [money('overridePence', 'Price of its own, £'), date('upgradeDoneOn', 'Upgrade done')] },
  { title: 'Passed down or gone', fields: [
    date('passedDownOn', 'Passed down on'), date('disposedOn', 'Left on'),
    choice('disposalRoute', 'How it left', fixed([{ value: '', label: 'Not known' }, ...words(DISPOSAL_ROUTES, DISPOSAL_ROUTE_WORDS)])), text('disposalCertificate', 'Certificate'),
    date('dataWipedOn', 'Data wiped on'), money('disposalPence', 'Income for one, £'),
  ] },
  { title: 'Notes', fields: [{ kind: 'note', field: 'notes', label: 'Notes' }] },
];

const dayText = (day: IsoDate | null): string => (day === null ? '' : formatLongDate(day));
const poundsText = (pence: Pence | null): string => (pence === null ? '' : (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2));

/** The fields as they stand. */
export const textsOf = (asset: Asset, snapshot: PlanSnapshot): FormTexts => {
  const nameIn = (rows: readonly { readonly id: number; readonly name: string }[], id: number | null): string => rows.find((row) => row.id === id)?.name ?? '';
  const model = snapshot.models.find(({ id }) => id === asset.modelId);
  return {
    tag: asset.tag ?? '', serial: asset.serial ?? '', description: asset.description, categoryKey: asset.categoryKey, make: model?.make ?? '', model: model?.name ?? '',
    userGroup: asset.userGroup ?? '', room: asset.locationId === null ? '' : placeCalled(snapshot.locations)(asset.locationId) ?? '', department: nameIn(snapshot.departments, asset.departmentId),
    yearGroup: nameIn(snapshot.yearGroups, asset.yearGroupId), supplier: nameIn(snapshot.suppliers, asset.supplierId),
    quantity: String(asset.quantity), status: asset.status, purchaseDate: dayText(asset.purchaseDate), inServiceDate: dayText(asset.inServiceDate),
    unitPaidPence: poundsText(asset.unitPaidPence), unitVatPence: poundsText(asset.unitVatPence), orderNumber: asset.orderNumber ?? '', fundKey: asset.fundKey ?? '',
    coverEnd: dayText(asset.coverEnd), vendorSupportEnd: dayText(asset.vendorSupportEnd), osName: asset.osName ?? '', osEnd: dayText(asset.osEnd),
    osCanMove: asset.osCanMove ? 'yes' : 'no', leaseEnd: dayText(asset.leaseEnd), overridePence: poundsText(asset.overridePence),
    upgradeDoneOn: dayText(asset.upgradeDoneOn), passedDownOn: dayText(asset.passedDownOn), disposedOn: dayText(asset.disposedOn),
    disposalRoute: asset.disposalRoute ?? '', disposalCertificate: asset.disposalCertificate ?? '', dataWipedOn: dayText(asset.dataWipedOn),
    disposalPence: poundsText(asset.disposalPence), notes: asset.notes ?? '',
  };
};

/** What a field's text sets; the sentence where it cannot be read. */
export const readField = (spec: FieldSpec, typed: string): FieldReading<string | number | boolean> => {
  switch (spec.kind) {
    case 'date': return readDate(typed);
    case 'money': return readPounds(typed);
    case 'count': return readCount(typed);
    case 'choice': return { ok: true, value: spec.field === 'osCanMove' ? typed === 'yes' : typed === '' ? null : typed };
    case 'note': return typed.trim().length > 4_000 ? { ok: false, message: 'Notes have at most 4,000 characters.' } : { ok: true, value: typed.trim() || null };
    case 'text': {
      const name = typed.replace(/\s+/g, ' ').trim();
      if (name.length > 200) return { ok: false, message: 'A name has at most 200 characters.' };
      return name === '' && spec.needed === true ? { ok: false, message: 'Say in a few words what it is.' } : { ok: true, value: name || null };
    }
  }
};

export type ReadForm = { readonly set: AssetSet; readonly problems: Readonly<Partial<Record<FormField, string>>> };

/** Reads the fields whose text differs from `before`: one typed back to what it was stays as it is. */
export const readForm = (typed: FormTexts, before: FormTexts): ReadForm => {
  const set: Record<string, string | number | boolean | null> = {};
  const problems: Partial<Record<FormField, string>> = {};
  for (const spec of SECTIONS.flatMap(({ fields }) => fields)) {
    if (typed[spec.field] === before[spec.field]) continue;
    const reading = readField(spec, typed[spec.field]);
    if (reading.ok) set[spec.field] = reading.value;
    else problems[spec.field] = reading.message;
  }
  return { set, problems };
};
