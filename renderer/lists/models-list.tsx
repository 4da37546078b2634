import { Combine, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { categoryNamed } from '../../planning/categories.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import { belongings, modelsInOrder } from '../../planning/register/lists.ts';
import type { Belongings } from '../../planning/register/lists.ts';
import type { AssetModel } from '../../planning/snapshot.ts';
import { itemCount, startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ModelDialog } from './model-form.tsx';
import { SortedHead, useSorted } from './sorted.tsx';
import type { ListColumn } from './sorted.tsx';

type Row = { readonly model: AssetModel; readonly kind: string; readonly has: Belongings };

const COLUMNS: readonly ListColumn<Row>[] = [
  { key: 'name', name: 'Make and model', by: ({ model }) => modelTitle(model) }, { key: 'kind', name: 'Kind', by: ({ kind }) => kind },
  { key: 'items', name: 'Items', number: true, by: ({ has }) => has.items }, { key: 'price', name: 'Price', number: true, by: ({ model }) => model.unitPence },
  { key: 'support', name: 'Support ends', by: ({ model }) => model.vendorSupportEnd },
  { key: 'memory', name: 'Memory', number: true, by: ({ model }) => model.memoryGb }, { key: 'processor', name: 'Processor', by: ({ model }) => model.processor },
  { key: 'cores', name: 'Cores', number: true, by: ({ model }) => model.cores },
  { key: 'storage', name: 'Storage', number: true, by: ({ model }) => model.storageGb }, { key: 'watts', name: 'Power', number: true, by: ({ model }) => model.watts },
];

const size = (gb: number | null): string => (gb === null ? '' : gb >= 1_000 && gb % 1_000 === 0 ? `${formatCount(gb / 1_000)} TB` : `${formatCount(gb)} GB`);

type LineProps = { readonly row: Row; readonly ticked: boolean; readonly onTick: () => void; readonly onEdit: () => void; readonly editable: boolean };

function ModelLine({ row: { model, kind, has }, ticked, onTick, onEdit, editable }: LineProps) {
  const { go } = useNavigation();
  const { snapshot } = usePlan();
  const run = useCommand();
  const title = modelTitle(model);
  const show = (): void => go('register', { filter: { ids: snapshot.assets.filter(({ modelId }) => modelId === model.id).map(({ id }) => id) } });
  return (
    <tr>
      {editable && <td><input type="checkbox" className="list-tick" aria-label={`Select ${title}`} checked={ticked} onChange={onTick} /></td>}
      <th scope="row">{editable ? <Button variant="link" onClick={onEdit}>{title}</Button> : title}</th>
      <td className="q2">{kind}</td>
      <td className="num">
        {has.items > 0 ? <Button variant="link" aria-label={`Show ${itemCount(has.items)} of ${title}`} onClick={show}>{formatCount(has.items)}</Button>
          : editable ? <Button variant="link" small aria-label={`Remove ${title}`} onClick={() => void run('models.remove', { id: model.id })}>Remove</Button> : '0'}
      </td>
      <td className="num">
        {model.unitPence === null ? <span className="c-warn">none</span> : formatPounds(model.unitPence)}
        {model.priceDate !== null && <small className="q2">{formatDate(model.priceDate)}</small>}
      </td>
      <td className="nw">{model.vendorSupportEnd === null ? <span className="c-warn">not known</span> : formatDate(model.vendorSupportEnd)}</td>
      <td className="num">{size(model.memoryGb)}</td>
      <td>{model.processor ?? ''}</td>
      <td className="num">{model.cores === null ? '' : formatCount(model.cores)}</td>
      <td className="num">{size(model.storageGb)}</td>
      <td className="num">{model.watts === null ? '' : `${formatCount(model.watts)} W`}</td>
    </tr>
  );
}

/** The library of makes and models: what lacks a price or a support date stands first. */
export function ModelsList() {
  const { snapshot, forecast, editable } = usePlan();
  const run = useCommand();
  const [find, setFind] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [open, setOpen] = useState<AssetModel | 'new' | null>(null);
  const [merging, setMerging] = useState(false);
  const rows = useMemo(() => {
    const of = belongings(snapshot, forecast, ({ modelId }) => modelId);
    return modelsInOrder(snapshot, of).map((model): Row => ({ model, kind: startUpper(categoryNamed(snapshot.categories, model.categoryKey).plural), has: of(model.id) }));
  }, [snapshot, forecast]);
  const wanted = find.trim().toLowerCase();
  const shown = wanted === '' ? rows : rows.filter(({ model, kind }) => `${modelTitle(model)} ${kind}`.toLowerCase().includes(wanted));
  const { sorted, sort, turn } = useSorted(shown, COLUMNS);
  const chosen = rows.filter(({ model }) => ticked.has(model.id));
  const toggle = (id: number): void => setTicked((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])));
  const merge = async (keepId: number, ids: readonly number[]): Promise<boolean> => {
    const done = await run('models.merge', { keepId, ids: [...ids] }) !== null;
    if (done) setTicked(new Set());
    return done;
  };
  return (
    <>
      <div className="list-tools">
        <TextField label="Find a model" hideLabel placeholder="Find a model" type="search" value={find} onChange={(event) => setFind(event.currentTarget.value)} />
        {editable && chosen.length > 1 && <Button icon={<Combine aria-hidden="true" />} onClick={() => setMerging(true)}>Merge {formatCount(chosen.length)}</Button>}
        {editable && <Button variant="filled" icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>Add a model</Button>}
      </div>
      <div className="list-scroll">
        <table className="l">
          <caption className="vh">Models</caption>
          <thead><tr>{editable && <th scope="col"><span className="vh">Select</span></th>}<SortedHead columns={COLUMNS} sort={sort} onTurn={turn} /></tr></thead>
          <tbody>
            {sorted.map((row) => (
              <ModelLine
                key={row.model.id} row={row} editable={editable} ticked={ticked.has(row.model.id)} onTick={() => toggle(row.model.id)} onEdit={() => setOpen(row.model)}
              />
            ))}
          </tbody>
        </table>
        {sorted.length === 0 && <p className="q2" role="status">{rows.length === 0 ? 'No model yet.' : 'No model fits.'}</p>}
      </div>
      <ModelDialog open={open} onClose={() => setOpen(null)} />
      <MergeDialog
        what="models" entries={merging ? chosen.map(({ model, has }) => ({ id: model.id, name: modelTitle(model), detail: itemCount(has.items) })) : null}
        effect="The kit of the others becomes kit of the one kept, which takes what it does not know itself." onMerge={merge} onClose={() => setMerging(false)}
      />
    </>
  );
}
