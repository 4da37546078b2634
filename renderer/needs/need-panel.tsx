import { Pencil, Trash2, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { evidenceFound } from '../../planning/analysis/needs/evidence.ts';
import { needRef, objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { LINK_STRENGTH_WORDS, MOSCOW_WORDS, NEED_REASON_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatCount } from '../../planning/money.ts';
import { startLower } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { NeedFit } from '../parts/fit-check.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';
import { NeedTalk } from './need-talk.tsx';
import { OptionsTable } from './options-table.tsx';
import { Recommendation } from './recommendation.tsx';
import { RequestChecks } from './request-checks.tsx';

type NeedPanelProps = {
  readonly need: Need;
  /** Whether somebody asked for it: then it takes the focus. */
  readonly asked: boolean;
  readonly onClose: () => void;
  readonly onEdit: () => void;
  /** Opens an option, or the form for a new one. */
  readonly onOption: (optionId: number | null) => void;
};

/** One need in full: who asked, what was said, what it could cost, what is recommended and what was decided. */
export function NeedPanel({ need, asked, onClose, onEdit, onOption }: NeedPanelProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked) heading.current?.focus();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  const remove = async (): Promise<void> => {
    if (await run('need.remove', { id: need.id }) !== null) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the panel wherever the focus is in it
    <aside className="side" aria-labelledby={id} onKeyDown={onKeyDown}>
      <div className="side-head">
        <div>
          <p className="ref">{askedWords(need)}</p>
          <h2 ref={heading} id={id} tabIndex={-1}>{need.name}</h2>
        </div>
        <span className="close">
          {editable && <IconButton label="Change the need" small onClick={onEdit}><Pencil aria-hidden="true" /></IconButton>}
          {editable && <IconButton label="Remove the need" small onClick={() => void remove()}><Trash2 aria-hidden="true" /></IconButton>}
          <IconButton label="Close the panel" small onClick={onClose}><X aria-hidden="true" /></IconButton>
        </span>
      </div>
      <Statement need={need} />
      {need.software !== null && <RequestChecks need={need} request={need.software} />}
      <NeedTalk need={need} />
      <EvidencePart need={need} />
      <OptionsTable need={need} onOption={onOption} />
      <NeedFit need={need} />
      <Recommendation need={need} />
    </aside>
  );
}

const askedWords = ({ number, askedByRole, neededBy }: Need): string =>
  `${needRef(number)}, asked for by ${askedByRole}${neededBy === null ? '' : `, needed by ${formatLongDate(neededBy)}`}`;

function Statement({ need }: { readonly need: Need }) {
  const { snapshot: { analysis, departments } } = usePlan();
  const { go } = useNavigation();
  const served = need.links.flatMap(({ objectiveId, strength }) => {
    const objective = analysis.objectives.find(({ id }) => id === objectiveId);
    return objective === undefined ? [] : [{ objective, strength }];
  });
  const standard = analysis.standards.find(({ id }) => id === need.standardId);
  const department = departments.find(({ id }) => id === need.departmentId);
  // A reason and a department may bear the same name: "Administration".
  const facts = [...new Set([
    MOSCOW_WORDS[need.moscow], NEED_REASON_WORDS[need.reason], department?.name, need.pupils === null ? undefined : `${formatCount(need.pupils)} ${need.pupils === 1 ? 'pupil' : 'pupils'}`,
    `asked on ${formatDate(need.askedOn)}`,
  ])].filter((part) => part !== undefined);
  return (
    <>
      <p className="statement">
        {/* A short need is named by its statement: the title has said it already. */}
        {need.statement.trim() === need.name.trim() ? '' : `${sentence(need.statement)} `}
        {served.length === 0 ? 'It serves no objective yet.' : 'Serves '}
        {served.map(({ objective, strength }, at) => (
          <span key={objective.id}>
            {at === 0 ? '' : at === served.length - 1 ? ' and ' : ', '}
            <Button variant="link" onClick={() => go('development', { objectiveId: objective.id })}>{objectiveTitle(objective)}</Button> ({startLower(LINK_STRENGTH_WORDS[strength])})
          </span>
        ))}
        {served.length === 0 ? '' : '.'}
        {standard !== undefined && <> It is to close a gap in the standards, <Button variant="link" aria-label={`The standard ${standard.ref}`} onClick={() => go('standards', { standardId: standard.id })}>{standard.ref}</Button>.</>}
      </p>
      <p className="needs-under"><span><b>If it is not met:</b> {sentence(need.impact)}</span><span>{facts.join(', ')}.</span></p>
    </>
  );
}

/** What somebody wrote, with a full stop of its own. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function EvidencePart({ need }: { readonly need: Need }) {
  const { snapshot, asOf } = usePlan();
  const { go } = useNavigation();
  const found = useMemo(() => need.evidence.map((evidence) => ({ evidence, found: evidenceFound(snapshot, evidence, asOf) })), [need, snapshot, asOf]);
  if (found.length === 0) return null;
  return (
    <Section title="Evidence">
      <ul className="needs-evidence">
        {found.map(({ evidence, found: told }) => (
          <li key={evidence.id}>
            {told === null ? sentence(evidence.text ?? '') : (
              <>
                <WhyFigure
                  title="Why this figure?" why={() => told.why}
                  actions={told.assetIds.length === 0 ? undefined : <Button variant="link" small onClick={() => go('register', { filter: { ids: told.assetIds } })}>Show the kit</Button>}
                >{told.sentence}</WhyFigure>
                {evidence.text === null ? '' : ` ${sentence(evidence.text)}`}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
