import { Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Braces, ChevronDown, FilePlus, FolderOpen, Info, School, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { ask, useApplication } from '../lib/application.tsx';
import { dayAndTime } from '../lib/moment.ts';
import { useOpenPlan } from '../lib/plan.tsx';
import { usePlanActions } from './plan-actions.ts';

const MOST_PLANS = 8;

/** The plans beside the open one, newest first; read when the menu opens. */
function OtherPlans({ onOpen }: { readonly onOpen: (path: string) => void }) {
  const { application: { today } } = useApplication();
  const { data } = useQuery({ queryKey: ['plan.list'], queryFn: () => ask('plan.list', {}) });
  const others = (data ?? []).filter((plan) => !plan.open).slice(0, MOST_PLANS);
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Label>Open another plan</Menu.Label>
      {others.map((plan) => (
        <Menu.Item key={plan.path} onClick={() => onOpen(plan.path)}>
          {plan.fileName.replace(/\.kitplan$/, '')}<small>Changed {dayAndTime(plan.changedAt, today)}</small>
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

/** The school and its plan's years; behind it, the ways to another plan. */
export function PlanMenu({ onAbout, onSchool }: { readonly onAbout: () => void; readonly onSchool: () => void }) {
  const { application: { plan, can } } = useApplication();
  const open = useOpenPlan();
  const actions = usePlanActions();
  const [opened, setOpened] = useState(false);
  const years = open?.savedForecast.years;
  const span = years === undefined ? '' : `${years[0]?.year ?? ''} to ${(years.at(-1)?.year ?? 0) + 1}`;
  const name = plan === null ? 'None yet' : plan.schoolName || plan.fileName.replace(/\.kitplan$/, '');
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={300}>
      <Menu.Target>
        <button type="button" className="ctx-item gives-way">
          <small>School and plan</small>
          <span><span className="school-name" title={name}>{name}</span> <em>{span}</em><ChevronDown className="lucide s" aria-hidden="true" /></span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {open !== null && (
          <>
            <Menu.Item leftSection={<Settings2 />} onClick={onSchool}>School and years<small>Name, type, pupils, financial year</small></Menu.Item>
            <Menu.Divider />
          </>
        )}
        {opened && <OtherPlans onOpen={(path) => void actions.open(path)} />}
        {can.choosePlanFile && (
          <Menu.Item leftSection={<FolderOpen />} onClick={() => void actions.choose()}>Open a plan file</Menu.Item>
        )}
        <Menu.Item leftSection={<FilePlus />} onClick={() => void actions.startNew()}>Start a new plan</Menu.Item>
        <Menu.Item leftSection={<Braces />} onClick={() => actions.fromJson()}>
          Make a plan from JSON<small>As Export in the Register writes it</small>
        </Menu.Item>
        <Menu.Item leftSection={<School />} onClick={() => void actions.openSample()}>
          Open Hillcrest<small>The made-up school, as a fresh copy</small>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Info />} onClick={onAbout}>About Kitplan</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
