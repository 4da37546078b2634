import { z } from 'zod';
import { command } from './entry.ts';
import {
  basisPoints, categoryKey, contractKind, costCategory, costDriver, fundKey, id, isoDate, list, payPeriod, pence, plainText, shortText,
} from './fields.ts';

/** What is paid for again and again: contracts and software. A field left out of a change stays as it is. */

const notes = plainText.max(4_000, 'Notes have at most 4,000 characters.').nullable();
const gigabytes = z.int('Gigabytes are a whole number.').min(1, 'Gigabytes are 1 or more.').max(1_000_000, 'Gigabytes are at most 1,000,000.').nullable();

const cores = z.int('Cores are a whole number.').min(1, 'Cores are from 1 to 512.').max(512, 'Cores are from 1 to 512.').nullable();

const terms = {
  name: shortText, categoryKey, costCategory,
  /** Of one period and one unit of the driver, net; null where it is not known, 0 where it is in the price of something else. */
  amountPence: pence.nullable(), period: payPeriod,
  periodYears: z.int().min(2, 'Every 2 to 20 years.').max(20, 'Every 2 to 20 years.').nullable(),
  driver: costDriver, units: z.int().min(1, 'Seats are 1 or more.').max(1_000_000, 'Seats are at most 1,000,000.').nullable(),
  /** The kind of kit that is counted, where it is paid for by the device. */
  deviceCategoryKey: categoryKey.nullable(),
  priceDate: isoDate.nullable(), start: isoDate.nullable(), end: isoDate.nullable(),
  noticeDays: z.int('Notice is a whole number of days.').min(0, 'Notice is 0 days or more.').max(1_000, 'Notice is at most 1,000 days.').nullable(),
  autoRenews: z.boolean(), riseBp: basisPoints.nullable(),
  /** The supplier's name; a new one joins the list. */
  supplier: shortText.nullable(), reference: shortText.nullable(), notes,
  /** The fund that pays; the plan's usual one where none is named. */
  fundKey: fundKey.nullable(),
};
const whenNotSaid = {
  amountPence: terms.amountPence.default(null), period: terms.period.default('yearly'), periodYears: terms.periodYears.default(null),
  driver: terms.driver.default('site'), units: terms.units.default(null), deviceCategoryKey: terms.deviceCategoryKey.default(null), priceDate: terms.priceDate.default(null),
  start: terms.start.default(null), end: terms.end.default(null), noticeDays: terms.noticeDays.default(null),
  autoRenews: terms.autoRenews.default(false), riseBp: terms.riseBp.default(null), supplier: terms.supplier.default(null),
  reference: terms.reference.default(null), notes: notes.default(null), fundKey: terms.fundKey.default(null),
};

const contractTerms = { ...terms, contractKind, coversHardware: z.boolean() };
const assetIds = z.array(id).max(100_000);

const titleTerms = {
  ...terms,
  costCategory: z.enum(['it_learning_resources', 'admin_software'], 'Software is for learning or for administration.'),
  publisher: shortText.nullable(), version: shortText.nullable(),
  supportReleaseId: id.nullable(), supportEnd: isoDate.nullable(),
  needsSystem: shortText.nullable(), needsProcessor: shortText.nullable(),
  /** What it needs to run well; `least…` is enough to run slowly. */
  needsMemoryGb: gigabytes, leastMemoryGb: gigabytes, needsCores: cores, leastCores: cores, needsStorageGb: gigabytes,
  networkInstallable: z.boolean().nullable(), departmentIds: z.array(id).max(500),
};

export const agreementEntries = {
  'contract.add': command({
    about: 'Add a contract: with whom, from when to when, what it costs, and the kit it is about.',
    input: {
      ...contractTerms, ...whenNotSaid, categoryKey: categoryKey.default('support_contract'),
      coversHardware: contractTerms.coversHardware.default(false), assetIds: assetIds.default([]),
    },
    value: z.object({ id }),
    example: {
      name: 'Server cover', costCategory: 'onsite_servers', contractKind: 'hardware_cover', amountPence: 260_000, start: '2026-04-01',
      end: '2027-03-31', noticeDays: 60, autoRenews: true, coversHardware: true, assetIds: [1],
    },
  }),
  'contract.edit': command({
    about: 'Change a contract, or add kit to it and take kit out of it.',
    input: {
      id, set: z.strictObject(contractTerms).partial().default({}),
      addAssetIds: assetIds.default([]), removeAssetIds: assetIds.default([]),
    },
    value: z.null(), example: { id: 2, set: { end: '2028-03-31' }, addAssetIds: [1] },
  }),
  'contract.remove': command({
    about: 'Take a contract out of the plan, with its charges.', input: { id }, value: z.null(), example: { id: 2 },
  }),
  'software.add': command({
    about: 'Add a title of software or a subscription: what it costs, what it needs, who uses it.',
    input: {
      ...titleTerms, ...whenNotSaid, categoryKey: categoryKey.default('software'),
      costCategory: titleTerms.costCategory.default('it_learning_resources'),
      publisher: titleTerms.publisher.default(null), version: titleTerms.version.default(null),
      supportReleaseId: titleTerms.supportReleaseId.default(null), supportEnd: titleTerms.supportEnd.default(null),
      needsSystem: titleTerms.needsSystem.default(null), needsMemoryGb: gigabytes.default(null),
      leastMemoryGb: gigabytes.default(null), needsCores: cores.default(null), leastCores: cores.default(null),
      needsProcessor: titleTerms.needsProcessor.default(null), needsStorageGb: gigabytes.default(null),
      networkInstallable: titleTerms.networkInstallable.default(null), departmentIds: titleTerms.departmentIds.default([]),
    },
    value: z.object({ id }),
    example: { name: 'Sketch and sound', publisher: 'Tamar', driver: 'per_seat', units: 30, amountPence: 1_250, end: '2027-08-31', needsMemoryGb: 8, leastMemoryGb: 4, needsCores: 4 },
  }),
  'software.edit': command({
    about: 'Change a title of software.',
    input: { id, set: z.strictObject(titleTerms).partial() },
    value: z.null(), example: { id: 3, set: { units: 32 } },
  }),
  'software.remove': command({
    about: 'Take a title out of the plan, with its charges.', input: { id }, value: z.null(), example: { id: 3 },
  }),
  'software.fromRegister': command({
    about: 'Make titles of software rows of the register: as many seats as the row has items, bought once at what was paid. The rows leave the register.',
    input: { assetIds: z.array(id).min(1).max(10_000) },
    value: z.object({ ids: list(id) }), example: { assetIds: [1] },
  }),
};
