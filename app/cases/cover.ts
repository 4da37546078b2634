import { addWarrantyToEach, deleteWarranties, updateWarranties } from '../../db/repositories/warranties.ts';
import { decideExpiries, updateAgreement } from '../../db/repositories/agreements.ts';
import { ensureSupplier } from '../../db/repositories/places.ts';
import type { Writer } from '../../db/connection.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { assetName } from '../../planning/register/field-words.ts';
import type { Asset, Warranty } from '../../planning/snapshot.ts';
import { EXPIRY_DECISION_WORDS, type IsoDate } from '../../planning/vocabulary.ts';
import { startLower } from '../../planning/words.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireAssets } from './asset-requests.ts';
import { kitLabel } from './found.ts';
import { given } from './given.ts';

const checkPeriod = (startsOn: IsoDate | null, endsOn: IsoDate): void => {
  if (startsOn !== null && endsOn < startsOn) {
    throw new Refusal('invalid_input', `Cover that starts on ${formatLongDate(startsOn)} cannot end on ${formatLongDate(endsOn)}. Give an end on or after its start.`, { field: 'endsOn' });
  }
};

/** Cover may run before kit was bought (a parent's laptop, a wrong date): it is kept, and said. */
const startWarnings = (assets: readonly Asset[], startsOn: IsoDate | null): string[] => {
  const early = startsOn === null ? [] : assets.filter(({ purchaseDate }) => purchaseDate !== null && startsOn < purchaseDate);
  const [first] = early;
  if (first === undefined) return [];
  const whose = early.length === 1 ? `${assetName(first)} was bought` : `${early.length.toLocaleString('en-GB')} of these were bought`;
  return [`The cover starts before ${whose}. It was kept as it is.`];
};

/** Periods with the asset they belong to. @throws Refusal `not_found` where one is gone. */
const periodsFound = (session: Session, ids: readonly number[]): readonly Warranty[] => {
  const byId = new Map(session.snapshot().warranties.map((warranty) => [warranty.id, warranty]));
  return [...new Set(ids)].map((id) => {
    const warranty = byId.get(id);
    if (warranty === undefined) throw new Refusal('not_found', `No period of cover has the number ${id}. It may have been removed.`, { field: 'ids' });
    return warranty;
  });
};

const coverLabel = (session: Session, periods: readonly Warranty[]): string =>
  `the cover of ${kitLabel(session, requireAssets(session, periods.map(({ assetId }) => assetId), 'ids'))}`;

type End = Parsed<'expiry.decide'>['ends'][number];

/** Each end names the one thing that ends. @throws Refusal where it names none, both, or what is gone. */
const checkEnds = (session: Session, ends: readonly End[]): void => {
  const agreements = new Set([...session.snapshot().contracts, ...session.snapshot().software].map(({ id }) => id));
  for (const [index, { subject, assetId, agreementId }] of ends.entries()) {
    const field = `ends.${index}`;
    const meant = { agreement: assetId === null, cover: agreementId === null, support: true }[subject];
    if (!meant || (assetId === null) === (agreementId === null)) {
      throw new Refusal('invalid_input', 'An agreement that ends is named by its own number, cover by that of the asset, support by that of what is supported.', { field });
    }
    if (agreementId !== null && !agreements.has(agreementId)) {
      throw new Refusal('not_found', `No contract or title of software has the number ${agreementId}.`, { field: `${field}.agreementId` });
    }
  }
  requireAssets(session, ends.flatMap(({ assetId }) => assetId ?? []), 'ends');
};

const endsLabel = (session: Session, ends: readonly End[]): string => {
  const agreements = [...session.snapshot().contracts, ...session.snapshot().software];
  const named = ends.flatMap(({ agreementId }) => agreements.find(({ id }) => id === agreementId)?.name ?? []);
  const assets = requireAssets(session, ends.flatMap(({ assetId }) => assetId ?? []), 'ends');
  if (assets.length === 0) {
    const support = ends.every(({ subject }) => subject === 'support') ? 'the support of ' : '';
    return `${support}${named.length === 1 ? named[0] ?? '' : `${named.length} agreements`}`;
  }
  const what = ends.every(({ subject }) => subject === 'support') ? 'support' : 'cover';
  return `the ${what} of ${kitLabel(session, assets)}`;
};

