import { Menu } from '@mantine/core';
import { useState } from 'react';
import { categoryNamed } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';
import type { OddGroup } from '../../planning/quality/odd-values.ts';
import type { AssetStatus } from '../../planning/vocabulary.ts';
import { kitCount } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { assetName } from './twice-section.tsx';

const MOST_ROWS = 8;

/** `HC-DT-0162, paid`; of several alike: `Trolley B, 3 laptops, warranty`. */
function useSubject(group: OddGroup): string {
  const { savedSnapshot } = usePlan();
  const [first] = group.assets;
  if (first === undefined) return group.field;
  if (group.assets.length === 1) return `${assetName(first)}, ${group.field}`;
  const room = savedSnapshot.locations.find(({ id }) => id === first.locationId)?.name;
  const what = kitCount(categoryNamed(savedSnapshot.categories, first.categoryKey), null, group.assets.length);
  return `${room === undefined ? '' : `${room}, `}${what}, ${group.field}`;
}

const GONE: readonly { readonly status: AssetStatus; readonly words: string }[] = [
  { status: 'retired', words: 'Retired, kept in a store' }, { status: 'disposed', words: 'Disposed of' }, { status: 'lost', words: 'Lost' },
];

type RowProps = { readonly group: OddGroup };

/** Asks whether old kit is there at all; either answer settles it. */
function StillThere({ group, subject }: RowProps & { readonly subject: string }) {
  const run = useCommand();
  const reason = `In use ${group.value}, ${group.others}`;
  const gone = (status: AssetStatus) => void run('register.cells', { rows: group.assets.map(({ id }) => ({ id, set: { status } })), reason });
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target><Button variant="link" small aria-label={`Still there? ${subject}`}>Still there?</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('quality.settle', { finding: 'odd_value', keys: [...group.keys], reason: 'Still there and in use' })}>Yes, still in use</Menu.Item>
        <Menu.Divider />
        {GONE.map(({ status, words }) => <Menu.Item key={status} onClick={() => gone(status)}>{words}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}

function MendLink({ group, subject }: RowProps & { readonly subject: string }) {
  const run = useCommand();
  const { go } = useNavigation();
  const { mend } = group;
  const ids = group.assets.map(({ id }) => id);
  if (mend.kind === 'still_there') return <StillThere group={group} subject={subject} />;
  if (mend.kind === 'edit') {
    const [only] = ids;
    return <Button variant="link" small aria-label={`Edit ${subject}`} onClick={() => go('register', { filter: { ids }, ...(ids.length === 1 && only !== undefined ? { assetId: only } : {}) })}>Edit</Button>;
  }
  const apply = () => run('register.cells', { rows: ids.map((id) => ({ id, set: mend.set })), reason: `${group.field}: ${group.value} looked odd beside ${group.others}` });
  return <Button variant="link" small aria-label={`${mend.words}: ${subject}`} onClick={() => void apply()}>{mend.words}</Button>;
}

function OddRow({ group }: RowProps) {
  const { editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const subject = useSubject(group);
  const right = () => run('quality.settle', { finding: 'odd_value', keys: [...group.keys] });
  return (
    <tr>
      <td><Button variant="link" small className="plain-link" onClick={() => go('register', { filter: { ids: group.assets.map(({ id }) => id) } })}>{subject}</Button></td>
      <td className="b c-warn odd-value">{group.value}</td>
      <td className="q2">{group.others}</td>
      <td className="odd-acts">
        {editable && <MendLink group={group} subject={subject} />}
        {editable && group.mend.kind !== 'still_there' && (
          <Button variant="link" small className="plain-link q2" aria-label={`It is right: ${subject}`} onClick={() => void right()}>It is right</Button>
        )}
      </td>
    </tr>
  );
}

/** Values unlike those of the school's other kit, and days that cannot be, each with a way to mend it. */
export function OddSection({ groups }: { readonly groups: readonly OddGroup[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, MOST_ROWS);
  return (
    <Section title="Odd values" aside={groups.length === 0 ? undefined : `${formatCount(groups.length)}, by comparison with your own kit`}>
      {groups.length === 0 ? <p className="q2">No price, date or number stands out from the others of its kind.</p> : (
        <table className="l odd">
          <thead><tr><th scope="col">Looks odd</th><th scope="col">Value</th><th scope="col">Others like it</th><th scope="col">Mend</th></tr></thead>
          <tbody>{shown.map((group) => <OddRow key={group.keys.join()} group={group} />)}</tbody>
        </table>
      )}
      {groups.length > shown.length && <p className="rest"><Button variant="link" small onClick={() => setAll(true)}>Show the other {formatCount(groups.length - shown.length)}</Button></p>}
    </Section>
  );
}
