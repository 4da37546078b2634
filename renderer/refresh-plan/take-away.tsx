import { Menu } from '@mantine/core';
import { ChevronDown, FileSpreadsheet, Printer, Sigma } from 'lucide-react';
import { memo, useState } from 'react';
import { useAsk } from '../lib/commands.tsx';
import { download } from '../lib/file-transfer.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** The page on paper; the scenario as it is saved as a workbook, or as a spreadsheet that works it out by itself. */
export const TakeAway = memo(function TakeAway() {
  const ask = useAsk();
  const { asOf, scenario, trying } = useSavedPlan();
  const [working, setWorking] = useState(false);
  const save = async (entry: 'documents.workbook' | 'documents.liveSheet'): Promise<void> => {
    setWorking(true);
    const file = await ask(entry, { asOf, scenarioId: scenario.id });
    setWorking(false);
    if (file !== null) download(file);
  };
  const without = !trying ? null : <small>Without the what-if, which is not in the plan.</small>;
  return (
    <>
      <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print</Button>
      <Menu position="bottom-end" width={270} transitionProps={{ duration: 80 }}>
        <Menu.Target><Button disabled={working} icon={<FileSpreadsheet aria-hidden="true" />}>Save as<ChevronDown aria-hidden="true" className="lucide s" /></Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<FileSpreadsheet aria-hidden="true" />} onClick={() => void save('documents.workbook')}>A workbook{without}</Menu.Item>
          <Menu.Item leftSection={<Sigma aria-hidden="true" />} onClick={() => void save('documents.liveSheet')}>A live sheet{without}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
});
