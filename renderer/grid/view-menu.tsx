import { Menu } from '@mantine/core';
import { ChevronDown, DoorOpen, PencilLine, RotateCcw, Save, SaveAll, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import type { GridRow } from './column.ts';
import { NO_FILTERS } from './filters.ts';
import type { AskedFor } from './filters.ts';
import { FIRST_LAYOUT } from './layout.ts';
import type { Grid } from './use-grid.ts';
import { useSavedViews } from './use-saved-views.ts';

type ViewMenuProps<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  /** What is shown without any view: "All assets". */
  readonly everything: string;
  /** The columns grouped by where no view says otherwise. */
  readonly groupBy: readonly string[];
  /** False while the plan can only be read: views can then be opened alone. */
  readonly editable: boolean;
  /** The list's own questions, which a view may keep. */
  readonly own?: readonly AskedFor<Row>[];
};

const NO_QUESTIONS: readonly never[] = [];

type NameDialogProps = { readonly title: string; readonly first: string; readonly note: string | null; readonly onName: (name: string) => Promise<boolean>; readonly onClose: () => void };

function NameDialog({ title, first, note, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(first);
  const [asked, setAsked] = useState(false);
  const problem = name.trim() === '' ? 'A view has a name. Write it like Due in 2028/29.' : name.trim().length > 200 ? 'A name has at most 200 characters.' : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (problem === null && await onName(name.trim())) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <TextField label="Name" data-autofocus value={name} problem={asked ? problem : null} onChange={(event) => setName(event.currentTarget.value)} {...(note === null ? {} : { hint: note })} />
        <div className="dialog-acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit">{title}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The saved views of a list: which one is open, whether it was changed since, and what can be done with it. */
export function ViewMenu<Row extends GridRow, Set extends object>({ grid, everything, groupBy, editable, own = NO_QUESTIONS }: ViewMenuProps<Row, Set>) {
  const saved = useSavedViews(grid, own);
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const { views, current, changed } = saved;
  const showAll = (): void => {
    grid.setView((view) => ({ ...view, filters: NO_FILTERS, sort: [], groupBy, closed: new Set(), saved: null }));
    grid.setLayout(FIRST_LAYOUT);
  };
  const note = saved.strange.length === 0 ? null : `Without “${saved.strange.join('”, “')}”: that belongs to the page it came from.`;
  const name = current?.name ?? everything;
  return (
    <>
      <Menu position="bottom-start" width={270} transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <Button small className="grid-view" icon={<Star aria-hidden="true" className={current?.starred === true ? 'starred' : undefined} />} aria-label={`View: ${name}${changed ? ', changed' : ''}`}>
            <span className="cut">{name}</span>{changed && <span className="q2">changed</span>}<ChevronDown aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={current === null ? '' : String(current.id)}
            onChange={(id) => {
              const chosen = views.find((view) => String(view.id) === id);
              if (chosen === undefined) showAll();
              else saved.open(chosen);
            }}
          >
            <Menu.RadioItem value="" closeMenuOnClick>{everything}</Menu.RadioItem>
            {views.map(({ id, name: said, starred, isDefault }) => (
              <Menu.RadioItem
                key={id} value={String(id)} closeMenuOnClick
                rightSection={starred ? <><Star className="lucide s starred" aria-hidden="true" /><span className="vh">starred</span></> : undefined}
              >{said}{isDefault && <small>The list opens with it</small>}</Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          {editable && <Menu.Divider />}
          {current !== null && changed && <Menu.Item leftSection={<RotateCcw aria-hidden="true" />} onClick={() => saved.open(current)}>Back to {current.name} as saved</Menu.Item>}
          {editable && current !== null && changed && <Menu.Item leftSection={<Save aria-hidden="true" />} onClick={() => void saved.save(current.name)}>Save the changes</Menu.Item>}
          {editable && <Menu.Item leftSection={<SaveAll aria-hidden="true" />} onClick={() => setNaming('save')}>Save as a view</Menu.Item>}
          {editable && current !== null && (
            <>
              <Menu.Item leftSection={<Star aria-hidden="true" />} onClick={saved.star}>{current.starred ? 'Take the star off' : 'Put a star on it'}</Menu.Item>
              <Menu.Item leftSection={<DoorOpen aria-hidden="true" />} onClick={saved.openFirst}>{current.isDefault ? 'Open the list without it' : 'Open the list with it'}</Menu.Item>
              <Menu.Item leftSection={<PencilLine aria-hidden="true" />} onClick={() => setNaming('rename')}>Rename</Menu.Item>
              <Menu.Item leftSection={<Trash2 aria-hidden="true" />} onClick={saved.remove}>Remove</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming === 'save' && <NameDialog title="Save as a view" first="" note={note} onName={saved.save} onClose={() => setNaming(null)} />}
      {naming === 'rename' && current !== null && <NameDialog title="Rename the view" first={current.name} note={null} onName={saved.rename} onClose={() => setNaming(null)} />}
    </>
  );
}
