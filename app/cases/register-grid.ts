import { NO_DAYS } from '../../planning/asset-checks.ts';
import { assetName } from '../../planning/register/field-words.ts';
import { ASSET_FIELD_WORDS } from '../contract/asset-fields.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { fieldsOf, requireKinds, requireTrue, rowCount } from './asset-requests.ts';
import { AssetWriter, type AssetChange } from './asset-writer.ts';
import { duplicateAsset } from './duplicate-asset.ts';
import { given } from './given.ts';

type Cells = Parsed<'register.cells'>;

const cellCount = (count: number): string => (count === 1 ? '1 cell' : `${count.toLocaleString('en-GB')} cells`);

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
  const what = changes.length === 1 && only !== undefined ? assetName(only.asset) : rowCount(changes.length);
  return `${verb} the ${ASSET_FIELD_WORDS[field]} of ${what}`;
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
    for (const { asset, set } of changes) requireTrue(assetName(asset), asset, set, today);
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
    const label = `Duplicate ${assetName(asset)}, ${copies.length === 1 ? 'once' : `${copies.length.toLocaleString('en-GB')} times`}`;
    const { value, change } = session.change(label, { role, reason }, (writer) => duplicateAsset(writer, asset, copies));
    return { change, value: { ids: [...value] } };
  },
} satisfies Pick<Handlers, 'register.cells' | 'register.duplicate'>;
