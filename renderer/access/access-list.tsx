import { useState } from 'react';
import type { FormEvent } from 'react';
import { NOT_USABLE_WORDS, type AccessGroup } from '../../planning/access/access.ts';
import { ageWords, explainAccess, ratioWords, shareWords, targetWords } from '../../planning/access/sentence.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';
import { NumberCell } from '../parts/number-cell.tsx';
import { readPupils, readTarget } from './typed-numbers.ts';
import { UseBar } from './use-bar.tsx';

/** Pupils for each usable device, which can be asked why; the devices behind it are one step away. */
export function Ratio({ group }: { readonly group: AccessGroup }) {
  const { asOf } = usePlan();
  const { go } = useNavigation();
  const words = group.perUsable === null ? (group.pupils === null ? 'pupils not said' : 'no usable device') : ratioWords(group.perUsable);
  const title = group.perUsable === null ? `Why no figure for ${group.name}?` : `Why ${words} pupils to a device, ${group.name}?`;
  return (
    <WhyFigure
      title={title} why={() => explainAccess(group, asOf)}
      actions={(
        <>
          {group.usable > 0 && <Button small onClick={() => go('register', { filter: { ids: group.usableIds } })}>Show the {formatCount(group.usable)} that count</Button>}
          {group.notUsable.map(({ why, quantity, assetIds }) => (
            <Button key={why} variant="link" small onClick={() => go('register', { filter: { ids: assetIds } })}>{formatCount(quantity)} {NOT_USABLE_WORDS[why][quantity === 1 ? 0 : 1]}</Button>
          ))}
        </>
      )}
    >
      {words}
    </WhyFigure>
  );
}

const EDIT = { department: 'departments.edit', yearGroup: 'yearGroups.edit', site: 'places.edit' } as const;
type ListedSubject = keyof typeof EDIT;
const HEADS: Readonly<Record<ListedSubject, string>> = { department: 'Department', yearGroup: 'Year group', site: 'Site' };

/** Saves the pupils or the target of a group. */
function useSaveGroup(subject: ListedSubject, id: number | null) {
  const run = useCommand();
  return async (set: { readonly pupils?: number | null; readonly accessTarget?: number | null }): Promise<void> => {
    if (id !== null) await run(EDIT[subject], { id, set });
  };
}

function GroupRow({ group, subject }: { readonly group: AccessGroup; readonly subject: ListedSubject }) {
  const { editable } = usePlan();
  const save = useSaveGroup(subject, group.id);
  const usual = group.target === null ? 'none' : targetWords(group.target);
  return (
    <tr>
      <th scope="row">{group.name}</th>
      <td className="num field-cell">
        {editable ? <NumberCell label={`Pupils, ${group.name}`} value={group.pupils} words={formatCount} read={readPupils} placeholder="Number" save={(pupils) => save({ pupils })} />
          : group.pupils === null ? '–' : formatCount(group.pupils)}
      </td>
      <td className="num field-cell">
        {editable ? <NumberCell label={`Target, ${group.name}`} value={group.ownTarget ? group.target : null} words={targetWords} read={readTarget} placeholder={usual} save={(accessTarget) => save({ accessTarget })} /> : usual}
      </td>
      <td className="num">{formatCount(group.usable)}{group.devices !== group.usable && <span className="q2"> of {formatCount(group.devices)}</span>}</td>
      <td className="use"><UseBar group={group} /><Ratio group={group} /></td>
      <td className="num">{group.short === null ? '–' : group.short === 0 ? 'met' : <span className="c-warn">{formatCount(group.short)} short</span>}</td>
      <td className="num spare-column">{shareWords(group.inSupport)}</td>
      <td className="num spare-column">{shareWords(group.inCover)}</td>
      <td className="num">{group.devices === 0 ? '–' : ageWords(group.meanAgeMonths)}</td>
    </tr>
  );
}

type AccessListProps = {
  readonly title: string;
  readonly subject: ListedSubject;
  readonly groups: readonly AccessGroup[];
  /** What stands there where there is none. */
  readonly none: string;
  /** `Year group`: what can be added here by name; left out where another page does it. */
  readonly add?: { readonly label: string; readonly run: (name: string) => Promise<void> };
};

/** Each group's pupils beside the devices that are theirs. */
export function AccessList({ title, subject, groups, none, add }: AccessListProps) {
  const { editable } = usePlan();
  return (
    <Section title={title} aside={groups.length === 0 ? undefined : 'The bar is the devices that are there; the tick, what the target needs'}>
      {groups.length === 0 ? <p className="q2">{none}</p> : (
        <table className="l access-list">
          <thead>
            <tr>
              <th scope="col">{HEADS[subject]}</th><th scope="col" className="num">Pupils</th><th scope="col" className="num">Target</th><th scope="col" className="num">Usable</th>
              <th scope="col">Pupils to a device</th><th scope="col" className="num">Against target</th>
              <th scope="col" className="num spare-column">In support</th><th scope="col" className="num spare-column">In cover</th><th scope="col" className="num">Mean age</th>
            </tr>
          </thead>
          <tbody>{groups.map((group) => <GroupRow key={group.id} group={group} subject={subject} />)}</tbody>
        </table>
      )}
      {editable && add !== undefined && <AddGroup {...add} />}
    </Section>
  );
}

function AddGroup({ label, run }: { readonly label: string; readonly run: (name: string) => Promise<void> }) {
  const [name, setName] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    await run(name.trim());
    setName('');
  };
  return (
    <form className="access-add" onSubmit={(event) => void submit(event)}>
      <TextField label={label} placeholder="Year 7" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      <Button type="submit">Add the {label.toLowerCase()}</Button>
    </form>
  );
}
