import { explainHeard } from '../../planning/analysis/conversations/sentence.ts';
import { roundYears, type HeardPerson, type RoundSource } from '../../planning/analysis/conversations/round.ts';
import { personName } from '../../planning/analysis/people-words.ts';
import { schoolYearLabel, schoolYearOf } from '../../planning/analysis/school-year.ts';
import { CONVERSATION_ROLE_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/tag.tsx';
import { WhyFigure } from '../parts/why.tsx';

type RoundTableProps = {
  readonly year: number;
  readonly round: readonly HeardPerson[];
  readonly openId: number | null;
  readonly onYear: (year: number) => void;
  readonly onOpen: (person: HeardPerson) => void;
  readonly onStart: (person: HeardPerson) => void;
  readonly onSheet: (person: HeardPerson) => void;
  readonly onAdd: () => void;
};

/** Who is to be heard in a school year, and who has been. */
export function RoundTable({ year, round, onYear, onAdd, ...rows }: RoundTableProps) {
  const { snapshot: { analysis }, asOf, editable } = usePlan();
  const run = useCommand();
  const heard = round.filter(({ conversations }) => conversations.length > 0).length;
  // Next year's round can be made before the summer; a year that is over and had none is not offered.
  const years = [...new Set([schoolYearOf(asOf) + 1, year, ...roundYears(analysis, asOf)])].toSorted((a, b) => b - a);
  const begin = (from: RoundSource): void => void run('round.begin', { year, from });
  const lastYear = analysis.round.some((person) => person.year === year - 1);
  return (
    <Section
      title={`Who is heard in ${schoolYearLabel(year)}`} aside={round.length === 0 ? undefined : `${heard} of ${round.length}`}
      link={<SelectField small hideLabel label="School year" value={String(year)} options={years.map((each) => ({ value: String(each), label: schoolYearLabel(each) }))} onChange={(event) => onYear(Number(event.currentTarget.value))} />}
    >
      {round.length === 0 ? <p className="q2">A round says who is to be heard in a year, so that nobody is forgotten. It can be made in one press and changed after.</p> : (
        <table className="l talk-round">
          <thead><tr><th scope="col">Who</th><th scope="col">Kind of person</th><th scope="col">Heard</th><th scope="col"><span className="vh">What can be done</span></th></tr></thead>
          <tbody>{round.map((person) => <PersonRow key={person.id} person={person} {...rows} />)}</tbody>
        </table>
      )}
      {editable && (
        <div className="talk-acts">
          <Button small onClick={onAdd}>Add a person</Button>
          {lastYear && <Button small onClick={() => begin('last_year')}>Add those of {schoolYearLabel(year - 1)}</Button>}
          <Button small onClick={() => begin('departments')}>Add the departments and the usual roles</Button>
        </div>
      )}
    </Section>
  );
}

type PersonRowProps = Pick<RoundTableProps, 'openId' | 'onOpen' | 'onStart' | 'onSheet'> & { readonly person: HeardPerson };

function PersonRow({ person, openId, onOpen, onStart, onSheet }: PersonRowProps) {
  const { snapshot, asOf, editable } = usePlan();
  const name = personName(person, snapshot.departments);
  const [latest] = person.conversations;
  return (
    <tr className={person.id === openId ? 'open' : undefined}>
      <th scope="row"><button type="button" className="row-open" aria-expanded={person.id === openId} onClick={() => onOpen(person)}>{name}</button></th>
      <td>{CONVERSATION_ROLE_WORDS[person.kind] !== name && CONVERSATION_ROLE_WORDS[person.kind]}</td>
      <td>
        <WhyFigure title={latest === undefined ? `Why has ${name} not been heard?` : `Why does ${name} count as heard?`} why={() => explainHeard(snapshot, person, asOf)}>
          {latest === undefined ? <StateWord tone="warn">Not yet</StateWord> : <StateWord tone="ok">{formatDate(latest.heldOn)}</StateWord>}
        </WhyFigure>
      </td>
      <td className="row-acts">
        <Button variant="link" small aria-label={`Sheet for ${name}`} onClick={() => onSheet(person)}>Sheet</Button>
        {editable && <Button small aria-label={`Start a conversation with ${name}`} onClick={() => onStart(person)}>Start</Button>}
      </td>
    </tr>
  );
}
