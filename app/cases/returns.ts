import { budgetEntries } from '../../planning/budget/entries.ts';
import { memoRows } from '../../planning/budget/memo.ts';
import { allocationsIn, daysOf, PRO_RATA, type MoneyPeriod } from '../../planning/budget/periods.ts';
import { codeRows, returnRows } from '../../planning/budget/returns.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Handlers } from '../handlers.ts';

const columnsOf = (columns: readonly MoneyPeriod[]) => columns.map((column) => ({ label: column.label, ...daysOf(column) }));

export const returnHandlers = {
  'budget.returns': (session, request) => {
    const snapshot = session.snapshot();
    const asOf = request.asOf ?? session.today();
    const own = forecast(snapshot, { asOf });
    const table = returnRows(snapshot, asOf);
    const accounts = codeRows(snapshot, own);
    const held = allocationsIn(snapshot, table.columns);
    return {
      asOf,
      budgetForecast: {
        columns: columnsOf(table.columns), unpriced: table.unpriced, rows: table.rows.map((row) => ({ ...row, pence: [...row.pence] })),
        allocated: table.columns.map((_, at) => held.reduce((sum, { period, pence }) => (period === at ? sum + pence : sum), 0)), allocatedNote: PRO_RATA,
      },
      accounts: { columns: columnsOf(accounts.columns), unpriced: accounts.unpriced, rows: accounts.rows.map((row) => ({ ...row, pence: [...row.pence] })) },
      memo: memoRows(snapshot, own.years.length, budgetEntries(snapshot, own)).map((row) => ({ ...row, pence: [...row.pence] })),
    };
  },
} satisfies Pick<Handlers, 'budget.returns'>;
