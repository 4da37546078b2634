import { Menu } from '@mantine/core';
import { ChevronDown, FileSpreadsheet, Printer, Table } from 'lucide-react';
import { useState } from 'react';
import { useExport } from '../lib/exports.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** The matrix as a file, or on paper. */
export function CoverageExport() {
  const { asOf, scenario: { id: scenarioId } } = usePlan();
  const save = useExport();
  const [opened, setOpened] = useState(false);
  useShortcuts([{ keys: 'Ctrl+E', does: 'Export the coverage', run: () => setOpened(true), inFields: true }]);
  const as = (format: 'csv' | 'xlsx') => () => void save('documents.coverage', { format, asOf, scenarioId });
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={290} returnFocus>
      <Menu.Target><Button variant="link" small>Export<ChevronDown className="lucide s" aria-hidden="true" /></Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Table aria-hidden="true" />} onClick={as('csv')}>Coverage, CSV<small>A row for each need, a column for each objective</small></Menu.Item>
        <Menu.Item leftSection={<FileSpreadsheet aria-hidden="true" />} onClick={as('xlsx')}>Coverage, Excel<small>The same as a workbook</small></Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Printer aria-hidden="true" />} onClick={() => window.setTimeout(() => window.print())}>Print this page<small>Black and white is enough</small></Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
