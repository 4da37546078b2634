import { Menu } from '@mantine/core';
import { Braces, ChevronDown, Download, FileSpreadsheet, FileText, Printer, Table } from 'lucide-react';
import { useState } from 'react';
import type { BudgetView } from '../../planning/budget/matrix.ts';
import { useExport } from '../lib/exports.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** The budget as a file for the people and the programs that work with it, or on paper. */
export function BudgetExport({ vat, filled }: Pick<BudgetView, 'vat'> & { /** Whether it is the button of the page. */ readonly filled: boolean }) {
  const { asOf, scenario: { id: scenarioId } } = usePlan();
  const save = useExport();
  const { go } = useNavigation();
  const [opened, setOpened] = useState(false);
  const view = { asOf, scenarioId, vat };
  const workbook = (): void => void save('documents.budgetWorkbook', view);
  const lines = (): void => void save('documents.budgetLines', view);
  const clfp = (): void => void save('documents.clfp', view);
  useShortcuts([{ keys: 'Ctrl+E', does: 'Export the budget', run: () => setOpened(true), inFields: true }]);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={310} returnFocus>
      <Menu.Target><Button variant={filled ? 'filled' : 'outline'} icon={<Download aria-hidden="true" />}>Export<ChevronDown className="lucide s" aria-hidden="true" /></Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The saved budget, {vat === 'net' ? 'net of VAT' : 'with VAT'}</Menu.Label>
        <Menu.Item leftSection={<FileSpreadsheet aria-hidden="true" />} onClick={workbook}>Budget workbook, Excel<small>Codes and funds by year, lines, virements, reasons</small></Menu.Item>
        <Menu.Item leftSection={<Table aria-hidden="true" />} onClick={lines}>Budget lines, CSV<small>One row for each line and year, for Access and finance systems</small></Menu.Item>
        <Menu.Item leftSection={<Braces aria-hidden="true" />} onClick={clfp}>CLFP, XML<small>For a long-term budget program</small></Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<FileText aria-hidden="true" />} onClick={() => go('documents', { kind: 'workbook' })}>Budget papers<small>The workbook with its checks, kept as it is sent</small></Menu.Item>
        <Menu.Item leftSection={<Printer aria-hidden="true" />} onClick={() => window.setTimeout(() => window.print())}>Print this page<small>A4 on its side, black and white</small></Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
