import type { ReactNode } from 'react';
import type { Readiness } from '../../../planning/analysis/fit/readiness.ts';
import { formatLongDate } from '../../../planning/calendar.ts';
import { formatCount, formatExact, formatPounds, formatRate } from '../../../planning/money.ts';
import { EXPIRY_DECISION_WORDS } from '../../../planning/vocabulary.ts';
import type { ExpiryDecision } from '../../../planning/vocabulary.ts';
import { useNavigation } from '../../lib/navigation.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { TitleFit } from '../../parts/fit-check.tsx';
import { Section } from '../../parts/section.tsx';
import { CostReasons } from '../list/cost-reasons.tsx';
import { DecideForm } from '../list/decide-form.tsx';
import { AGREEMENT_DECISIONS, LET_IT_END } from '../list/decisions.ts';
import { FactList, ListPanel } from '../list/list-panel.tsx';
import { SoftwareForm } from './software-form.tsx';
import type { SoftwareRow } from './software-rows.ts';

export type SoftwareTask = 'edit' | 'decide' | 'decide_support';

const SUPPORT_DECISIONS: readonly ExpiryDecision[] = ['accept', 'replace', 'retire'];

type SoftwarePanelProps = {
  readonly row: SoftwareRow;
  readonly task: SoftwareTask | null;
  readonly onTask: (task: SoftwareTask | null) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
};

const fact = (name: string, value: ReactNode | null) => (value === null || value === '' ? null : { name, value });
/** `16 GB (slow on 8 GB)`: what it needs, and what is enough to run slowly. */
const amountFact = (needs: number | null, least: number | null, unit: string): string | null => {
  const well = needs ?? least;
  if (well === null) return null;
  return `${formatCount(well)}${unit}${least === null || least >= well ? '' : ` (slow on ${formatCount(least)}${unit})`}`;
};
const dayFact = (name: string, date: string | null) => fact(name, date === null ? null : formatLongDate(date));

/** A title: what it costs, how it stands, what it needs and whether the school's computers have that. */
export function SoftwarePanel({ row, task, onTask, onRemove, onClose }: SoftwarePanelProps) {
  const { editable, forecast } = usePlan();
  const { title } = row;
  const done = (): void => onTask(null);
  return (
    <ListPanel
      over={[title.publisher, row.use].filter(Boolean).join(', ')} title={title.version === null ? title.name : `${title.name} ${title.version}`} facts={row.says} onClose={onClose}
      actions={editable && task === null && (
        <>
          <Button small onClick={() => onTask('edit')}>Edit</Button>
          {row.end !== null && row.current && <Button small onClick={() => onTask('decide')}>Decide</Button>}
          {row.lostSupport && <Button small onClick={() => onTask('decide_support')}>Decide about support</Button>}
          <Button small onClick={onRemove}>Remove</Button>
        </>
      )}
    >
      {task === 'edit' && <SoftwareForm key={row.id} title={title} onDone={done} />}
      {task === 'decide' && row.end !== null && (
        <DecideForm
          key={row.id} what={title.name} ends={[{ subject: 'agreement', assetId: null, agreementId: title.id, endsOn: row.end }]} choices={AGREEMENT_DECISIONS}
          hint={LET_IT_END} onDone={done}
        />
      )}
      {task === 'decide_support' && row.supportEnd !== null && (
        <DecideForm
          key={`support ${row.id}`} what={`the support of ${title.name}`} choices={SUPPORT_DECISIONS} onDone={done}
          ends={[{ subject: 'support', assetId: null, agreementId: title.id, endsOn: row.supportEnd }]}
        />
      )}
      {row.decision !== null && <Section title="Decided"><p>{EXPIRY_DECISION_WORDS[row.decision.decision]}: {row.decision.reason}</p></Section>}
      <Section title="Cost">
        <FactList facts={[
          fact('Price', row.price), fact('A year', row.yearlyPence === null ? 'not known' : formatExact(row.yearlyPence)),
          fact('Rise a year', title.riseBp === null ? null : formatRate(title.riseBp)),
          fact(`${forecast.years.length} years`, row.planPence === null ? 'not known' : formatPounds(row.planPence)),
        ]}
        />
        <CostReasons agreementId={title.id} />
      </Section>
      <Section title="Terms">
        <FactList facts={[
          fact('Supplier', row.supplier), fact('Reference', title.reference), dayFact('Starts', title.start), dayFact(title.autoRenews ? 'Term ends' : 'Ends', row.end), dayFact('Notice by', row.notice),
          fact('Used by', row.departments.length === 0 ? 'The whole school' : row.departments.join(', ')), fact('Notes', title.notes),
        ]}
        />
      </Section>
      <Section title="Needs and support">
        <FactList facts={[
          fact('System', title.needsSystem), fact('Memory', amountFact(title.needsMemoryGb, title.leastMemoryGb, ' GB')), fact('Processor', title.needsProcessor),
          fact('Cores', amountFact(title.needsCores, title.leastCores, '')),
          fact('Storage', title.needsStorageGb === null ? null : `${formatCount(title.needsStorageGb)} GB`),
          fact('Network install', title.networkInstallable === null ? 'not known' : title.networkInstallable ? 'Yes' : 'No'),
          fact('Decided', row.supportDecision === null ? null : `${EXPIRY_DECISION_WORDS[row.supportDecision.decision]}: ${row.supportDecision.reason}`),
          fact('Support', row.supportEnd === null ? 'no end known' : row.lostSupport
            ? <span className="c-over">ended on {formatLongDate(row.supportEnd)}</span> : `ends on ${formatLongDate(row.supportEnd)}`),
        ]}
        />
      </Section>
      {row.readiness !== null && <RunsOn readiness={row.readiness} />}
      <TitleFit title={title} />
    </ListPanel>
  );
}

/** Where it does not run, or where nobody knows, by department or by model. */
function RunsOn({ readiness }: { readonly readiness: Readiness }) {
  const { snapshot: { departments, models } } = usePlan();
  const { go } = useNavigation();
  const { byDepartment, byModel, tooSmallIds, unknownIds, text } = readiness;
  const departmentName = (id: number | null): string => departments.find((each) => each.id === id)?.name ?? 'No department';
  const modelName = (id: number | null): string => {
    const model = models.find((each) => each.id === id);
    return model === undefined ? 'No model' : [model.make, model.name].filter(Boolean).join(' ');
  };
  return (
    <Section title="Runs on">
      <p>{text}</p>
      {[{ groups: byDepartment, head: 'Department', name: departmentName }, { groups: byModel, head: 'Model', name: modelName }].map(({ groups, head, name }) => groups.length > 0 && (
        <table key={head} className="l">
          <thead><tr><th scope="col">{head}</th><th scope="col" className="num">Runs</th><th scope="col" className="num">Too small</th><th scope="col" className="num">Not known</th></tr></thead>
          <tbody>
            {groups.map(({ id, runs, tooSmall, unknown }) => (
              <tr key={id ?? 0}><th scope="row">{name(id)}</th><td className="num">{formatCount(runs)}</td><td className="num">{formatCount(tooSmall)}</td><td className="num">{formatCount(unknown)}</td></tr>
            ))}
          </tbody>
        </table>
      ))}
      <p className="why-actions">
        {tooSmallIds.length > 0 && <Button variant="link" onClick={() => go('register', { filter: { ids: tooSmallIds } })}>Show what is too small</Button>}
        {unknownIds.length > 0 && <Button variant="link" onClick={() => go('register', { filter: { ids: unknownIds } })}>Show what is not known</Button>}
      </p>
    </Section>
  );
}
