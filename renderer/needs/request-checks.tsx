import type { Need, SoftwareRequest } from '../../planning/analysis/need-facts.ts';
import { checksFailed, checksToDo, SOFTWARE_CHECKS } from '../../planning/analysis/needs/software-checks.ts';
import { CHECK_ANSWERS } from '../../planning/analysis/vocabulary.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';

export const ANSWER_OPTIONS = [{ value: 'unknown', label: 'Nobody has looked yet' }, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }] as const;

/** The three things to find out before anybody decides about software. */
export function RequestChecks({ need, request }: { readonly need: Need; readonly request: SoftwareRequest }) {
  const { editable } = usePlan();
  const run = useCommand();
  const [toDo, failed] = [checksToDo(request), checksFailed(request)];
  const about = [request.publisher, request.seats === null ? null : `${formatCount(request.seats)} ${request.seats === 1 ? 'seat' : 'seats'}`].filter((part) => part !== null);
  return (
    <Section title={`Checks of ${request.product}`} aside={about.join(', ')}>
      {toDo !== null && <Note>{toDo}</Note>}
      {failed !== null && <Note tone="over">{failed}</Note>}
      <div className="fields">
        {SOFTWARE_CHECKS.map(({ key, question }) => (
          <SelectField
            key={key} label={question} value={request[key]} options={ANSWER_OPTIONS} disabled={!editable}
            onChange={(event) => {
              const answer = CHECK_ANSWERS.find((each) => each === event.currentTarget.value) ?? 'unknown';
              void run('need.edit', { id: need.id, set: { software: { ...request, [key]: answer } } });
            }}
          />
        ))}
      </div>
      {request.checkNote !== null && <p className="needs-under">{request.checkNote}</p>}
    </Section>
  );
}
