import { addMonths, monthOf } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { STATUS_WORDS, type IsoDate } from '../../planning/vocabulary.ts';
import { kitName, startUpper } from '../../planning/words.ts';
import { pounds } from './cells.ts';
import { csvFile, type CsvCell } from './csv.ts';
import { registerLookup, type RegisterLookup } from './register-lookup.ts';
import { chosenAssets } from './register-table.ts';
import type { GeneratedFile } from './table-document.ts';

/*
 * The register in the headings that Snipe-IT's asset import knows by themselves, so that a school can move on with
 * its kit. The first row of headings is that of its own sample file; the four behind it are ones that its importer
 * accepts as well. Days are written 2026-11-21, which it reads whatever its own setting.
 */

type SnipeColumn = readonly [heading: string, read: (asset: Asset, about: About) => CsvCell];
type About = { readonly snapshot: PlanSnapshot; readonly names: RegisterLookup };

const nothing = (): null => null;

const COLUMNS: readonly SnipeColumn[] = [
  ['Company', (_, { snapshot }) => snapshot.school.name],
  ['Name', ({ description }) => description],
  ['Asset Tag', ({ tag }) => tag],
  ['Category', ({ categoryKey, userGroup }, { snapshot }) => startUpper(kitName(categoryNamed(snapshot.categories, categoryKey), userGroup, 1))],
  ['Supplier', (asset, { names }) => names.supplier(asset)],
  ['Manufacturer', (asset, { names }) => names.model(asset)?.make ?? null],
  ['Location', (asset, { names }) => names.room(asset)],
  ['Order Number', ({ orderNumber }) => orderNumber],
  ['Model', (asset, { names }) => names.model(asset)?.name ?? null],
  ['Model Notes', nothing],
  ['Model Number', nothing],
  ['Asset Notes', ({ notes }) => notes],
  ['Purchase Date', ({ purchaseDate }) => purchaseDate],
  ['Purchase Cost', ({ unitPaidPence }) => (unitPaidPence === null ? null : pounds(unitPaidPence))],
  ['Checkout Type', nothing],
  // Kitplan keeps no people: nobody has anything checked out.
  ['Checked Out To: Username', nothing],
  ['Checked Out To: First Name', nothing],
  ['Checked Out To: Last Name', nothing],
  ['Checked Out To: Email', nothing],
  ['Checked Out To: Location', nothing],
  ['Asset EOL Date', ({ vendorSupportEnd }) => vendorSupportEnd],
  ['Serial Number', ({ serial }) => serial],
  ['Status', ({ status }) => STATUS_WORDS[status]],
  ['Warranty', (asset) => warrantyMonths(asset)],
  ['QTY', ({ quantity }) => quantity],
];

/** Snipe-IT counts cover in whole months from the purchase; cover that is no whole number of months cannot be told to it. */
function warrantyMonths({ purchaseDate, coverEnd }: Asset): number | null {
  if (purchaseDate === null || coverEnd === null) return null;
  const months = monthOf(coverEnd) - monthOf(purchaseDate);
  return months > 0 && months <= 240 && addMonths(purchaseDate, months) === coverEnd ? months : null;
}

/** The rows asked for, or all, as a CSV file for Snipe-IT's asset import. */
export function snipeItFile(snapshot: PlanSnapshot, asOf: IsoDate, ids?: readonly number[]): GeneratedFile {
  const about = { snapshot, names: registerLookup(snapshot) };
  return csvFile(`${snapshot.school.name || 'Kitplan'} for Snipe-IT ${asOf}.csv`, [
    COLUMNS.map(([heading]) => heading), ...chosenAssets(snapshot, ids).map((asset) => COLUMNS.map(([, read]) => read(asset, about))),
  ]);
}
