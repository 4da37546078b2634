import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CFR_CODES, SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import type { Category } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';
import { CHART_GROUPS, CHART_GROUP_WORDS, COST_CATEGORIES } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { readWhole } from './typed-number.ts';

const SHIPPED = new Set(SHIPPED_CATEGORIES.map(({ key }) => key));
const GROUPS = CHART_GROUPS.filter((group) => group !== 'running');
const COSTS = COST_CATEGORIES.map((value) => ({ value, label: `${CFR_CODES[value].title} (${CFR_CODES[value].revenue})` }));

type FormProps = { readonly kind: Category | null; readonly onClose: () => void };

/** A kind of the school's own: its words, what it is booked under, where the chart has it, and how long it is kept. */
function KindForm({ kind, onClose }: FormProps) {
  const run = useCommand();
  const [typed, setTyped] = useState({
    singular: kind?.singular ?? '', plural: kind?.plural ?? '', cost: kind?.costCategory ?? 'other_hardware', group: kind?.chartGroup ?? 'devices', life: '5',
  });
  const [asked, setAsked] = useState(false);
  const life = readWhole(typed.life, 1, 50, '5');
  const field = (key: keyof typeof typed) => ({
    name: key, value: typed[key], onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  const [singular, plural] = [typed.singular.trim(), typed.plural.trim()];
  const lifeProblem = !life.ok ? life.message : life.value === null ? 'For how many years is it kept? Write a number like 5.' : null;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (singular === '' || plural === '' || (kind === null && lifeProblem !== null) || !life.ok) return;
    const words = { singular, plural, costCategory: COST_CATEGORIES.find((key) => key === typed.cost) ?? 'other_hardware', chartGroup: GROUPS.find((key) => key === typed.group) ?? 'devices' };
    const done = kind === null ? await run('categories.add', { ...words, lifeMonths: (life.value ?? 5) * 12 }) : await run('categories.edit', { key: kind.key, set: words });
    if (done !== null) onClose();
  };
  return (
    <form className="list-form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <TextField label="One of them" placeholder="sewing machine" data-autofocus problem={asked && singular === '' ? 'What is one of them called?' : null} {...field('singular')} />
      <TextField label="Several" placeholder="sewing machines" problem={asked && plural === '' ? 'What are several called?' : null} {...field('plural')} />
      <div className="wide"><SelectField label="Cost category and code" options={COSTS} {...field('cost')} /></div>
      <SelectField label="In the chart" options={GROUPS.map((value) => ({ value, label: CHART_GROUP_WORDS[value] }))} {...field('group')} />
      {kind === null && <TextField label="Years kept" inputMode="numeric" problem={asked ? lifeProblem : null} hint="Its policy can be changed later." {...field('life')} />}
      <div className="dialog-acts wide">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" type="submit">{kind === null ? 'Add the kind' : 'Change the kind'}</Button>
      </div>
    </form>
  );
}

/** Every kind of kit with its codes; the school's own can be added, changed and taken away again. */
export function KindsList() {
  const { snapshot, editable } = usePlan();
  const run = useCommand();
  const [open, setOpen] = useState<Category | 'new' | null>(null);
  const kinds = snapshot.categories.filter(({ chartGroup }) => chartGroup !== 'running');
  const items = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { categoryKey, quantity } of snapshot.assets) counts.set(categoryKey, (counts.get(categoryKey) ?? 0) + quantity);
    return counts;
  }, [snapshot]);
  return (
    <>
      {editable && <div className="list-tools"><Button variant="filled" icon={<Plus aria-hidden="true" />} onClick={() => setOpen('new')}>Add a kind</Button></div>}
      <table className="l list-narrow">
        <caption className="vh">Kinds of kit</caption>
        <thead><tr><th scope="col">Kind</th><th scope="col">Cost category</th><th scope="col">Codes</th><th scope="col">In the chart</th><th scope="col" className="num">Items</th></tr></thead>
        <tbody>
          {kinds.map((kind) => {
            const { title, revenue, capital } = CFR_CODES[kind.costCategory];
            const own = !SHIPPED.has(kind.key);
            const count = items.get(kind.key) ?? 0;
            return (
              <tr key={kind.key}>
                <th scope="row">{own && editable ? <Button variant="link" onClick={() => setOpen(kind)}>{startUpper(kind.plural)}</Button> : startUpper(kind.plural)}{own && <small className="q2"> the school’s own</small>}</th>
                <td>{title}</td>
                <td className="nw">{revenue}{capital === null ? '' : `, ${capital}`}</td>
                <td>{CHART_GROUP_WORDS[kind.chartGroup]}</td>
                <td className="num">{own && editable && count === 0
                  ? <Button variant="link" small aria-label={`Remove ${kind.plural}`} onClick={() => void run('categories.remove', { key: kind.key })}>Remove</Button> : formatCount(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Dialog opened={open !== null} onClose={() => setOpen(null)} title={open === 'new' || open === null ? 'Add a kind of kit' : startUpper(open.plural)}>
        {open !== null && <KindForm kind={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </Dialog>
    </>
  );
}
