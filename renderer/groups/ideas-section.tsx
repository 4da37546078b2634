import { CircleCheck, CircleHelp, CircleX, Clock, FlaskConical } from 'lucide-react';
import type { GroupIdea, PeopleGroup } from '../../planning/analysis/facts.ts';
import { explainUptake, uptakeOf, uptakeWords } from '../../planning/analysis/groups/uptake.ts';
import { needRef } from '../../planning/analysis/needs/refs.ts';
import { IDEA_FATE_WORDS, type IdeaFate } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';

const ICONS: Readonly<Record<IdeaFate, typeof Clock>> = { raised: CircleHelp, considered: Clock, taken_up: CircleCheck, piloted: FlaskConical, declined: CircleX };
const TONES: Readonly<Record<IdeaFate, string>> = { raised: '', considered: 'c-warn', taken_up: 'c-ok', piloted: 'c-ok', declined: 'c-over' };

function Fate({ fate }: Pick<GroupIdea, 'fate'>) {
  const Icon = ICONS[fate];
  return <span className={`state ${TONES[fate]}`}><Icon className="lucide s" aria-hidden="true" />{IDEA_FATE_WORDS[fate]}</span>;
}

type IdeasSectionProps = { readonly group: PeopleGroup; readonly openId: number | null; readonly onOpen: (ideaId: number) => void; readonly onAdd: () => void };

/** What a group has said, the latest first, with what became of it and why. */
export function IdeasSection({ group, openId, onOpen, onAdd }: IdeasSectionProps) {
  const { editable } = usePlan();
  const uptake = uptakeOf(group.ideas);
  return (
    <Section
      title="Ideas"
      aside={group.ideas.length > 0 && <>Taken up: <WhyFigure title="What share was taken up?" why={() => explainUptake(uptake)}>{uptakeWords(uptake)}</WhyFigure></>}
      link={editable && <Button small onClick={onAdd}>Add an idea</Button>}
    >
      {group.ideas.length === 0 ? <p className="q2">No idea is written down yet. Each gets an answer, and a refusal gets a reason.</p> : (
        <table className="l idea-list">
          <thead><tr><th scope="col">Raised</th><th scope="col">Idea</th><th scope="col">What became of it</th><th scope="col">Because</th><th scope="col">Need</th></tr></thead>
          <tbody>{group.ideas.toReversed().map((idea) => <IdeaRow key={idea.id} idea={idea} open={idea.id === openId} onOpen={onOpen} />)}</tbody>
        </table>
      )}
    </Section>
  );
}

type IdeaRowProps = Pick<IdeasSectionProps, 'onOpen'> & { readonly idea: GroupIdea; readonly open: boolean };

function IdeaRow({ idea, open, onOpen }: IdeaRowProps) {
  const { snapshot: { analysis }, editable } = usePlan();
  const { go } = useNavigation();
  const need = analysis.needs.find(({ id }) => id === idea.needId);
  return (
    <tr className={open ? 'open' : undefined}>
      <td className="nw">{formatDate(idea.raisedOn)}</td>
      <th scope="row"><button type="button" className="row-open" aria-expanded={open} onClick={() => onOpen(idea.id)}>{idea.text}</button></th>
      <td><Fate fate={idea.fate} /></td>
      <td>{idea.because ?? <span className="q2">–</span>}</td>
      <td>
        {need !== undefined && <Button variant="link" small title={need.name} onClick={() => go('needs', { needId: need.id })}>{needRef(need.number)}</Button>}
        {need === undefined && (editable && idea.fate !== 'declined' ? <Button small aria-label={`Make a need of the idea ${idea.text}`} onClick={() => go('needs', { add: { ideaId: idea.id } })}>Make a need</Button> : <span className="q2">–</span>)}
      </td>
    </tr>
  );
}
