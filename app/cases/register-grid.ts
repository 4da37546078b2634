import { assetProblems, type CheckedDays } from '../../planning/asset-checks.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { ASSET_FIELD_WORDS, type AssetField, type AssetFieldValues } from '../contract/asset-fields.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { AssetWriter, type AssetChange } from './asset-writer.ts';
import { duplicateAsset } from './duplicate-asset.ts';
import { given } from './given.ts';

type Cells = Parsed<'register.cells'>;

const rowCount = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);
const cellCount = (count: number): string => (count === 1 ? '1 cell' : `${count.toLocaleString('en-GB')} cells`);

const nameOf = ({ tag, description }: Pick<Asset, 'tag' | 'description'>): string => tag ?? description;

const fieldsOf = (set: AssetFieldValues): readonly AssetField[] => Object.keys(given(set)) as AssetField[];

const HOW_WORDS: Readonly<Record<Cells['how'], string>> = { edit: 'Change', paste: 'Paste', fill: 'Fill down', clear: 'Clear' };

/** `Change the room of LT-0412`, `Paste 5,000 cells`, `Paste 12 cells and 4 new rows`. */
const labelOf = ({ how, add }: Cells, changes: readonly AssetChange[]): string => {
  const cells = changes.reduce((sum, { set }) => sum + fieldsOf(set).length, 0);
  const verb = HOW_WORDS[how];
  if (add.length > 0) return changes.length === 0 ? `Add ${rowCount(add.length)} to the register` : `${verb} ${cellCount(cells)} and ${rowCount(add.length)} that are new`;
  const fields = new Set(changes.flatMap(({ set }) => fieldsOf(set)));
  const [field] = fields;
  const [only] = changes;
  if (field === undefined || fields.size > 1) return `${verb} ${cellCount(cells)} of the register`;
  const what = changes.length === 1 && only !== undefined ? nameOf(only.asset) : rowCount(changes.length);
  return `${verb} the ${ASSET_FIELD_WORDS[field]} of ${what}`;
};

const NO_DAYS: CheckedDays = { status: 'in_use', purchaseDate: null, coverEnd: null, leaseEnd: null, disposedOn: null, dataWipedOn: null };

/** Screens have checked all of this at the cell; a request that comes another way gets the same sentences. */
const requireTrue = (name: string, before: CheckedDays, set: AssetFieldValues, today: string): void => {
  const [problem] = assetProblems({ ...before, ...given(set) }, new Set(fieldsOf(set)), today);
  if (problem !== undefined) throw new Refusal('invalid_input', `${name}, ${ASSET_FIELD_WORDS[problem.field]}: ${problem.sentence}`, { field: problem.field });
};

const requireKinds = (session: Session, sets: readonly AssetFieldValues[]): void => {
  const known = new Set(session.snapshot().categories.map(({ key }) => key));
  const missing = sets.find(({ categoryKey }) => categoryKey !== undefined && !known.has(categoryKey));
  if (missing !== undefined) throw new Refusal('not_found', `The plan has no category called “${missing.categoryKey}”.`, { field: 'categoryKey' });
};

/** Each row once: what is said of a row twice is one change, the later word counts. */
const changesOf = (session: Session, rows: Cells['rows']): readonly AssetChange[] => {
  const assets = new Map(session.snapshot().assets.map((asset) => [asset.id, asset]));
  const changes = new Map<number, AssetChange>();
  for (const { id, set } of rows) {
    const asset = assets.get(id);
    if (asset === undefined) throw new Refusal('not_found', `No asset has the number ${id}. It may have been removed.`, { field: 'rows' });
    changes.set(id, { asset, set: { ...changes.get(id)?.set, ...given(set) } });
  }
  return [...changes.values()];
};

export const registerGridHandlers = {
  'register.cells': (session, request) => {
    const { role, reason, add } = request;
    const changes = changesOf(session, request.rows);
    const today = session.today();
    requireKinds(session, [...changes.map(({ set }) => set), ...add]);
    for (const { asset, set } of changes) requireTrue(nameOf(asset), asset, set, today);
    add.forEach((row, index) => requireTrue(row.tag ?? `New row ${index + 1}`, NO_DAYS, row, today));
    const about = { snapshot: session.snapshot(), today, reason };
    const { value, change } = session.change(labelOf(request, changes), { role, reason }, (writer) => {
      const assets = new AssetWriter(writer, about);
      assets.change(changes);
      return assets.add(add);
    });
    return { change, value: { changed: change === null ? 0 : changes.length, added: [...value] } };
  },

  'register.duplicate': (session, { role, reason, id, copies }) => {
    const asset = session.snapshot().assets.find((each) => each.id === id);
    if (asset === undefined) throw new Refusal('not_found', `No asset has the number ${id}. It may have been removed.`, { field: 'id' });
    const label = `Duplicate ${nameOf(asset)}, ${copies.length === 1 ? 'once' : `${copies.length.toLocaleString('en-GB')} times`}`;
    const { value, change } = session.change(label, { role, reason }, (writer) => duplicateAsset(writer, asset, copies));
    return { change, value: { ids: [...value] } };
  },
} satisfies Pick<Handlers, 'register.cells' | 'register.duplicate'>;
