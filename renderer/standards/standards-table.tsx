import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Answered, StandardResult } from '../../planning/analysis/standards/answers.ts';
import { answerWords, reviewWords } from '../../planning/analysis/standards/road-words.ts';
import { Button } from '../parts/button.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';
import { StateWord, Tag } from '../parts/tag.tsx';
import { countWords, StandingWord } from './standing-word.tsx';

type RowProps = {
  readonly answered: Answered;
  readonly open: boolean;
  readonly onOpen: (id: number) => void;
  /** A panel stands beside the table and says who owns it and when it is reviewed. */
  readonly narrow: boolean;
};

function RequirementRow({ answered, open, onOpen, narrow }: RowProps) {
  const { requirement, standing, overruled, late } = answered;
  const review = reviewWords(answered);
  return (
    <tr className={open ? 'open' : undefined}>
      <td className="ref">{requirement.ref}</td>
      <th scope="row"><button type="button" className="row-open" aria-expanded={open} onClick={() => onOpen(requirement.id)}>{requirement.requirement}</button></th>
      <td><StandingWord standing={standing} /></td>
      <td className="rests">{answerWords(answered)}{overruled && <> <Tag tone="warn">Differs from the register</Tag></>}</td>
      {!narrow && <td>{requirement.ownerRole ?? <span className="q2">Nobody</span>}</td>}
      {!narrow && <td className="day">{review === null ? '–' : late ? <StateWord tone="over">{review}</StateWord> : review}</td>}
    </tr>
  );
}

type GroupProps = {
  readonly result: StandardResult;
  readonly opened: boolean;
  readonly onToggle: (name: string) => void;
  readonly openId: number | null;
  readonly onOpen: (id: number) => void;
  readonly narrow: boolean;
};

/** "to be met by 2030", "already required". */
const targetWords = (target: string | null): string => (target === null ? '' : /^\d/u.test(target) ? `; to be met by ${target}` : `; ${target}`);

/** One standard: its result, and below it its requirements, the worst answer first. */
function StandardGroup({ result, opened, onToggle, openId, onOpen, narrow }: GroupProps) {
  const { name, standing, counts, answered, target } = result;
  const Chevron = opened ? ChevronDown : ChevronRight;
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={2}>
          <button type="button" className="group-open" aria-expanded={opened} onClick={() => onToggle(name)}><Chevron aria-hidden="true" />{name}</button>
        </th>
        <td><StandingWord standing={standing} /></td>
        <td colSpan={narrow ? 1 : 3}>{countWords(counts)}{targetWords(target)}</td>
      </tr>
      {opened && answered.map((each) => <RequirementRow key={each.requirement.id} answered={each} open={each.requirement.id === openId} onOpen={onOpen} narrow={narrow} />)}
    </tbody>
  );
}

type TableProps = Omit<GroupProps, 'result' | 'opened'> & {
  readonly title: string;
  readonly aside: string;
  readonly results: readonly StandardResult[];
  readonly openNames: ReadonlySet<string>;
  readonly onToggleAll: (names: readonly string[], opened: boolean) => void;
};

/** The standards of one tier, the worst result first. */
export function StandardsTable({ title, aside, results, openNames, onToggleAll, ...rest }: TableProps) {
  const names = results.map(({ name }) => name);
  const allOpen = names.every((name) => openNames.has(name));
  return (
    <Section title={title} aside={aside} link={<Button variant="link" small onClick={() => onToggleAll(names, !allOpen)}>{allOpen ? 'Close all' : 'Open all'}</Button>}>
      <Scrolled className="standards-scroll" label={`${title}, by requirement`}>
        <table className="l standards-list">
          <thead>
            <tr><th scope="col">Ref</th><th scope="col">Requirement</th><th scope="col">Stands</th><th scope="col">What that rests on</th>{!rest.narrow && <><th scope="col">Owner</th><th scope="col">Next review</th></>}</tr>
          </thead>
          {results.map((result) => <StandardGroup key={result.name} result={result} opened={openNames.has(result.name)} {...rest} />)}
        </table>
      </Scrolled>
    </Section>
  );
}