/** @throws Refusal where an agreement would be let end before it began: that day is not its end. */
const checkLetEnd = (session: Session, ends: readonly End[]): void => {
  const starts = new Map([...session.snapshot().contracts, ...session.snapshot().software].map(({ id, start, name }) => [id, { start, name }]));
  for (const [index, { subject, agreementId, endsOn }] of ends.entries()) {
    const agreement = subject === 'agreement' && agreementId !== null ? starts.get(agreementId) : undefined;
    if (agreement === undefined || agreement.start === null || endsOn >= agreement.start) continue;
    throw new Refusal('invalid_input', `${agreement.name} began on ${formatLongDate(agreement.start)} and cannot end on ${formatLongDate(endsOn)}.`, { field: `ends.${index}.endsOn` });
  }
};

/** What the school lets end renews itself no more, and is charged until then. */
const letEnd = (writer: Writer, ends: readonly End[]): void => {
  for (const { subject, agreementId, endsOn } of ends) if (subject === 'agreement' && agreementId !== null) updateAgreement(writer, agreementId, { end: endsOn, autoRenews: false });
};

export const coverHandlers = {
  'cover.add': (session, { role, reason, assetIds, supplier, ...period }) => {
    const assets = requireAssets(session, assetIds, 'assetIds');
    checkPeriod(period.startsOn, period.endsOn);
    const what = period.kind === 'extension' ? 'Extend the cover of' : 'Add cover for';
    const { change, value } = session.change(`${what} ${kitLabel(session, assets)} to ${formatLongDate(period.endsOn)}`, { role, reason }, (writer) =>
      addWarrantyToEach(writer, assets.map(({ id }) => id), { ...period, supplierId: supplier === null ? null : ensureSupplier(writer, supplier) }));
    return { change, value: { added: value.length, warnings: startWarnings(assets, period.startsOn) } };
  },

  'cover.edit': (session, { role, reason, ids, set: { supplier, ...fields } }) => {
    const periods = periodsFound(session, ids);
    const set = given(fields);
    for (const period of periods) checkPeriod(set.startsOn === undefined ? period.startsOn : set.startsOn, set.endsOn ?? period.endsOn);
    const { change } = session.change(`Change ${coverLabel(session, periods)}`, { role, reason }, (writer) => updateWarranties(writer, ids, {
      ...set, ...(supplier === undefined ? {} : { supplierId: supplier === null ? null : ensureSupplier(writer, supplier) }),
    }));
    return { change, value: { changed: change === null ? 0 : periods.length } };
  },

  'cover.remove': (session, { role, reason, ids }) => {
    const periods = periodsFound(session, ids);
    const { change } = session.change(`Remove ${coverLabel(session, periods)}`, { role, reason }, (writer) => deleteWarranties(writer, ids));
    return { change, value: { removed: periods.length } };
  },

  'expiry.decide': (session, { role, reason, ends, decision, because }) => {
    checkEnds(session, ends);
    if (decision === 'cancel') checkLetEnd(session, ends);
    const label = `Decide about ${endsLabel(session, ends)}: ${startLower(EXPIRY_DECISION_WORDS[decision])}`;
    const { change } = session.change(label, { role, reason: reason ?? because }, (writer) => {
      decideExpiries(writer, ends.map((end) => ({ ...end, decision, reason: because })));
      if (decision === 'cancel') letEnd(writer, ends);
    });
    return { change, value: { decided: ends.length } };
  },
} satisfies Pick<Handlers, 'cover.add' | 'cover.edit' | 'cover.remove' | 'expiry.decide'>;
