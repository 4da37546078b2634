import {
  Braces, CalendarDays, Columns3, Download, FilePlus, FileSpreadsheet, FolderOpen, Info, Keyboard, Laptop, List, Monitor, Moon, PoundSterling, Printer, Redo2, School, Settings2, Sun, Undo2, Upload,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { isBudgetSettled } from '../../../planning/budget/approval.ts';
import { formatCount } from '../../../planning/money.ts';
import { SCENARIO_STATE_WORDS } from '../../../planning/vocabulary.ts';
import { rowName, startLower } from '../../../planning/words.ts';
import { usePlanActions } from '../plan-actions.ts';
import { PAGES_WITHIN, RAIL_PAGES } from '../pages-in-rail.ts';
import { useWaiting } from '../waiting-counts.ts';
import { SETTINGS_PARTS } from '../../lib/settings-parts.ts';
import { useApplication } from '../../lib/application.tsx';
import { useAction, useCommand } from '../../lib/commands.tsx';
import { useExport } from '../../lib/exports.ts';
import { useNavigation } from '../../lib/navigation.tsx';
import { pageActions } from '../../lib/page-actions.ts';
import { usePlanOnScreen } from '../../lib/plan.tsx';
import { useWorkbook } from '../../lib/workbook.ts';
import { dueWords, findableKit, findKit, kitHint } from './find-kit.ts';
import { addChoices, listChoices } from './list-choices.ts';

/** One line of the list: what it says, what else helps to tell it apart, what it does. */
export type Choice = {
  readonly group: 'Do' | 'Go to' | 'Kit';
  readonly text: string;
  readonly hint?: string;
  /** What else people call it: found by these, and not shown. */
  readonly alsoCalled?: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
};

const MOST_KIT = 6;
const MOST_OTHERS = 7;

const holds = (words: string, typed: string): boolean =>
  typed.toLowerCase().split(/\s+/).filter(Boolean).every((word) => words.toLowerCase().includes(word));

/** The choices that fit what was typed: those that are called so before those that only mention it. */
const fitting = (choices: readonly Choice[], typed: string): readonly Choice[] => {
  const called = choices.filter(({ text }) => holds(text, typed));
  const mentioned = choices.filter(({ text, hint = '', alsoCalled = '' }) => !holds(text, typed)
    && holds(`${text} ${hint} ${alsoCalled}`, typed));
  return [...called, ...mentioned].slice(0, MOST_OTHERS);
};

type Openers = { readonly onShortcuts: () => void; readonly onAbout: () => void; readonly onSchool: () => void };

/** What can be done from anywhere, in the order in which it is offered before anything is typed. */
function useDoable({ onShortcuts, onAbout, onSchool }: Openers): readonly Choice[] {
  const { application: { plan, settings: { theme }, can } } = useApplication();
  const open = usePlanOnScreen();
  const run = useCommand();
  const act = useAction();
  const plans = usePlanActions();
  const { go } = useNavigation();
  const exportWorkbook = useWorkbook();
  const save = useExport();
  return useMemo(() => {
    const choices: Choice[] = [];
    const offer = (text: string, icon: LucideIcon, does: () => void, hint?: string, alsoCalled?: string): void => {
      choices.push({ group: 'Do', text, icon, run: does, ...(hint === undefined ? {} : { hint }), ...(alsoCalled === undefined ? {} : { alsoCalled }) });
    };
    if (plan !== null && plan.undo !== null) offer('Undo', Undo2, () => void run('plan.undo', {}), plan.undo.label);
    if (plan !== null && plan.redo !== null) offer('Redo', Redo2, () => void run('plan.redo', {}), plan.redo.label);
    if (open !== null) {
      offer('Bring in a kit list', Upload, () => go('import'), 'Excel or CSV');
      offer('Export the forecast as a workbook', Download, () => void exportWorkbook(), 'Excel');
      offer('Export the register', FileSpreadsheet, () => void save('exports.register', { format: 'xlsx' }), 'Excel, every column', 'csv download inventory');
      offer('Export the register for Snipe-IT', FileSpreadsheet, () => void save('exports.register', { format: 'snipe-it' }), 'CSV');
      offer('Export the due list', FileSpreadsheet, () => void save('exports.due', { format: 'xlsx', asOf: open.asOf, scenarioId: open.scenario.id }), 'Excel, by year');
      offer('Export the disposal list', FileSpreadsheet, () => void save('exports.disposals', { format: 'xlsx' }), 'Excel', 'weee certificate data wipe');
      offer('Export the whole plan as JSON', Braces, () => void save('exports.plan', {}), 'With its history', 'backup copy');
      offer('Print this page', Printer, () => window.print());
      if (open.editable) choices.push(...addChoices(go));
      // A year that is divided by code, or approved, has no figure to type on Refresh plan.
      if (!open.forecast.years.some(({ year }) => isBudgetSettled(open.snapshot, year))) offer('Enter the budget', PoundSterling, () => go('refresh-plan', { enterBudget: true }), 'Refresh plan, Budget row', 'change set budgets money');
      offer('Enter the budget by code', PoundSterling, () => go('budgets', { enterBudget: true }), 'Budgets', 'cfr allocate allocations funds e20 ce04');
      offer('Export the budget as a workbook', FileSpreadsheet, () => void save('documents.budgetWorkbook', { asOf: open.asOf, scenarioId: open.scenario.id }), 'Excel', 'codes funds virements business manager');
      offer('Export the budget lines', FileSpreadsheet, () => void save('documents.budgetLines', { asOf: open.asOf, scenarioId: open.scenario.id }), 'CSV', 'access bromcom imp finance');
      offer('Export the budget for CLFP', Braces, () => void save('documents.clfp', { asOf: open.asOf, scenarioId: open.scenario.id }), 'XML');
      offer('School and years', Settings2, onSchool, 'Name, type, pupils, financial year', 'budget year academy horizon start month settings');
    }
    if (theme !== 'light') offer('Use the light theme', Sun, () => void act('app.settings', { theme: 'light' }));
    if (theme !== 'dark') offer('Use the dark theme', Moon, () => void act('app.settings', { theme: 'dark' }));
    if (theme !== 'system') offer('Follow the computer’s theme', Monitor, () => void act('app.settings', { theme: 'system' }), 'light or dark');
    if (can.choosePlanFile) offer('Open a plan file', FolderOpen, () => void plans.choose());
    offer('Start a new plan', FilePlus, () => void plans.startNew());
    offer('Make a plan from JSON', Braces, () => plans.fromJson(), 'as Export in the Register writes it', 'restore open import');
    offer('Open Hillcrest, the made-up school', School, () => void plans.openSample());
    offer('Show the keys of this screen', Keyboard, onShortcuts, 'F1');
    offer('About Kitplan', Info, onAbout);
    return choices;
  }, [plan, theme, can, open, run, act, plans, go, exportWorkbook, save, onShortcuts, onAbout, onSchool]);
}

/** Pages, and the rows of the refresh plan by the name of their kit. */
function useGoable(): readonly Choice[] {
  const { go } = useNavigation();
  const open = usePlanOnScreen();
  const waiting = useWaiting();
  return useMemo(() => {
    if (open === null) return [];
    const pages = RAIL_PAGES.map(({ page, name, icon, keys }): Choice => {
      const hint = [waiting.get(page)?.words ?? '', keys?.replace('+', ' ') ?? ''].filter(Boolean).join(', ');
      return { group: 'Go to', text: name, ...(hint === '' ? {} : { hint }), icon, run: () => go(page) };
    });
    const within = PAGES_WITHIN.map(({ page, within: tab, name, icon }): Choice =>
      ({ group: 'Go to', text: name, hint: RAIL_PAGES.find((each) => each.page === tab)?.name ?? '', icon, run: () => go(page) }));
    const scenarios = open.facts.scenarios.map((scenario): Choice => ({
      group: 'Go to', text: `Scenario, ${scenario.name}`, hint: SCENARIO_STATE_WORDS[scenario.state], icon: Columns3, run: () => open.setScenario(scenario.id), alsoCalled: 'plan version way forward',
    }));
    const owned = new Set(open.snapshot.assets.map(({ categoryKey }) => categoryKey));
    const rows = open.snapshot.categories.filter(({ key }) => owned.has(key)).map((category): Choice => ({
      group: 'Go to', text: `Refresh plan, ${rowName(category, null)}`, icon: CalendarDays,
      run: () => go('refresh-plan', { categoryKey: category.key }),
    }));
    const settings = SETTINGS_PARTS.map(({ part, name, alsoCalled }): Choice => ({ group: 'Go to', text: `Settings, ${startLower(name)}`, icon: Settings2, alsoCalled, run: () => go('settings', { part }) }));
    return [...pages, ...within, ...settings, ...scenarios, ...listChoices(go), ...rows];
  }, [go, open, waiting]);
}

/** What fits the words typed: things to do, places to go, kit; with nothing typed, what is most used. */
export function useChoices(typed: string, openers: Openers): readonly Choice[] {
  const doable = useDoable(openers);
  const goable = useGoable();
  const open = usePlanOnScreen();
  const { go } = useNavigation();
  const snapshot = open?.snapshot;
  const kit = useMemo(() => (snapshot === undefined ? [] : findableKit(snapshot)), [snapshot]);
  return useMemo(() => {
    const found = findKit(kit, typed, MOST_KIT);
    const all: Choice[] = found.count <= 1 ? [] : [{
      group: 'Go to', text: `Register, rows with “${typed.trim()}”`, hint: `${formatCount(found.count)} rows`, icon: List,
      run: () => go('register', { search: typed.trim() }),
    }];
    const rows = open === null ? [] : found.first.map((row): Choice => ({
      group: 'Kit', text: row.asset.description, hint: `${kitHint(row)}, ${dueWords(open.forecast, row.asset.id)}`, icon: Laptop,
      run: () => go('register', { assetId: row.asset.id }),
    }));
    if (typed.trim() === '') return [...doable, ...goable.slice(0, RAIL_PAGES.length)];
    const here = pageActions().map((action): Choice => ({ group: 'Do', ...action }));
    return [
      // The page in front knows more of how it is to be done than the box does.
      ...fitting([...here, ...doable.filter(({ text }) => !here.some((each) => each.text === text))], typed), ...all, ...fitting(goable, typed), ...rows,
    ];
  }, [doable, goable, kit, typed, open, go]);
}
