import './actuals.css';
import { FileSpreadsheet } from 'lucide-react';
import { useMemo } from 'react';
import { outturnOf, outturnSentence } from '../../planning/budget/outturn.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { Stepper } from '../parts/stepper.tsx';
import { ActualsFile } from './actuals-file.tsx';
import { FinanceFileButton } from './finance-file-button.tsx';
import { ExportsInPlan, OutturnTable, ToLookAt } from './outturn-section.tsx';
import { STEPS } from './steps.ts';

/** What the finance system says was spent: from a file to its place in the plan, and how the open year should end with it. */
export function ActualsPage() {
  const { go } = useNavigation();
  const { file } = usePageParams('actuals');
  if (file !== undefined) return <ActualsFile key={`${file.name} ${file.size} ${file.lastModified}`} file={file} onChoose={(chosen) => go('actuals', chosen === null ? {} : { file: chosen })} />;
  return <ChooseExport />;
}

function ChooseExport() {
  const { go } = useNavigation();
  const { snapshot, forecast } = usePlan();
  const outturn = useMemo(() => outturnOf(snapshot, forecast), [snapshot, forecast]);
  const sentence = outturn === null ? [{ text: 'Nothing changes until step 3. What is brought in can be undone.' }] : outturnSentence(outturn).parts;
  return (
    <>
      <PageHead title="Bring in actuals" sentence={sentence} />
      <div className="actuals-steps"><Stepper label="Steps of bringing in actuals" steps={STEPS} current={0} /></div>
      <div className="page-body actuals-body">
        <Section title="An export of the finance system">
          <p className="q2">What was spent by ledger code, from Excel, LibreOffice or CSV, or the XML that finance systems write. Kitplan reads it by the letters over its columns and by its rows, and nothing changes until you have seen what comes in.</p>
          <div className="acts"><FinanceFileButton variant="filled" icon={<FileSpreadsheet aria-hidden="true" />} onFile={(chosen) => go('actuals', { file: chosen })}>Choose a file</FinanceFileButton></div>
        </Section>
        {outturn !== null && <><OutturnTable outturn={outturn} /><ToLookAt outturn={outturn} /></>}
        <ExportsInPlan />
      </div>
    </>
  );
}
