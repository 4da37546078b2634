import './annex.css';
import { FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { annexNotes, annexSentence, decidedWords, moneyWords, riskWords, stateWords, whole } from '../../planning/analysis/annex/annex-words.ts';
import { annexOf, type Annex, type AnnexMoney, type AnnexNeed, type AnnexObjective } from '../../planning/analysis/annex/annex.ts';
import type { DevelopmentPlan } from '../../planning/analysis/development-facts.ts';
import { needTitle, objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { LINK_STRENGTH_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatPounds } from '../../planning/money.ts';
import { PrintedTitle } from '../parts/printed-margins.tsx';
import { ask } from '../lib/application.tsx';
import { download } from '../lib/file-transfer.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';

const TITLE = 'ICT annex to the development plan';

/** What goes back into the development plan: per objective what ICT does, what it costs, what is at risk, how it stands. */
export function AnnexView({ plan, onClose }: { readonly plan: DevelopmentPlan; readonly onClose: () => void }) {
  const { snapshot, forecast, asOf, scenario } = usePlan();
  const { go } = useNavigation();
  const annex = useMemo(() => annexOf(snapshot, forecast, plan), [snapshot, forecast, plan]);
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => download(await ask('documents.annex', { format, asOf, scenarioId: scenario.id, planId: plan.id }));
  return (
    <>
      <PageHead
        title={TITLE} sentence={annexSentence(annex)}
        actions={(
          <>
            <Button onClick={onClose}>Back to the plan</Button>
            <Button icon={<FileText aria-hidden="true" />} onClick={() => go('documents', { kind: 'annex' })}>Write it as Word or PDF</Button>
            <Button icon={<FileSpreadsheet aria-hidden="true" />} onClick={() => void save('xlsx')}>Save as Excel</Button>
            <Button onClick={() => void save('csv')}>Save as CSV</Button>
            <Button variant="filled" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print the annex</Button>
          </>
        )}
      />
      <div className="page-body annex">
        {annex.objectives.length > 0 && <Totals annex={annex} />}
        {annex.objectives.map((each) => <ObjectivePart key={each.objective.id} of={each} annex={annex} />)}
        <PrintedTitle title={TITLE} />
      </div>
    </>
  );
}

const plain = (pence: number): string => formatPounds(pence, { symbol: false });

/** All needs together, each once, by the year. */
function Totals({ annex }: { readonly annex: Annex }) {
  const notes = annexNotes(annex);
  return (
    <Section title="What it costs by year" aside="In £, net of VAT. Each need counts once.">
      <Money annex={annex} rows={[['Agreed', annex.agreed], ['Asked for', annex.asked]]} label="All objectives by year" />
      {notes.length > 0 && <ul className="plain annex-notes">{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
    </Section>
  );
}

function ObjectivePart({ of, annex }: { readonly of: AnnexObjective; readonly annex: Annex }) {
  const { objective, area, priority, needs, agreed, asked } = of;
  const rows: readonly (readonly [string, AnnexMoney])[] = [...(agreed.totalPence === 0 ? [] : [['Agreed', agreed] as const]), ...(asked.totalPence === 0 ? [] : [['Asked for', asked] as const])];
  const risks = [...new Set(needs.flatMap((each) => riskWords(each).map((risk) => `${needTitle(each.need)}. ${risk}`)))];
  return (
    <Section title={objectiveTitle(objective)} aside={[area.name, priority?.name].filter(Boolean).join(', ')} className="annex-objective">
      {objective.statement !== null && <p className="q2">{objective.statement}</p>}
      <p><b>How it stands.</b> {stateWords(of)}</p>
      {needs.length > 0 && <><h3>What ICT does for it</h3><ul className="annex-needs">{needs.map((need) => <NeedPart key={need.need.id} of={need} />)}</ul></>}
      {rows.length > 0 && <><h3>Cost by year</h3><Money annex={annex} rows={rows} label={`${objectiveTitle(objective)} by year`} /></>}
      {risks.length > 0 && <><h3>Risk if unfunded</h3><ul className="annex-risks">{risks.map((risk) => <li key={risk}>{risk}</li>)}</ul></>}
    </Section>
  );
}

function NeedPart({ of }: { readonly of: AnnexNeed }) {
  const { need, strength, also, money } = of;
  const costs = moneyWords(money);
  return (
    <li>
      <p><b>{needTitle(need)}</b>, {LINK_STRENGTH_WORDS[strength].toLowerCase()}. {whole(need.statement)}</p>
      <p className="q2">{decidedWords(of)}{costs === null ? '' : ` ${costs}.`}{also.length === 0 ? '' : ` Also under ${also.map(objectiveTitle).join(', ')}.`}</p>
    </li>
  );
}

function Money({ annex: { years }, rows, label }: { readonly annex: Annex; readonly rows: readonly (readonly [string, AnnexMoney])[]; readonly label: string }) {
  return (
    <Scrolled label={label} className="annex-money">
      <table className="l">
        <thead><tr><th scope="col">£</th>{years.map(({ label: year }) => <th key={year} scope="col" className="num">{year}</th>)}<th scope="col" className="num">All years</th></tr></thead>
        <tbody>
          {rows.map(([name, { byYear, totalPence }]) => (
            <tr key={name}><th scope="row">{name}</th>{byYear.map((pence, at) => <td key={years[at]?.label ?? at} className="num">{plain(pence)}</td>)}<td className="num"><b>{plain(totalPence)}</b></td></tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
