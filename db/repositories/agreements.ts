import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Acknowledgement, Agreement, Contract, SoftwareTitle } from '../../planning/agreements/agreement.ts';
import type { RecurringCost } from '../../planning/snapshot.ts';
import type { Reader, Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import {
  contractAssets, contractDetails, expiryDecided, recurringCosts, softwareDepartments, softwareDetails,
} from '../schema/agreements.ts';
import { supportReleases } from '../schema/reference.ts';

export type AgreementTerms = Omit<Agreement, 'id' | 'kind'>;
/** What only a contract has, and only software. */
export type ContractTerms = Pick<Contract, 'contractKind' | 'coversHardware' | 'assetIds'>;
export type SoftwareTerms = Omit<SoftwareTitle, keyof Agreement>;

/** A running cost to add: what is left out is unknown, yearly, for the whole school. */
export type NewAgreement = Pick<AgreementTerms, 'name' | 'categoryKey' | 'costCategory'> & Partial<AgreementTerms>;

const { startsOn, endsOn, ...plainColumns } = getTableColumns(recurringCosts);
const agreementColumns = { ...plainColumns, start: startsOn, end: endsOn };

/** Every agreement, oldest first. */
export function listAgreements(reader: Reader): readonly Agreement[] {
  return reader.select(agreementColumns).from(recurringCosts).orderBy(asc(recurringCosts.id)).all();
}

/**
 * What the sums charge: every agreement that comes round again, with the terms it is paid on. A contract or title
 * that is in the price of another one costs nothing of its own and is no line of the forecast.
 */
export function listRecurring(reader: Reader): readonly RecurringCost[] {
  return listAgreements(reader).flatMap(({ kind, noticeDays: _notice, reference: _reference, notes: _notes, period, ...terms }): RecurringCost[] =>
    (period === 'once' || (kind !== 'running' && terms.amountPence === 0) ? [] : [{ ...terms, period }]));
}

const grouped = <Row extends { readonly agreementId: number }>(rows: readonly Row[], id: (row: Row) => number): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  for (const row of rows) {
    const list = found.get(row.agreementId);
    if (list === undefined) found.set(row.agreementId, [id(row)]);
    else list.push(id(row));
  }
  return found;
};

export function listContracts(reader: Reader): readonly Contract[] {
  const covered = grouped(reader.select().from(contractAssets).orderBy(asc(contractAssets.assetId)).all(), (row) => row.assetId);
  return reader.select({
    ...agreementColumns, contractKind: contractDetails.contractKind, coversHardware: contractDetails.coversHardware,
  }).from(recurringCosts).innerJoin(contractDetails, eq(contractDetails.agreementId, recurringCosts.id))
    .orderBy(asc(recurringCosts.id)).all()
    .map((row) => ({ ...row, kind: 'contract' as const, assetIds: covered.get(row.id) ?? [] }));
}

const { id: _id, agreementId: _agreementId, supportEnd, ...softwareColumns } = getTableColumns(softwareDetails);

export function listSoftware(reader: Reader): readonly SoftwareTitle[] {
  const users = grouped(reader.select().from(softwareDepartments).orderBy(asc(softwareDepartments.departmentId)).all(), (row) => row.departmentId);
  return reader.select({
    ...agreementColumns, ...softwareColumns,
    supportEnd: sql<string | null>`coalesce(${supportEnd}, ${supportReleases.securityEnd})`,
  }).from(recurringCosts).innerJoin(softwareDetails, eq(softwareDetails.agreementId, recurringCosts.id))
    .leftJoin(supportReleases, eq(supportReleases.id, softwareDetails.supportReleaseId))
    .orderBy(asc(recurringCosts.id)).all()
    .map((row) => ({ ...row, kind: 'software' as const, departmentIds: users.get(row.id) ?? [] }));
}

const toColumns = <Fields extends Partial<AgreementTerms>>({ start, end, ...rest }: Fields) => ({
  ...rest, ...(start === undefined ? {} : { startsOn: start }), ...(end === undefined ? {} : { endsOn: end }),
});

/** Adds a plain running cost. Answers its id. */
export const insertRunningCost = (writer: Writer, cost: NewAgreement): number => insertAgreement(writer, 'running', cost);

function insertAgreement(writer: Writer, kind: Agreement['kind'], terms: NewAgreement): number {
  return writer.insert(recurringCosts).values({ kind, ...toColumns(terms) }).returning({ id: recurringCosts.id }).get().id;
}

