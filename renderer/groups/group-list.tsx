import type { PeopleGroup } from '../../planning/analysis/facts.ts';
import { backingWords } from '../../planning/analysis/groups/backing.ts';
import { explainUptake, uptakeOf, uptakeWords } from '../../planning/analysis/groups/uptake.ts';
import { formatCount } from '../../planning/money.ts';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/tag.tsx';
import { WhyFigure } from '../parts/why.tsx';

type GroupListProps = { readonly groups: readonly PeopleGroup[]; readonly openId: number | null; readonly onOpen: (id: number) => void };

/** Every group on a line: who backs it, when it meets, and what becomes of its ideas. */
export function GroupList({ groups, openId, onOpen }: GroupListProps) {
  return (
    <Section title="Groups" aside="Choose one to see who is in it and what it has said">
      <table className="l group-list">
        <thead>
          <tr><th scope="col">Group</th><th scope="col">Backed by</th><th scope="col">Meets</th><th scope="col" className="num">Members</th><th scope="col" className="num">Ideas</th><th scope="col">Taken up</th></tr>
        </thead>
        <tbody>{groups.map((group) => {
          const backing = backingWords(group);
          return (
            <tr key={group.id} className={group.id === openId ? 'open' : undefined}>
              <th scope="row"><button type="button" className="row-open" aria-pressed={group.id === openId} onClick={() => onOpen(group.id)}>{group.name}</button></th>
              <td>{backing ?? <StateWord tone="warn">Nobody yet</StateWord>}</td>
              <td>{group.meets ?? <span className="q2">not said</span>}</td>
              <td className="num">{formatCount(group.members.length)}</td>
              <td className="num">{formatCount(group.ideas.length)}</td>
              <td><Taken group={group} /></td>
            </tr>
          );
        })}
        </tbody>
      </table>
    </Section>
  );
}

/** The share of a group's ideas that was taken up, which can be asked why. */
function Taken({ group }: { readonly group: PeopleGroup }) {
  const uptake = uptakeOf(group.ideas);
  return <WhyFigure title={`What share of the ideas of ${group.name} was taken up?`} why={() => explainUptake(uptake)}>{uptakeWords(uptake)}</WhyFigure>;
}
