import { USER_GROUP_WORDS } from '../../planning/register/field-words.ts';
import { DISPOSAL_ROUTES, DISPOSAL_ROUTE_WORDS, USER_GROUPS } from '../../planning/vocabulary.ts';
import { reads } from '../grid/column.ts';
import { readNote, readYesNo } from '../lib/field-choice.ts';
import { choiceColumn, countColumn, dayColumn, editChoice, editDay, editName, editPounds, EXTRA, poundsColumn, textColumn } from './column-makers.tsx';
import type { AssetColumn } from './column-makers.tsx';
import { serialColumn } from './columns-first.tsx';
import type { AssetFacts } from './facts.ts';
import type { RegisterRow } from './rows.ts';

/** The columns that are shown once somebody chooses them: every other fact of an asset. */

const named = (id: number | null, words: (id: number) => string | null): string | null => (id === null ? null : words(id));

const GROUP_OPTIONS = USER_GROUPS.map((key) => ({ key, words: USER_GROUP_WORDS[key], also: [key] }));
const ROUTE_OPTIONS = DISPOSAL_ROUTES.map((key) => ({ key, words: DISPOSAL_ROUTE_WORDS[key], also: [key] }));

const whatItIs = ({ modelOf, listed }: AssetFacts): readonly AssetColumn[] => [
  serialColumn,
  choiceColumn('make', 'Make', 96, ({ asset }) => modelOf(asset)?.make ?? null, { ...EXTRA, unknownWords: 'No make', edit: editName('make', () => listed.makes) }),
  choiceColumn('model', 'Model', 130, ({ asset }) => modelOf(asset)?.name ?? null, { ...EXTRA, unknownWords: 'No model', edit: editName('model', () => listed.models) }),
  countColumn('memory', 'Memory, GB', ({ asset }) => modelOf(asset)?.memoryGb ?? null, { ...EXTRA, width: 88 }),
  choiceColumn('processor', 'Processor', 120, ({ asset }) => modelOf(asset)?.processor ?? null, EXTRA),
  countColumn('storage', 'Storage, GB', ({ asset }) => modelOf(asset)?.storageGb ?? null, { ...EXTRA, width: 88 }),
  countColumn('watts', 'Watts', ({ asset }) => modelOf(asset)?.watts ?? null, EXTRA),
  choiceColumn('system', 'System', 120, ({ asset }) => asset.osName, { ...EXTRA, edit: editName('osName', () => listed.systems) }),
];

const whereAndWho = ({ names, places, listed }: AssetFacts): readonly AssetColumn[] => {
  const place = (find: 'buildingOf' | 'siteOf') => ({ asset }: RegisterRow): string | null => named(asset.locationId, (id) => places[find](id)?.name ?? null);
  return [
    choiceColumn('building', 'Building', 110, place('buildingOf'), { ...EXTRA, unknownWords: 'No building' }),
    choiceColumn('site', 'Site', 110, place('siteOf'), { ...EXTRA, unknownWords: 'No site' }),
    choiceColumn('department', 'Department', 110, ({ asset }) => named(asset.departmentId, names.departmentId), {
      ...EXTRA, unknownWords: 'No department', edit: editName('department', () => listed.departments),
    }),
    choiceColumn('group', 'For', 76, ({ asset }) => (asset.userGroup === null ? null : USER_GROUP_WORDS[asset.userGroup]), {
      ...EXTRA, unknownWords: 'Anybody', edit: editChoice(GROUP_OPTIONS, 'a group of people', (userGroup) => ({ userGroup })),
    }),
    choiceColumn('yearGroup', 'Year group', 92, ({ asset }) => named(asset.yearGroupId, names.yearGroupId), {
      ...EXTRA, unknownWords: 'No year group', edit: editName('yearGroup', () => listed.yearGroups),
    }),
  ];
};

const moneyColumns = ({ names, listed, funds, codeOf, yearOf }: AssetFacts): readonly AssetColumn[] => [
  poundsColumn('paidEach', 'Paid each', ({ asset }) => asset.unitPaidPence, { ...EXTRA, edit: editPounds('unitPaidPence') }),
  poundsColumn('vat', 'VAT each', ({ asset }) => asset.unitVatPence, { ...EXTRA, edit: editPounds('unitVatPence') }),
  choiceColumn('order', 'Order', 80, ({ asset }) => asset.orderNumber, { ...EXTRA, unknownWords: 'No order', edit: editName('orderNumber', () => listed.orders) }),
  choiceColumn('supplier', 'Supplier', 120, ({ asset }) => named(asset.supplierId, names.supplierId), {
    ...EXTRA, unknownWords: 'No supplier', edit: editName('supplier', () => listed.suppliers),
  }),
  choiceColumn('fund', 'Fund', 130, ({ asset }) => (asset.fundKey === null ? null : names.fund(asset.fundKey)), {
    ...EXTRA, unknownWords: 'No fund', edit: editChoice(funds, 'a fund', (fundKey) => ({ fundKey })),
  }),
  choiceColumn('code', 'Code', 66, ({ asset }) => codeOf(asset), EXTRA),
  poundsColumn('ownPrice', 'Own price', ({ asset }) => asset.overridePence, { ...EXTRA, unknownWords: 'No price of its own', edit: editPounds('overridePence') }),
  dayColumn('ownPriceDate', 'Price of', ({ asset }) => asset.overridePriceDate, yearOf, EXTRA),
];

