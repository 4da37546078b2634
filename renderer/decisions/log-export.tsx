import { Menu } from '@mantine/core';
import { ChevronDown, FileSpreadsheet, Printer, Table } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { isFiltered, type LogFilter } from '../../planning/analysis/decisions/log.ts';
import { useExport } from '../lib/exports.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** The log as a file, with the filters that are on, or on paper. */
export function LogExport({ filter, icon }: { readonly filter: LogFilter; readonly icon: ReactNode }) {
  const { asOf } = usePlan();
  const save = useExport();
  const [opened, setOpened] = useState(false);
  useShortcuts([{ keys: 'Ctrl+E', does: 'Export the decisions', run: () => setOpened(true), inFields: true }]);
  const what = isFiltered(filter) ? 'The decisions that are listed' : 'What waits and what was decided';
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={280} returnFocus>
      <Menu.Target><Button icon={icon}>Export<ChevronDown className="lucide s" aria-hidden="true" /></Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{what}</Menu.Label>
        <Menu.Item leftSection={<FileSpreadsheet aria-hidden="true" />} onClick={() => void save('documents.decisions', { format: 'xlsx', asOf, ...filter })}>Excel workbook</Menu.Item>
        <Menu.Item leftSection={<Table aria-hidden="true" />} onClick={() => void save('documents.decisions', { format: 'csv', asOf, ...filter })}>CSV</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Printer aria-hidden="true" />} onClick={() => window.setTimeout(() => window.print())}>Print this page</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
