import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, IconButton } from '../parts/button.tsx';
import { Check, SelectField, TextField } from '../parts/field.tsx';
import { Popover } from '../parts/popover.tsx';
import type { GridRow } from './column.ts';
import { foldText } from './filters.ts';
import { FIRST_LAYOUT, inChooserOrder, moved } from './layout.ts';
import type { Grid } from './use-grid.ts';

const FROZEN_MOST = 5;

/** Which columns are shown, in which order, and how many stay in sight: remembered on this computer. */
export function ColumnChooser<Row extends GridRow, Set extends object>({ grid }: { readonly grid: Grid<Row, Set> }) {
  const [opened, setOpened] = useState(false);
  const [find, setFind] = useState('');
  const titleId = useId();
  const { columns, layout, layoutChosen, setLayout } = grid;
  const shown = layout.columns.map(({ column }) => column.key);
  const listed = inChooserOrder(columns, shown).filter(({ heading }) => foldText(heading).includes(foldText(find)));
  const show = (keys: readonly string[]): void => setLayout({ ...layoutChosen, shown: keys });
  const frozen = Array.from({ length: FROZEN_MOST + 1 }, (_, count) => ({ value: String(count), label: count === 0 ? 'None' : `The first ${count === 1 ? 'one' : count}` }));
  return (
    <Popover
      opened={opened} onClose={() => setOpened(false)} width={290} position="bottom-end" labelledBy={titleId}
      target={<Button small icon={<Columns3 aria-hidden="true" />} aria-expanded={opened} onClick={() => setOpened(!opened)}>Columns</Button>}
    >
      {opened && (
        <div className="grid-filter-box">
          <h3 id={titleId} className="vh">Columns of this list</h3>
          <TextField label="Find a column" data-autofocus value={find} onChange={(event) => setFind(event.currentTarget.value)} />
          <ul className="grid-choices" aria-label="Columns to show">
            {listed.map(({ key, heading }) => {
              const at = shown.indexOf(key);
              return (
                <li key={key} className="grid-column-choice">
                  <Check
                    checked={at >= 0} disabled={at >= 0 && shown.length === 1}
                    onChange={() => show(at >= 0 ? shown.filter((each) => each !== key) : [...shown, key])}
                  >{heading}</Check>
                  {at >= 0 && (
                    <span>
                      <IconButton label={`Move ${heading} up`} small disabled={at === 0} onClick={() => show(moved(shown, key, -1))}><ArrowUp aria-hidden="true" /></IconButton>
                      <IconButton label={`Move ${heading} down`} small disabled={at === shown.length - 1} onClick={() => show(moved(shown, key, 1))}><ArrowDown aria-hidden="true" /></IconButton>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          <SelectField
            label="Stay in sight on the left" options={frozen} value={String(Math.min(layoutChosen.frozen, FROZEN_MOST))}
            onChange={(event) => setLayout({ ...layoutChosen, frozen: Number(event.currentTarget.value) })}
          />
          <div className="grid-filter-acts">
            <Button variant="link" small onClick={() => setLayout(FIRST_LAYOUT)}>As they were at first</Button>
            <Button small onClick={() => setOpened(false)}>Done</Button>
          </div>
        </div>
      )}
    </Popover>
  );
}
