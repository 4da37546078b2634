import { updateEachAsset } from '../../db/repositories/assets.ts';
import { keepOneAsset } from '../../db/repositories/keep-one.ts';
import { settleFinding, unsettleFinding } from '../../db/repositories/quality.ts';
import { assetProblems } from '../../planning/asset-checks.ts';
import { formatCount } from '../../planning/money.ts';
import type { FindingKind } from '../../planning/quality/settled.ts';
import { assetName } from '../../planning/register/field-words.ts';
import type { Asset } from '../../planning/snapshot.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import { requireAssets, rowCount } from './asset-requests.ts';

/** An assumed date must be possible all the same: not to come, and not after the kit's cover ended. */
const requirePossible = (asset: Asset, purchaseDate: string, today: string): void => {
  const [problem] = assetProblems({ ...asset, purchaseDate }, new Set(['purchaseDate'] as const), today);
  if (problem !== undefined) throw new Refusal('invalid_input', `${assetName(asset)}: ${problem.sentence}`, { field: 'rows' });
};

const assumeLabel = (assets: readonly Asset[]): string => {
  const [only] = assets;
  return only !== undefined && assets.length === 1 ? `Assume when ${assetName(only)} was bought` : `Assume when ${rowCount(assets.length)} were bought`;
};

const USUAL_REASONS: Readonly<Record<FindingKind, string>> = { twice: 'They are different things', odd_value: 'It is right as it is' };

const settleLabel = ({ finding, keys, right }: Parsed<'quality.settle'>): string => {
  const what = finding === 'twice'
    ? `${keys.length === 1 ? 'rows that look' : `${formatCount(keys.length)} groups of rows that look`} the same`
    : `${keys.length === 1 ? 'a value that looks' : `${formatCount(keys.length)} values that look`} odd`;
  return right ? `Keep ${what}` : `Look again at ${what}`;
};

export const qualityHandlers = {
  'register.assume': (session, { role, reason, rows }) => {
    const assets = requireAssets(session, rows.map(({ id }) => id), 'rows');
    const byId = new Map(assets.map((asset) => [asset.id, asset]));
    for (const { id, purchaseDate } of rows) {
      const asset = byId.get(id);
      if (asset !== undefined) requirePossible(asset, purchaseDate, session.today());
    }
    const { change } = session.change(assumeLabel(assets), { role, reason }, (writer) => updateEachAsset(writer, rows.map(({ id, purchaseDate, basis }) =>
      ({ id, fields: { purchaseDate, purchaseDateAssumed: true, purchaseDateBasis: basis } }))));
    return { change, value: { changed: change === null ? 0 : rows.length } };
  },

  'register.keepOne': (session, { role, reason, keep, remove }) => {
    const others = [...new Set(remove)].filter((id) => id !== keep);
    if (others.length === 0) throw new Refusal('invalid_input', 'The row that is kept cannot be the one that goes.', { field: 'remove' });
    const [kept] = requireAssets(session, [keep], 'keep');
    requireAssets(session, others, 'remove');
    const label = `Keep ${kept === undefined ? 'one row' : assetName(kept)} of ${rowCount(others.length + 1)} for the same thing`;
    const { change } = session.change(label, { role, reason }, (writer) => keepOneAsset(writer, keep, others));
    return { change, value: { removed: change === null ? 0 : others.length } };
  },

  'quality.settle': (session, request) => {
    const { role, reason, finding, keys, right } = request;
    const { change } = session.change(settleLabel(request), { role, reason }, (writer) => {
      for (const key of new Set(keys)) {
        if (right) settleFinding(writer, finding, key, reason ?? USUAL_REASONS[finding]);
        else unsettleFinding(writer, finding, key);
      }
    });
    return { change, value: { settled: change === null ? 0 : keys.length } };
  },
} satisfies Pick<Handlers, 'register.assume' | 'register.keepOne' | 'quality.settle'>;