/** Adds a contract with the kit it is about. Answers its id. */
export function insertContract(writer: Writer, terms: NewAgreement & ContractTerms): number {
  const { contractKind, coversHardware, assetIds, ...agreement } = terms;
  const agreementId = insertAgreement(writer, 'contract', agreement);
  writer.insert(contractDetails).values({ agreementId, contractKind, coversHardware }).run();
  setContractAssets(writer, agreementId, assetIds);
  return agreementId;
}

/** Adds a title of software with the departments that use it. Answers its id. */
export function insertSoftware(writer: Writer, terms: NewAgreement & Partial<SoftwareTerms>): number {
  const {
    publisher, version, supportReleaseId, supportEnd: ownEnd, needsSystem, needsMemoryGb, leastMemoryGb, needsProcessor, needsCores, leastCores,
    needsStorageGb, networkInstallable, departmentIds, ...agreement
  } = terms;
  const agreementId = insertAgreement(writer, 'software', agreement);
  writer.insert(softwareDetails).values({
    agreementId, publisher, version, supportReleaseId, supportEnd: ownEnd, needsSystem, needsMemoryGb, leastMemoryGb, needsProcessor,
    needsCores, leastCores, needsStorageGb, networkInstallable,
  }).run();
  setSoftwareDepartments(writer, agreementId, departmentIds ?? []);
  return agreementId;
}

/** Changes the terms named; the others stay. */
export function updateAgreement(writer: Writer, id: number, terms: Partial<AgreementTerms>): void {
  if (Object.keys(terms).length === 0) return;
  writer.update(recurringCosts).set(toColumns(terms)).where(eq(recurringCosts.id, id)).run();
}

export function updateContract(writer: Writer, id: number, { assetIds, ...terms }: Partial<ContractTerms>): void {
  if (Object.keys(terms).length > 0) writer.update(contractDetails).set(terms).where(eq(contractDetails.agreementId, id)).run();
  if (assetIds !== undefined) setContractAssets(writer, id, assetIds);
}

export function updateSoftware(writer: Writer, id: number, { departmentIds, ...terms }: Partial<SoftwareTerms>): void {
  if (Object.keys(terms).length > 0) writer.update(softwareDetails).set(terms).where(eq(softwareDetails.agreementId, id)).run();
  if (departmentIds !== undefined) setSoftwareDepartments(writer, id, departmentIds);
}

/** Takes an agreement out of the plan, with all that hangs on it. */
export function deleteAgreement(writer: Writer, id: number): void {
  writer.delete(recurringCosts).where(eq(recurringCosts.id, id)).run();
}

/** Makes these the assets of a contract; links that are there already are left as they are. */
function setContractAssets(writer: Writer, agreementId: number, assetIds: readonly number[]): void {
  const wanted = new Set(assetIds);
  for (const row of writer.select().from(contractAssets).where(eq(contractAssets.agreementId, agreementId)).all()) {
    if (!wanted.delete(row.assetId)) writer.delete(contractAssets).where(eq(contractAssets.id, row.id)).run();
  }
  insertMany(writer, contractAssets, [...wanted].map((assetId) => ({ agreementId, assetId })));
}

function setSoftwareDepartments(writer: Writer, agreementId: number, departmentIds: readonly number[]): void {
  const wanted = new Set(departmentIds);
  for (const row of writer.select().from(softwareDepartments).where(eq(softwareDepartments.agreementId, agreementId)).all()) {
    if (!wanted.delete(row.departmentId)) writer.delete(softwareDepartments).where(eq(softwareDepartments.id, row.id)).run();
  }
  insertMany(writer, softwareDepartments, [...wanted].map((departmentId) => ({ agreementId, departmentId })));
}

export function listAcknowledgements(reader: Reader): readonly Acknowledgement[] {
  return reader.select().from(expiryDecided).orderBy(asc(expiryDecided.id)).all();
}

/** Keeps what was decided about ends; of one that was decided about before, what is decided now. */
export function decideExpiries(writer: Writer, decided: readonly Omit<Acknowledgement, 'id'>[]): void {
  const meant = ({ subject, assetId, agreementId, endsOn }: Omit<Acknowledgement, 'id'>): string => JSON.stringify([subject, assetId, agreementId, endsOn]);
  const before = new Map(listAcknowledgements(writer).map((each) => [meant(each), each.id]));
  for (const { decision, reason, ...end } of decided) {
    const id = before.get(meant({ decision, reason, ...end }));
    if (id !== undefined) writer.update(expiryDecided).set({ decision, reason }).where(eq(expiryDecided.id, id)).run();
  }
  insertMany(writer, expiryDecided, decided.filter((each) => !before.has(meant(each))));
}
