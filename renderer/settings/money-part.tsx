import { FileInput, School } from 'lucide-react';
import { useMemo } from 'react';
import { schemeOn } from '../../planning/budget/codes.ts';
import { profileSentence } from '../../planning/budget/profile-sentence.ts';
import { ruleEffectSentence } from '../../planning/budget/rule-words.ts';
import { useCommand, useMessages } from '../lib/commands.tsx';
import { chooseFile, readAsBase64 } from '../lib/file-transfer.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePageActions } from '../lib/page-actions.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ApprovalLimits } from './approval-limits.tsx';
import { CapitalSection } from './capital-section.tsx';
import { CostsSection } from './costs-section.tsx';
import { FundsSection } from './funds-section.tsx';
import { InUseTable } from './in-use-table.tsx';
import { KindSection } from './kind-section.tsx';
import { ReturnLines } from './return-lines.tsx';
import { RulePanel } from './rule-panel.tsx';
import { SettingsList } from './settings-list.tsx';
import { useRuleDraft } from './use-rule-draft.ts';

/** Asks for another plan file and takes over what it accounts by; one that cannot be read is refused in words. */
function useCopyFrom(): () => void {
  const run = useCommand();
  const { tell } = useMessages();
  return () => chooseFile('.kitplan', (file) => {
    readAsBase64(file).then(
      (base64) => run('money.copyFrom', { fileName: file.name, base64 }),
      () => tell({ kind: 'refused', text: `${file.name} could not be read. It may have been moved or renamed.` }),
    );
  });
}

/** What the school accounts by: its kind and year, what is capital, the codes in use, its funds. A changed rule is tried out before it is kept. */
export function MoneyPart() {
  const { savedSnapshot: snapshot, savedForecast: forecast, editable } = useSavedPlan();
  const copy = useCopyFrom();
  const { go } = useNavigation();
  const draft = useRuleDraft();
  const { kept, rule, effect } = draft;
  const sentence = useMemo(
    () => (effect === null ? profileSentence(snapshot, forecast) : ruleEffectSentence(kept, rule, effect)), [snapshot, forecast, kept, rule, effect],
  );
  // Where the school converts in the middle of the plan, the lines of its return are wanted before it does.
  const academy = schemeOn(snapshot, forecast.years[forecast.years.length - 1]?.end ?? forecast.asOf) === 'academy';
  usePageActions(() => [
    { text: 'Change the school’s roll', icon: School, run: () => go('settings', { part: 'school' }), alsoCalled: 'pupils staff' },
    ...(editable ? [{ text: 'Copy the money profile from another plan', icon: FileInput, run: copy, alsoCalled: 'funds rules trust' }] : []),
  ]);
  return (
    <>
      <PageHead
        title="Settings: money profile" sentence={sentence.parts}
        actions={editable && <Button icon={<FileInput aria-hidden="true" />} onClick={copy}>Copy from another plan</Button>}
      />
      <div className="settings-body">
        <SettingsList part="money" />
        <div className="settings-part settings-money">
          <div className="settings-col">
            <KindSection />
            <CapitalSection draft={draft} />
          </div>
          <div className="settings-col">
            <RulePanel draft={draft} />
            <InUseTable />
            {academy && <ReturnLines />}
          </div>
          <div className="settings-wide">
            <FundsSection />
            <ApprovalLimits />
            <CostsSection />
          </div>
        </div>
      </div>
    </>
  );
}
