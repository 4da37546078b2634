import { Menu } from '@mantine/core';
import { Braces, CalendarDays, Download, FileSpreadsheet, PackageX, Table } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { useExport } from '../lib/exports.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

type ExportMenuProps = {
  /** The rows on screen. */
  readonly shown: readonly { readonly id: number }[];
  /** How many the register has. */
  readonly all: number;
};

/** What leaves the register as a file: the rows on screen, or lists made from all of it. */
export function ExportMenu({ shown, all }: ExportMenuProps) {
  const { asOf, scenario: { id: scenarioId } } = usePlan();
  const save = useExport();
  const [opened, setOpened] = useState(false);
  useShortcuts([{ keys: 'Ctrl+E', does: 'Export the register', run: () => setOpened(true), inFields: true }]);
  const some = shown.length < all && shown.length > 0;
  const rows = some ? { ids: shown.map(({ id }) => id) } : {};
  const which = `${formatCount(some ? shown.length : all)} ${(some ? shown.length : all) === 1 ? 'row' : 'rows'}${some ? ', as filtered' : ''}`;
  const register = (format: 'csv' | 'xlsx' | 'snipe-it') => void save('exports.register', { format, asOf, ...rows });
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={300} returnFocus>
      <Menu.Target><Button icon={<Download aria-hidden="true" />}>Export</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The register: {which}</Menu.Label>
        <Menu.Item leftSection={<FileSpreadsheet aria-hidden="true" />} onClick={() => register('xlsx')}>Excel<small>Every column, with what falls due and when</small></Menu.Item>
        <Menu.Item leftSection={<Table aria-hidden="true" />} onClick={() => register('csv')}>CSV<small>The same, for any program</small></Menu.Item>
        <Menu.Item leftSection={<Table aria-hidden="true" />} onClick={() => register('snipe-it')}>CSV for Snipe-IT<small>In the headings that its import knows</small></Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<CalendarDays aria-hidden="true" />} onClick={() => void save('exports.due', { format: 'xlsx', asOf, scenarioId })}>Due list, Excel<small>What falls due in each year, its price, code and why</small></Menu.Item>
        <Menu.Item leftSection={<CalendarDays aria-hidden="true" />} onClick={() => void save('exports.due', { format: 'csv', asOf, scenarioId })}>Due list, CSV</Menu.Item>
        <Menu.Item leftSection={<PackageX aria-hidden="true" />} onClick={() => void save('exports.disposals', { format: 'xlsx', asOf })}>Disposal list, Excel<small>Route, certificate and data wipe, for WEEE records</small></Menu.Item>
        <Menu.Item leftSection={<PackageX aria-hidden="true" />} onClick={() => void save('exports.disposals', { format: 'csv', asOf })}>Disposal list, CSV</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Braces aria-hidden="true" />} onClick={() => void save('exports.plan', {})}>The whole plan as JSON<small>With its history; makes the same plan again</small></Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
