import { deleteAgreement, insertContract, updateAgreement, updateContract } from '../../db/repositories/agreements.ts';
import { ensureSupplier } from '../../db/repositories/places.ts';
import type { Writer } from '../../db/connection.ts';
import type { Contract } from '../../planning/agreements/agreement.ts';
import { agreementPaid } from '../../planning/budget/fund-check.ts';
import { formatCount } from '../../planning/money.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireAssets } from './asset-requests.ts';
import { checkFundFor, checkTerms, requireCategory, tidyTerms } from './found.ts';
import { given } from './given.ts';

const contractFound = (session: Session, id: number): Contract => {
  const contract = session.snapshot().contracts.find((each) => each.id === id);
  if (contract === undefined) throw new Refusal('not_found', `No contract has the number ${id}. It may have been removed.`, { field: 'id' });
  return contract;
};

/** The supplier's number; nothing where the request says nothing of one. */
const supplierOf = (writer: Writer, supplier: string | null | undefined): { readonly supplierId?: number | null } => {
  if (supplier === undefined) return {};
  return { supplierId: supplier === null ? null : ensureSupplier(writer, supplier) };
};

/** The contract as the request leaves it. */
const changed = (before: Contract, set: Parsed<'contract.edit'>['set']) => {
  const { supplier: _supplier, ...terms } = set;
  return tidyTerms({ ...before, ...given(terms) });
};

/** Whether what a request says bears on which fund may pay. */
const changesFund = ({ fundKey, categoryKey, costCategory, contractKind }: Parsed<'contract.edit'>['set']): boolean =>
  [fundKey, categoryKey, costCategory, contractKind].some((each) => each !== undefined);

/** The kit after some was added and some taken out: what is added stays, also where it is taken out in the same breath. */
const kitAfter = ({ assetIds }: Contract, added: readonly number[], removed: readonly number[]): readonly number[] => {
  const gone = new Set(removed);
  return [...new Set([...assetIds.filter((id) => !gone.has(id)), ...added])];
};

const editLabel = ({ name }: Contract, { set, addAssetIds, removeAssetIds }: Parsed<'contract.edit'>): string => {
  const items = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
  if (Object.keys(given(set)).length > 0 || (addAssetIds.length > 0 && removeAssetIds.length > 0)) return `Change the contract ${name}`;
  return addAssetIds.length > 0 ? `Add ${items(addAssetIds.length)} of kit to ${name}` : `Take ${items(removeAssetIds.length)} of kit out of ${name}`;
};

export const agreementHandlers = {
  'contract.add': (session, { role, reason, supplier, assetIds, ...terms }) => {
    requireCategory(session, terms.categoryKey);
    const assets = requireAssets(session, assetIds, 'assetIds');
    const contract = tidyTerms(terms);
    checkTerms(session, contract);
    checkFundFor(session, contract.fundKey, agreementPaid(contract), session.today());
    const { change, value } = session.change(`Add the contract ${terms.name}`, { role, reason }, (writer) =>
      insertContract(writer, { ...contract, ...supplierOf(writer, supplier), assetIds: assets.map(({ id }) => id) }));
    return { change, value: { id: value } };
  },

  'contract.edit': (session, request) => {
    const { role, reason, id, set, addAssetIds, removeAssetIds } = request;
    const before = contractFound(session, id);
    if (set.categoryKey !== undefined) requireCategory(session, set.categoryKey);
    requireAssets(session, addAssetIds, 'addAssetIds');
    const { id: _id, kind: _kind, contractKind, coversHardware, assetIds: _kit, supplierId: _supplier, ...terms } = changed(before, set);
    checkTerms(session, terms);
    if (changesFund(set)) checkFundFor(session, terms.fundKey, agreementPaid({ ...terms, contractKind }), session.today());
    const { change } = session.change(editLabel(before, request), { role, reason }, (writer) => {
      updateAgreement(writer, id, { ...terms, ...supplierOf(writer, set.supplier) });
      updateContract(writer, id, { contractKind, coversHardware, assetIds: kitAfter(before, addAssetIds, removeAssetIds) });
    });
    return { change, value: null };
  },

  'contract.remove': (session, { role, reason, id }) => {
    const { name } = contractFound(session, id);
    const { change } = session.change(`Remove the contract ${name}`, { role, reason }, (writer) => deleteAgreement(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'contract.add' | 'contract.edit' | 'contract.remove'>;
