import { useState } from 'react';
import type { Answered } from '../../planning/analysis/standards/answers.ts';
import type { LinkedNeed } from '../../planning/analysis/standards/linked-needs.ts';
import { closingWords, reviewWords } from '../../planning/analysis/standards/road-words.ts';
import { isGap, type Road } from '../../planning/analysis/standards/road.ts';
import { NEED_STATE_WORDS } from '../../planning/analysis/needs/need-state.ts';
import { needTitle } from '../../planning/analysis/needs/refs.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { ChangeTable } from '../parts/change-table.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { WhyFigure } from '../parts/why.tsx';
import { AnswerForm } from './answer-form.tsx';
import { RequirementForm } from './requirement-form.tsx';
import { StandingWord } from './standing-word.tsx';

type PanelProps = {
  readonly answered: Answered;
  readonly road: Road;
  readonly needs: readonly LinkedNeed[];
  readonly onClose: () => void;
};

/** What the register says, with its reasons and the way to the kit behind it. */
function RegisterSays({ answered: { register, by, requirement } }: { readonly answered: Answered }) {
  const { go } = useNavigation();
  if (register === null) return <p className="q2">The register cannot answer this: a person does.</p>;
  const links = [{ ids: register.gapIds, words: 'that do not meet it' }, { ids: register.unknownIds, words: 'not known' }].filter(({ ids }) => ids.length > 0)
    .map(({ ids, words }) => <Button key={words} variant="link" small onClick={() => go('register', { filter: { ids } })}>Show the {ids.length === 1 ? 'row' : `${formatCount(ids.length)} rows`} {words}</Button>);
  return (
    <>
      <p>{by === 'person' && <>The register says: </>}<WhyFigure title={`Why does the register say so of ${requirement.ref}?`} why={() => register.why} actions={links.length === 0 ? undefined : links}>{register.sentence}</WhyFigure></p>
      {links.length > 0 && <p className="standards-links">{links}</p>}
    </>
  );
}

function AnswerSection({ answered }: { readonly answered: Answered }) {
  const { requirement, standing, by, overruled, late } = answered;
  const review = reviewWords(answered);
  return (
    <Section title="Answer" aside={by === 'person' ? 'A person says so' : by === 'register' ? 'The register says so' : 'Nobody has answered'}>
      <p><StandingWord standing={standing} /></p>
      {overruled && <Note title="It differs from the register.">A person’s answer holds. Look at it again when the register changes.</Note>}
      {by === 'person' && <p>{requirement.evidence ?? 'No evidence is given.'}</p>}
      <RegisterSays answered={answered} />
      <dl className="standards-facts">
        <dt>Owner</dt><dd>{requirement.ownerRole ?? 'Nobody yet'}</dd>
        <dt>Answered</dt><dd>{requirement.answeredOn === null ? '–' : formatLongDate(requirement.answeredOn)}</dd>
        <dt>Next review</dt><dd className={late ? 'c-over' : undefined}>{review ?? 'Not set'}</dd>
      </dl>
    </Section>
  );
}

function NeedsSection({ answered, road, needs }: Omit<PanelProps, 'onClose'>) {
  const { editable } = usePlan();
  const { go } = useNavigation();
  const row = road.rows.find(({ answered: { requirement } }) => requirement.id === answered.requirement.id);
  const opens = row?.opensIn ?? null;
  return (
    <Section title="What closes it" aside={needs.length === 0 ? 'No need' : needs.length === 1 ? 'One need' : `${formatCount(needs.length)} needs`}>
      {needs.length > 0 && (
        <ul className="standards-needs">
          {needs.map(({ need, state, figures }) => (
            <li key={need.id}>
              <Button variant="link" onClick={() => go('needs', { needId: need.id })}>{needTitle(need)}</Button>
              <span>{NEED_STATE_WORDS[state.kind]}, {figures === null ? 'no option chosen' : `${formatPounds(figures.totalPence)} in the plan’s years`}{figures !== null && figures.unpriced > 0 ? ', some without a price' : ''}</span>
            </li>
          ))}
        </ul>
      )}
      {row !== undefined && isGap(answered.standing) && <p>{closingWords(row, road.years)}</p>}
      {row !== undefined && !isGap(answered.standing) && opens !== null && <p>It becomes a gap in {road.years[opens]?.label}: {row.opensBecause}</p>}
      {row === undefined && needs.length === 0 && <p className="q2">Nothing is asked for.</p>}
      {editable && answered.standing !== 'meets' && answered.standing !== 'na' && <div className="acts"><Button small onClick={() => go('needs', { add: { standardId: answered.requirement.id } })}>Make a need of this gap</Button></div>}
    </Section>
  );
}

function WordsSection({ answered: { requirement } }: { readonly answered: Answered }) {
  const { target, measure, threshold, cadence, source, asOf } = requirement;
  const rows: readonly (readonly [string, string | null])[] = [
    ['To be met by', target], ['Measured in', measure], ['Threshold', threshold], ['How often', cadence],
    ['Source', source], ['Last checked', asOf === null ? null : formatLongDate(asOf)],
  ];
  return (
    <Section title="What it says">
      <dl className="standards-facts">{rows.map(([label, value]) => (value === null ? null : <div key={label}><dt>{label}</dt><dd>{value}</dd></div>))}</dl>
      <p className="q2">Change the words where the standard itself says otherwise.</p>
    </Section>
  );
}

function HistorySection({ id }: { readonly id: number }) {
  const { data, error } = usePlanQuery('standard.history', { id });
  return (
    <Section title="History">
      {error !== null && <Note tone="over">{error.message}</Note>}
      {data !== undefined && <ChangeTable entries={data} none="Nothing has been changed." />}
    </Section>
  );
}

/** One requirement: its answer and what that rests on, what closes a gap, what it says, and its history. */
export function RequirementPanel({ answered, road, needs, onClose }: PanelProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const [form, setForm] = useState<'answer' | 'words' | null>(null);
  const { requirement } = answered;
  const close = (): void => setForm(null);
  const remove = async (): Promise<void> => {
    if (await run('standard.remove', { id: requirement.id }) !== null) onClose();
  };
  return (
    <SidePanel title={requirement.requirement} above={`${requirement.ref}, ${requirement.standard}, ${requirement.tier}`} onClose={onClose}>
      {form === 'answer' && editable ? <AnswerForm answered={answered} onDone={close} /> : <AnswerSection answered={answered} />}
      {form === 'words' && editable ? <RequirementForm requirement={requirement} onDone={close} /> : <WordsSection answered={answered} />}
      {editable && form === null && (
        <div className="acts">
          <Button small variant="link" onClick={() => void remove()}>Take it out of the set</Button>
          <Button small onClick={() => setForm('words')}>Change the words</Button>
          {requirement.status !== null && <Button small onClick={() => void run('standard.answer', { id: requirement.id, status: null, ownerRole: requirement.ownerRole, nextReview: requirement.nextReview })}>Take the answer back</Button>}
          <Button small variant="filled" onClick={() => setForm('answer')}>{requirement.status === null ? 'Answer it' : 'Change the answer'}</Button>
        </div>
      )}
      <NeedsSection answered={answered} road={road} needs={needs} />
      <HistorySection id={requirement.id} />
    </SidePanel>
  );
}
