import type { BudgetView } from '../../planning/budget/matrix.ts';
import { calendarName, calendarsOf, type BudgetCalendar } from '../../planning/budget/period-budget.ts';
import { usePlan } from '../lib/plan.tsx';
import { Segmented } from '../parts/segmented.tsx';

const NATURES = [{ value: 'all', words: 'All' }, { value: 'revenue', words: 'Revenue' }, { value: 'capital', words: 'Capital' }] as const;
const VAT = [{ value: 'net', words: 'Net of VAT' }, { value: 'gross', words: 'With VAT' }] as const;
const BY = [{ value: 'code', words: 'By code' }, { value: 'fund', words: 'By fund' }] as const;

type SwitchesProps = {
  readonly view: BudgetView;
  readonly onChange: (set: Partial<BudgetView>) => void;
  readonly calendar: BudgetCalendar;
  readonly onCalendar: (calendar: BudgetCalendar) => void;
};

/** How the budget is looked at. */
export function Switches({ view, onChange, calendar, onCalendar }: SwitchesProps) {
  const { snapshot, forecast } = usePlan();
  const calendars = calendarsOf(snapshot, forecast).map((value) => ({ value, words: calendarName(snapshot, forecast, value) }));
  return (
    <>
      <Segmented legend="Which spending" choices={NATURES} value={view.nature} onChange={(nature) => onChange({ nature })} />
      <Segmented legend="What things cost" choices={VAT} value={view.vat} onChange={(vat) => onChange({ vat })} />
      <Segmented legend="What the rows are" choices={BY} value={view.by} onChange={(by) => onChange({ by })} />
      <Segmented legend="Which years" choices={calendars} value={calendar} onChange={onCalendar} />
    </>
  );
}
