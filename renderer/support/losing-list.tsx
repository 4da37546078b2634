import { formatDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import type { LosingGroup, SupportSubject, SupportYear } from '../../planning/support/outlook.ts';
import { meaningOf } from '../../planning/support/sentence.ts';
import { trackWords } from '../../planning/support/release.ts';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/tag.tsx';

const SUBJECT_WORDS: Readonly<Record<SupportSubject, string>> = { system: 'System', maker: 'Maker’s support', software: 'Software' };

const sourceWords = ({ source }: LosingGroup): string => (source.asOf === null ? source.text : `${source.text}, ${formatDate(source.asOf)}`);

function End({ group }: { readonly group: LosingGroup }) {
  const day = group.end === null ? 'day not named' : formatDate(group.end);
  if (group.state === 'ended') return <StateWord tone="over">{day}</StateWord>;
  if (group.state === 'extended') return <StateWord tone="warn">{day}</StateWord>;
  return <>{day}</>;
}

type RowProps = { readonly group: LosingGroup; readonly open: boolean; readonly onOpen: (group: LosingGroup) => void };

function GroupRow({ group, open, onOpen }: RowProps) {
  const track = group.release === null ? null : trackWords(group.release);
  return (
    <tr className={open ? 'open' : undefined}>
      <th scope="row">
        <button type="button" className="row-open" {...(group.subject === 'software' ? {} : { 'aria-expanded': open })} onClick={() => onOpen(group)}>{group.what}</button>
        <small>{SUBJECT_WORDS[group.subject]}{track === null ? '' : `, ${track}`}</small>
      </th>
      <td className="end"><End group={group} /><small>{sourceWords(group)}</small></td>
      <td className="num">{group.subject === 'software' ? '–' : formatCount(group.quantity)}</td>
      <td className="means">{meaningOf(group).map((text) => <p key={text}>{text}</p>)}</td>
    </tr>
  );
}

const Heads = () => (
  <thead>
    <tr><th scope="col">What</th><th scope="col">Last day of support</th><th scope="col" className="num">Devices</th><th scope="col">What it means</th></tr>
  </thead>
);

type ListProps = { readonly openKey: string | null; readonly onOpen: (group: LosingGroup) => void };

/** In use though nobody mends it any more: what a school must look at first. */
export function EndedList({ groups, devices, openKey, onOpen }: ListProps & { readonly groups: readonly LosingGroup[]; readonly devices: number }) {
  return (
    <Section title="Out of support and in use" aside={groups.length === 0 ? undefined : `${formatCount(devices)} device${devices === 1 ? '' : 's'}`}>
      {groups.length === 0 ? <p className="q2">Nothing with a known end is past it.</p> : (
        <table className="l support-list">
          <Heads />
          <tbody>{groups.map((group) => <GroupRow key={group.key} group={group} open={group.key === openKey} onOpen={onOpen} />)}</tbody>
        </table>
      )}
    </Section>
  );
}

/** What loses support in each of the plan's years. */
export function LosingList({ years, openKey, onOpen }: ListProps & { readonly years: readonly SupportYear[] }) {
  const some = years.some(({ groups }) => groups.length > 0);
  return (
    <Section title="Loses support, by year" aside="A device with two ends stands under both and is counted at the first">
      {!some ? <p className="q2">Nothing with a known end loses support in these years.</p> : (
        <table className="l support-list">
          <Heads />
          {years.map((year) => (
            <tbody key={year.label}>
              <tr className="year">
                <th scope="rowgroup" colSpan={2}>{year.label}</th>
                <td className="num">{year.devices === 0 ? '–' : formatCount(year.devices)}</td>
                <td className="q2">{year.groups.length === 0 ? 'Nothing that is known' : ''}</td>
              </tr>
              {year.groups.map((group) => <GroupRow key={group.key} group={group} open={group.key === openKey} onOpen={onOpen} />)}
            </tbody>
          ))}
        </table>
      )}
    </Section>
  );
}
