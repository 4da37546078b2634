import { z } from 'zod';
import { assetStatus, categoryKey, disposalRoute, fundKey, isoDate, pence, plainText, quantity, shortText, userGroup } from './fields.ts';

const name = shortText.nullable();
const day = isoDate.nullable();
const amount = pence.nullable();

/**
 * The fields of a register row that people change, by the names they know them by: a room, a make and a model, a
 * supplier are names, and one that is new is added. A field left out stays as it is; null clears it.
 */
export const assetFields = z.strictObject({
  tag: name, serial: name, description: shortText, categoryKey,
  /** A make is kept with its model: it has none without one. */
  make: name, model: name,
  userGroup: userGroup.nullable(), room: name, department: name, yearGroup: name, supplier: name,
  quantity, status: assetStatus,
  purchaseDate: day, inServiceDate: day,
  /** For one, net. */
  unitPaidPence: amount, unitVatPence: amount,
  orderNumber: name, fundKey: fundKey.nullable(),
  coverEnd: day, vendorSupportEnd: day,
  /** What it runs, in words: a name of the support list chooses that release and its dates. */
  osName: name, osEnd: day, osCanMove: z.boolean(),
  leaseEnd: day,
  /** Its own price for a replacement. */
  overridePence: amount,
  /** The day it is to be replaced by instead of the one worked out. */
  movedTo: day,
  upgradeDoneOn: day, passedDownOn: day,
  disposedOn: day, disposalRoute: disposalRoute.nullable(), disposalCertificate: name, dataWipedOn: day, disposalPence: amount,
  notes: plainText.min(1).max(4000, 'Notes have at most 4,000 characters.').nullable(),
}).partial();

export type AssetFieldValues = z.output<typeof assetFields>;
export type AssetField = keyof AssetFieldValues;

/** What a field is called in the middle of a sentence: "Change the room of LT-0412". */
export const ASSET_FIELD_WORDS: Readonly<Record<AssetField, string>> = {
  tag: 'tag', serial: 'serial number', description: 'description', categoryKey: 'kind', make: 'make', model: 'model',
  userGroup: 'user group', room: 'room', department: 'department', yearGroup: 'year group', supplier: 'supplier',
  quantity: 'number', status: 'status', purchaseDate: 'purchase date', inServiceDate: 'first day in use',
  unitPaidPence: 'price paid', unitVatPence: 'VAT', orderNumber: 'order', fundKey: 'fund', coverEnd: 'end of cover',
  vendorSupportEnd: 'end of maker’s support', osName: 'system', osEnd: 'end of system support', osCanMove: 'way to a newer system',
  leaseEnd: 'end of lease', overridePence: 'replacement price', movedTo: 'due date', upgradeDoneOn: 'upgrade',
  passedDownOn: 'day it was passed down', disposedOn: 'day it left', disposalRoute: 'way it left',
  disposalCertificate: 'disposal certificate', dataWipedOn: 'day its data was wiped', disposalPence: 'amount it brought in', notes: 'notes',
};
