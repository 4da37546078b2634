import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import type { CameIn } from './import-file.tsx';
import { lostRows } from './import-words.ts';

type ImportDoneProps = { readonly cameIn: CameIn; readonly undone: boolean; readonly onAnother: () => void };

const WHERE = { kit: null, software: 'Software and subscriptions', models: 'the library of models', ledger: 'Consumables and losses', places: 'the tree of places' } as const;

/** What was pressed is gone: the focus goes on to what can be done next. */
const focusFirst = (acts: HTMLDivElement | null): void => acts?.querySelector('button')?.focus();

/** What has happened, a way to take it back, and where to look next. */
export function ImportDone({ cameIn, undone, onAnother }: ImportDoneProps) {
  const { go } = useNavigation();
  const run = useCommand();
  const { change, value } = cameIn;
  const where = WHERE[value.list];
  const left = lostRows(value.rows.refused);
  return (
    <Section title={undone ? 'Taken back' : 'Done'}>
      {!undone && left > 0 && <Note tone="warn">{formatCount(left)} {left === 1 ? 'row was' : 'rows were'} left out. Mended and saved, the file can be brought in again: what is in already stays as it is.</Note>}
      {!undone && where !== null && <p>They are under {where}, which the register’s tabs and lists show.</p>}
      <div className="acts" key={undone ? 'undone' : 'done'} ref={focusFirst}>
        {value.assetIds.length > 0 && !undone && <Button variant="filled" onClick={() => go('register', { filter: { ids: value.assetIds } })}>Show {formatCount(value.assetIds.length)} in the register</Button>}
        {value.assetIds.length === 0 && !undone && <Button variant="filled" onClick={() => go('register')}>Open the register</Button>}
        <Button onClick={() => go('refresh-plan')}>See the forecast</Button>
        {change !== null && !undone && <Button onClick={() => void run('plan.undo', {})}>Undo the import</Button>}
        <Button onClick={onAnother}>Bring in another file</Button>
      </div>
    </Section>
  );
}
