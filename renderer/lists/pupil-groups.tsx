import { Combine, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { belongings } from '../../planning/register/lists.ts';
import type { Belongings } from '../../planning/register/lists.ts';
import type { Asset, YearGroup } from '../../planning/snapshot.ts';
import { itemCount, startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { plannedWords } from './place-tree.tsx';
import { SortedHead, useSorted } from './sorted.tsx';
import type { ListColumn } from './sorted.tsx';
import { readTarget, readWhole, targetText } from './typed-number.ts';

/** Departments and year groups are kept alike; only the words and the commands differ. */
type Keeper = { readonly list: 'departments' | 'yearGroups'; readonly one: string; readonly several: string; readonly of: (asset: Asset) => number | null };
const KEEPERS: readonly Keeper[] = [
  { list: 'departments', one: 'department', several: 'departments', of: ({ departmentId }) => departmentId },
  { list: 'yearGroups', one: 'year group', several: 'year groups', of: ({ yearGroupId }) => yearGroupId },
];

type Row = { readonly group: YearGroup; readonly has: Belongings };
const COLUMNS: readonly ListColumn<Row>[] = [
  { key: 'name', name: 'Name', by: ({ group }) => group.name }, { key: 'pupils', name: 'Pupils', number: true, by: ({ group }) => group.pupils },
  { key: 'target', name: 'Target', number: true, by: ({ group }) => group.accessTarget }, { key: 'items', name: 'Items', number: true, by: ({ has }) => has.items },
  { key: 'plan', name: 'In the plan', number: true, by: ({ has }) => has.plannedPence },
];

type FormProps = { readonly keeper: Keeper; readonly group: YearGroup | null; readonly onClose: () => void };

function GroupForm({ keeper: { list, one }, group, onClose }: FormProps) {
  const run = useCommand();
  const [typed, setTyped] = useState({ name: group?.name ?? '', pupils: group?.pupils === null || group === null ? '' : String(group.pupils), target: targetText(group?.accessTarget ?? null) });
  const [asked, setAsked] = useState(false);
  const [pupils, target] = [readWhole(typed.pupils, 0, 20_000, '180'), readTarget(typed.target)];
  const name = typed.name.trim();
  const field = (key: keyof typeof typed) => ({
    name: key, value: typed[key], onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  const send = async (): Promise<void> => {
    setAsked(true);
    if (name === '' || !pupils.ok || !target.ok) return;
    const fields = { name, pupils: pupils.value, accessTarget: target.value };
    const done = group === null ? await run(`${list}.add`, fields) : await run(`${list}.edit`, { id: group.id, set: fields });
    if (done !== null) onClose();
  };
  return (
    <form className="list-form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <div className="wide"><TextField label="Name" data-autofocus problem={asked && name === '' ? `What is the ${one} called?` : null} {...field('name')} /></div>
      <TextField label="Pupils" inputMode="numeric" problem={asked && !pupils.ok ? pupils.message : null} {...field('pupils')} />
      <TextField label="Target: pupils for each device" inputMode="decimal" problem={asked && !target.ok ? target.message : null} hint="The school’s own; empty if it has none." {...field('target')} />
      <div className="dialog-acts wide">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" type="submit">{group === null ? `Add the ${one}` : `Change the ${one}`}</Button>
      </div>
    </form>
  );
}

function GroupTable({ keeper }: { readonly keeper: Keeper }) {
  const { snapshot, forecast, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const { list, one, several, of } = keeper;
  const [open, setOpen] = useState<YearGroup | 'new' | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [merging, setMerging] = useState(false);
  const rows = useMemo(() => {
    const has = belongings(snapshot, forecast, of);
    return snapshot[list].map((group): Row => ({ group, has: has(group.id) }));
  }, [snapshot, forecast, list, of]);
  const { sorted, sort, turn } = useSorted(rows, COLUMNS);
  const chosen = rows.filter(({ group }) => ticked.has(group.id));
  const toggle = (id: number): void => setTicked((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])));
  const merge = async (keepId: number, ids: readonly number[]): Promise<boolean> => {
    const done = await run(`${list}.merge`, { keepId, ids: [...ids] }) !== null;
    if (done) setTicked(new Set());
    return done;
  };
  const show = (id: number): void => go('register', { filter: { ids: snapshot.assets.filter((asset) => of(asset) === id).map((asset) => asset.id) } });
  return (
    <Section title={startUpper(several)} link={editable && (
      <span className="list-acts">
        {chosen.length > 1 && <Button small icon={<Combine aria-hidden="true" />} onClick={() => setMerging(true)}>Merge {formatCount(chosen.length)}</Button>}
        <Button small icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>Add a {one}</Button>
      </span>
    )}>
      {rows.length === 0 && <p className="q2">None yet.</p>}
      {rows.length > 0 && (
        <table className="l">
          <caption className="vh">{startUpper(several)}</caption>
          <thead><tr>{editable && <th scope="col"><span className="vh">Select</span></th>}<SortedHead columns={COLUMNS} sort={sort} onTurn={turn} /></tr></thead>
          <tbody>
            {sorted.map(({ group, has }) => (
              <tr key={group.id}>
                {editable && <td><input type="checkbox" className="list-tick" aria-label={`Select ${group.name}`} checked={ticked.has(group.id)} onChange={() => toggle(group.id)} /></td>}
                <th scope="row">{editable ? <Button variant="link" onClick={() => setOpen(group)}>{group.name}</Button> : group.name}</th>
                <td className="num">{group.pupils === null ? <span className="q2">not known</span> : formatCount(group.pupils)}</td>
                <td className="num">{group.accessTarget === null ? '' : `${targetText(group.accessTarget)} to 1`}</td>
                <td className="num">
                  {has.items > 0 ? <Button variant="link" aria-label={`Show ${itemCount(has.items)} of ${group.name}`} onClick={() => show(group.id)}>{formatCount(has.items)}</Button>
                    : editable ? <Button variant="link" small aria-label={`Remove ${group.name}`} onClick={() => void run(`${list}.remove`, { id: group.id })}>Remove</Button> : '0'}
                </td>
                <td className="num">{plannedWords(has)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Dialog opened={open !== null} onClose={() => setOpen(null)} title={open === 'new' || open === null ? `Add a ${one}` : open.name}>
        {open !== null && <GroupForm keeper={keeper} group={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </Dialog>
      <MergeDialog
        what={several} entries={merging ? chosen.map(({ group, has }) => ({ id: group.id, name: group.name, detail: itemCount(has.items) })) : null}
        effect="What belongs to the others belongs to the one kept; its own pupils and target stand where it has them." onMerge={merge} onClose={() => setMerging(false)}
      />
    </Section>
  );
}

/** Who the kit is for: departments and year groups, their pupils and the school's own targets. */
export function PupilGroups() {
  return <div className="list-cols">{KEEPERS.map((keeper) => <GroupTable key={keeper.list} keeper={keeper} />)}</div>;
}
