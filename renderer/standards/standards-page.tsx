import './standards.css';
import { FileDown, Plus, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { isGap } from '../../planning/analysis/standards/road.ts';
import { sourceSentence, standardsSentence } from '../../planning/analysis/standards/sentences.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { useExport } from '../lib/exports.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { Working } from '../parts/working.tsx';
import { RequirementForm } from './requirement-form.tsx';
import { RequirementPanel } from './requirement-panel.tsx';
import { RoadSection } from './road-section.tsx';
import { StandardsPrinted } from './standards-printed.tsx';
import { StandardsTable } from './standards-table.tsx';
import { useStandards, type Standards } from './use-standards.ts';

/** How the school stands to the standards, what closes the gaps, when, and at what cost. */
export function StandardsPage() {
  const { visit } = useNavigation();
  const standards = useStandards();
  if (standards === null) return <><PageHead title="Standards" sentence={[]} /><div className="page-body"><Working label="Asking the register" /></div></>;
  return <StandardsVisit key={visit} standards={standards} />;
}

/** What stands in the panel: a requirement, or one that is being added. */
type Beside = number | 'new' | null;

function StandardsVisit({ standards }: { readonly standards: Standards }) {
  const { asOf, scenario, editable } = usePlan();
  const { standardId } = usePageParams('standards');
  const save = useExport();
  const body = useRef<HTMLDivElement>(null);
  const [beside, setBeside] = useState<Beside>(standardId ?? null);
  const [printing, setPrinting] = useState(false);
  const { answers, road, needs } = standards;
  if (printing) return <StandardsPrinted standards={standards} onBack={() => setPrinting(false)} />;
  const open = typeof beside === 'number' ? answers.find(({ requirement }) => requirement.id === beside) ?? null : null;
  const close = (): void => {
    body.current?.querySelector<HTMLElement>('.row-open[aria-expanded=true]')?.focus();
    setBeside(null);
  };
  return (
    <div className="standards">
      <PageHead
        title="Standards" sentence={standardsSentence(answers).parts}
        actions={(
          <>
            {answers.length > 0 && <Button icon={<FileDown aria-hidden="true" />} onClick={() => void save('documents.standards', { asOf, scenarioId: scenario.id })}>Save as CSV</Button>}
            {answers.length > 0 && <Button icon={<Printer aria-hidden="true" />} onClick={() => setPrinting(true)}>Print view</Button>}
            {editable && <Button icon={<Plus aria-hidden="true" />} onClick={() => setBeside('new')}>Add a requirement</Button>}
          </>
        )}
      />
      <div className="with-side">
        <div className="body" ref={body}>
          {answers.length === 0 ? <NoStandards /> : <StandardsBody standards={standards} openId={open?.requirement.id ?? null} narrow={open !== null || beside === 'new'} onOpen={setBeside} />}
        </div>
        {beside === 'new' && editable && (
          <SidePanel title="Add a requirement" above="Of your own, or of another nation’s standards" onClose={close}><RequirementForm requirement={null} onDone={setBeside} /></SidePanel>
        )}
        {open !== null && <RequirementPanel key={open.requirement.id} answered={open} road={road} needs={needs.get(open.requirement.id) ?? []} onClose={close} />}
      </div>
    </div>
  );
}

function NoStandards() {
  const { editable } = usePlan();
  const run = useCommand();
  return (
    <EmptyState
      underTitle title="A self-check against the standards for school technology"
      action={editable && <Button variant="filled" onClick={() => void run('standard.takeShipped', {})}>Take the DfE standards for England</Button>}
    >
      What the register can answer it answers; the rest a person does. They are in our own words, from public summaries, and can be changed. A school in another nation adds its own.
    </EmptyState>
  );
}

type BodyProps = { readonly standards: Standards; readonly openId: number | null; readonly narrow: boolean; readonly onOpen: (id: number) => void };

/** Standards that open by themselves: that of the requirement asked for, else the first with a gap. */
function startOpen({ results }: Standards, openId: number | null): ReadonlySet<string> {
  const asked = results.find(({ answered }) => answered.some(({ requirement }) => requirement.id === openId)) ?? results.find(({ standing }) => isGap(standing)) ?? results[0];
  return new Set(asked === undefined ? [] : [asked.name]);
}

function StandardsBody({ standards, openId, narrow, onOpen }: BodyProps) {
  const { results, road, answers } = standards;
  const [openNames, setOpenNames] = useState(() => startOpen(standards, openId));
  const toggle = (names: readonly string[], opened: boolean): void => setOpenNames((before) => {
    const after = new Set(before);
    for (const name of names) {
      if (opened) after.add(name);
      else after.delete(name);
    }
    return after;
  });
  const shared = { openNames, openId, narrow, onOpen, onToggle: (name: string) => toggle([name], !openNames.has(name)), onToggleAll: toggle };
  const [core, additional] = [results.filter(({ tier }) => tier === 'core'), results.filter(({ tier }) => tier === 'additional')];
  return (
    <>
      {core.length > 0 && <StandardsTable title="Core standards" aside="A standard stands as its worst requirement does" results={core} {...shared} />}
      <RoadSection road={road} openId={openId} onOpen={onOpen} />
      {additional.length > 0 && <StandardsTable title="Additional standards" aside="No year is named for these" results={additional} {...shared} />}
      <Section title="How far this speaks"><p>{sourceSentence(answers)}</p><MoreShipped more={standards.more} /></Section>
    </>
  );
}

/** Requirements that come with Kitplan and are not in the plan: newer ones, or such as the school has taken out. */
function MoreShipped({ more }: Pick<Standards, 'more'>) {
  const { editable } = usePlan();
  const run = useCommand();
  if (more.length === 0) return null;
  const refs = more.map(({ ref }) => ref);
  const named = refs.length <= 6 ? refs.join(', ') : `${refs.slice(0, 6).join(', ')} and ${formatCount(refs.length - 6)} more`;
  return (
    <p>
      The DfE standards for England that come with Kitplan have {formatCount(refs.length)} that {refs.length === 1 ? 'is' : 'are'} not in your set: {named}.{' '}
      {editable && <Button variant="link" onClick={() => void run('standard.takeShipped', { refs })}>Take {refs.length === 1 ? 'it' : `these ${formatCount(refs.length)}`} too</Button>}
    </p>
  );
}