const lifeColumns = ({ modelOf, names, successorOf, yearOf }: AssetFacts): readonly AssetColumn[] => [
  dayColumn('inUse', 'In use from', ({ asset }) => asset.inServiceDate, yearOf, { ...EXTRA, edit: editDay('inServiceDate', ({ asset }) => asset.inServiceDate) }),
  dayColumn('vendorSupport', 'Maker’s support', ({ asset }) => asset.vendorSupportEnd ?? modelOf(asset)?.vendorSupportEnd ?? null, yearOf, {
    ...EXTRA, width: 112, edit: editDay('vendorSupportEnd', ({ asset }) => asset.vendorSupportEnd),
  }),
  dayColumn('systemEnd', 'System support', ({ asset }) => asset.osEnd, yearOf, { ...EXTRA, width: 108, edit: editDay('osEnd', ({ asset }) => asset.osEnd) }),
  choiceColumn('canMove', 'Newer system', 92, ({ asset }) => (asset.osCanMove ? 'Yes' : 'No'), {
    ...EXTRA, edit: { closed: true, choices: () => ['Yes', 'No'], read: (text) => reads(readYesNo(text), (value) => (value === null ? {} : { osCanMove: value })) },
  }),
  dayColumn('leaseEnd', 'Lease ends', ({ asset }) => asset.leaseEnd, yearOf, { ...EXTRA, unknownWords: 'No lease', edit: editDay('leaseEnd', ({ asset }) => asset.leaseEnd) }),
  dayColumn('movedTo', 'Moved to', ({ asset }) => asset.movedTo, yearOf, { ...EXTRA, unknownWords: 'Not moved', edit: editDay('movedTo', ({ asset }) => asset.movedTo) }),
  dayColumn('upgrade', 'Upgraded', ({ asset }) => asset.upgradeDoneOn, yearOf, { ...EXTRA, unknownWords: 'Not upgraded', edit: editDay('upgradeDoneOn', ({ asset }) => asset.upgradeDoneOn) }),
  dayColumn('passedDown', 'Passed down', ({ asset }) => asset.passedDownOn, yearOf, { ...EXTRA, unknownWords: 'Not passed down', edit: editDay('passedDownOn', ({ asset }) => asset.passedDownOn) }),
  textColumn('succeeds', 'Replaced', 92, ({ asset }) => named(asset.succeedsAssetId, names.succeedsAssetId), { ...EXTRA, unknownWords: 'Nothing' }),
  textColumn('succeededBy', 'Replaced by', 92, ({ id }) => successorOf(id), { ...EXTRA, unknownWords: 'Nothing yet' }),
];

const leavingColumns = ({ yearOf }: AssetFacts): readonly AssetColumn[] => [
  dayColumn('disposed', 'Left on', ({ asset }) => asset.disposedOn, yearOf, { ...EXTRA, unknownWords: 'Not left', edit: editDay('disposedOn', ({ asset }) => asset.disposedOn) }),
  choiceColumn('route', 'Way it left', 110, ({ asset }) => (asset.disposalRoute === null ? null : DISPOSAL_ROUTE_WORDS[asset.disposalRoute]), {
    ...EXTRA, unknownWords: 'None', edit: editChoice(ROUTE_OPTIONS, 'a way for kit to leave', (disposalRoute) => ({ disposalRoute })),
  }),
  textColumn('certificate', 'Certificate', 100, ({ asset }) => asset.disposalCertificate, { ...EXTRA, unknownWords: 'No certificate', edit: editName('disposalCertificate') }),
  dayColumn('wiped', 'Data wiped', ({ asset }) => asset.dataWipedOn, yearOf, { ...EXTRA, unknownWords: 'Not wiped', edit: editDay('dataWipedOn', ({ asset }) => asset.dataWipedOn) }),
  poundsColumn('income', 'Brought in', ({ asset }) => asset.disposalPence, { ...EXTRA, edit: editPounds('disposalPence') }),
];

const sourceColumns: readonly AssetColumn[] = [
  choiceColumn('source', 'Came from', 150, ({ asset }) => asset.source, { ...EXTRA, unknownWords: 'Entered here' }),
  textColumn('basis', 'Date rests on', 150, ({ asset }) => (asset.purchaseDateAssumed ? asset.purchaseDateBasis ?? 'Assumed' : null), { ...EXTRA, unknownWords: 'Not assumed' }),
  textColumn('notes', 'Notes', 200, ({ asset }) => asset.notes, { ...EXTRA, unknownWords: 'No notes', edit: { read: (text) => reads(readNote(text), (notes) => ({ notes })) } }),
];

export const moreColumns = (facts: AssetFacts): readonly AssetColumn[] => [
  ...whatItIs(facts), ...whereAndWho(facts), ...moneyColumns(facts), ...lifeColumns(facts), ...leavingColumns(facts), ...sourceColumns,
];
