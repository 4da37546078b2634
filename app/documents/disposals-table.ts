import { categoryNamed } from '../../planning/categories.ts';
import { dataStanding, kitThatLeft, type DataStanding } from '../../planning/register/left-school.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { DISPOSAL_ROUTE_WORDS, STATUS_WORDS, type IsoDate } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { registerLookup } from './register-lookup.ts';
import type { TableColumn, TableDocument } from './table-document.ts';

const COLUMNS: readonly TableColumn[] = [
  { heading: 'Left on', kind: 'date', width: 13 },
  { heading: 'Status', kind: 'text', width: 13 },
  { heading: 'How it left', kind: 'text', width: 22 },
  { heading: 'Certificate', kind: 'text', width: 20 },
  { heading: 'Data wiped on', kind: 'date', width: 13 },
  { heading: 'Data', kind: 'text', width: 24 },
  { heading: 'Asset tag', kind: 'text', width: 14 },
  { heading: 'Serial number', kind: 'text', width: 18 },
  { heading: 'Description', kind: 'text', width: 34 },
  { heading: 'Category', kind: 'text', width: 20 },
  { heading: 'Quantity', kind: 'count', width: 9 },
  { heading: 'Purchase date', kind: 'date', width: 13 },
  { heading: 'Unit cost, net', kind: 'money', width: 14 },
  { heading: 'One brought in, net', kind: 'money', width: 14 },
  { heading: 'Room before', kind: 'text', width: 16 },
  { heading: 'Notes', kind: 'text', width: 40 },
];

const DATA_WORDS: Readonly<Record<DataStanding, string | null>> = { wiped: 'wiped', not_recorded: 'no wipe is recorded', none: null };

/** What has left the school, the latest first, as the records of waste electrical equipment (WEEE) and of data ask for it. */
export function disposalsTable(snapshot: PlanSnapshot, asOf: IsoDate): TableDocument {
  const names = registerLookup(snapshot);
  return {
    title: 'Disposal list', sheet: 'Disposal list', school: snapshot.school.name, asOf, columns: COLUMNS,
    rows: kitThatLeft(snapshot).map((asset) => [
      asset.disposedOn, STATUS_WORDS[asset.status], asset.disposalRoute === null ? null : DISPOSAL_ROUTE_WORDS[asset.disposalRoute],
      asset.disposalCertificate, asset.dataWipedOn, DATA_WORDS[dataStanding(asset)], asset.tag, asset.serial, asset.description,
      startUpper(categoryNamed(snapshot.categories, asset.categoryKey).singular), asset.quantity, asset.purchaseDate, asset.unitPaidPence,
      asset.disposalPence, names.room(asset), asset.notes,
    ]),
  };
}
