import type { Writer } from '../../../db/connection.ts';
import { insertSoftware, updateAgreement, updateSoftware, type NewAgreement, type SoftwareTerms } from '../../../db/repositories/agreements.ts';
import { insertLedgerEntry } from '../../../db/repositories/ledger.ts';
import { ensureLocation, ensureModel, ensureSupplier, fillModel } from '../../../db/repositories/places.ts';
import { categoryNamed } from '../../../planning/categories.ts';
import type { ListKind } from '../../contract/import-options.ts';
import type { MatchPlan } from '../match-register.ts';
import type { RegisterRow } from '../register-row.ts';
import { writeRegister } from '../write-register.ts';

/** Writes what a list brings: to the register, or to where its kind of thing is kept. Answers the rows of the register that it touched. */
export function writeList(kind: ListKind, writer: Writer, plan: MatchPlan, importId: number): readonly number[] {
  switch (kind) {
    case 'kit': return writeRegister(writer, plan, importId);
    case 'software':
      for (const row of plan.new) insertSoftware(writer, newTitle(writer, row));
      for (const { assetId, row } of plan.changed) changeTitle(writer, assetId, row);
      return [];
    case 'models':
      for (const row of plan.new) if (row.model !== null) fillModel(writer, ensureModel(writer, { categoryKey: row.categoryKey, make: row.make, name: row.model }), row);
      for (const { assetId, row } of plan.changed) fillModel(writer, assetId, row);
      return [];
    case 'ledger':
      for (const row of plan.new) {
        insertLedgerEntry(writer, {
          kind: 'bought', happenedOn: row.purchaseDate ?? '', categoryKey: row.categoryKey, item: row.description, quantity: row.quantity,
          pence: row.unitPaidPence === null ? null : row.unitPaidPence * row.quantity, notes: row.notes,
        });
      }
      return [];
    case 'places':
      for (const { description } of plan.new) ensureLocation(writer, description);
      return [];
    default: return kind satisfies never;
  }
}

/** A licence as it was bought: so many seats at so much each, once, until its end. */
const newTitle = (writer: Writer, row: RegisterRow): NewAgreement & Partial<SoftwareTerms> => ({
  name: row.description, categoryKey: row.categoryKey, costCategory: categoryNamed([], row.categoryKey).costCategory,
  period: 'once', driver: 'per_seat', ...termsOf(writer, row), publisher: row.make,
});

function changeTitle(writer: Writer, id: number, row: RegisterRow): void {
  // Only what the file says is touched.
  updateAgreement(writer, id, Object.fromEntries(Object.entries(termsOf(writer, row)).filter(([, value]) => value !== null)));
  if (row.make !== null) updateSoftware(writer, id, { publisher: row.make });
}

function termsOf(writer: Writer, row: RegisterRow): Partial<NewAgreement> {
  return {
    units: row.quantity, amountPence: row.unitPaidPence, priceDate: row.purchaseDate, start: row.purchaseDate, end: row.leaseEnd,
    supplierId: row.supplier === null ? null : ensureSupplier(writer, row.supplier), reference: row.orderNumber, notes: row.notes,
  };
}
