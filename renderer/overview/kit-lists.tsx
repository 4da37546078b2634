import { useMemo, type ReactNode } from 'react';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import { overdueKit, warrantiesEnding, type KitGroup, type PlanNote } from '../../planning/overview.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { itemCount } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/tag.tsx';

/** Groups listed here; the register lists any number. */
const MOST_GROUPS = 8;

/** `12 Dec`: within 90 days the year goes without saying. */
const shortDay = (date: IsoDate): string => formatDate(date).replace(/ \d{4}$/, '');

function PlanNoteWord({ note }: { readonly note: PlanNote }) {
  if (note.kind === 'none') return <StateWord tone="over">{note.text}</StateWord>;
  if (note.kind === 'no_price') return <StateWord tone="warn">{note.text}</StateWord>;
  return <span className="q2">{note.text}</span>;
}

function KitName({ group }: { readonly group: KitGroup }) {
  const { go } = useNavigation();
  return (
    <Button variant="link" small className="kit-name" onClick={() => go('register', { filter: { ids: group.assetIds } })}>
      {group.what}{group.where === null ? '' : `, ${group.where}`}
    </Button>
  );
}

type KitListProps<Group extends KitGroup> = {
  readonly groups: readonly Group[];
  readonly heads: readonly string[];
  /** A first column before the name; nothing where there is none. */
  readonly first?: (group: Group) => string;
  /** Shows all of them in the register. */
  readonly showAll: () => void;
};

function KitList<Group extends KitGroup>({ groups, heads, first, showAll }: KitListProps<Group>): ReactNode {
  const rest = groups.length - MOST_GROUPS;
  return (
    <>
      <table className="l kit-list">
        <thead className="vh"><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {groups.slice(0, MOST_GROUPS).map((group, at) => (
            <tr key={at}>
              {first === undefined ? null : <td className="b nw">{first(group)}</td>}
              <td><KitName group={group} /></td>
              <td><PlanNoteWord note={group.plan} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="kit-rest">and {rest} more {rest === 1 ? 'group' : 'groups'}: <Button variant="link" small onClick={showAll}>show all in the register</Button></p> : null}
    </>
  );
}

/** Hardware cover that ends in the next 90 days, by day, kind and room, with what the plan holds for it. */
export function WarrantiesEnding() {
  const { snapshot, forecast } = usePlan();
  const { go } = useNavigation();
  const ending = useMemo(() => warrantiesEnding(snapshot, forecast), [snapshot, forecast]);
  const showAll = (): void => go('register', { filter: { coverEndsBy: ending.by } });
  return (
    <Section
      title={`Warranties ending by ${formatLongDate(ending.by)}`}
      link={ending.quantity === 0 ? undefined : <Button variant="link" small onClick={showAll}>{itemCount(ending.quantity)}</Button>}
    >
      {ending.quantity === 0 ? <p className="q2">No recorded cover ends in the next 90 days.</p> : (
        <KitList groups={ending.groups} heads={['Day', 'Kit', 'Plan']} first={(group) => shortDay(group.date)} showAll={showAll} />
      )}
    </Section>
  );
}

/** Kit past its replace-by date, by kind, with what the plan holds for it. */
export function OverdueKit() {
  const { snapshot, forecast } = usePlan();
  const { go } = useNavigation();
  const overdue = useMemo(() => overdueKit(snapshot, forecast), [snapshot, forecast]);
  const showAll = (): void => go('register', { filter: { overdue: true } });
  return (
    <Section
      title="Overdue kit"
      link={overdue.quantity === 0 ? undefined : <Button variant="link" small onClick={showAll}>{itemCount(overdue.quantity)}</Button>}
    >
      {overdue.quantity === 0 ? <p className="q2">Nothing is past the date it should be replaced by.</p> : (
        <KitList groups={overdue.groups} heads={['Kit', 'Plan']} showAll={showAll} />
      )}
    </Section>
  );
}
