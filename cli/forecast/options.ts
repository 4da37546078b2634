import type { Request } from '../../app/contract/contract.ts';
import { day, budgetAsPence, readArguments, wholeNumber } from '../arguments.ts';
import { WrongUsage } from '../terminal.ts';

const OPTIONS = {
  'as-of': { type: 'string' }, years: { type: 'string' }, 'year-start': { type: 'string' },
  policies: { type: 'string' }, budget: { type: 'string' }, json: { type: 'boolean' }, out: { type: 'string' },
  scenario: { type: 'string' },
} as const;

export type ForecastOptions = {
  /** A register or a plan file. */
  readonly source: string;
  /** What is asked of the forecast; what is left out is the plan's own. */
  readonly view: Request<'forecast.get'>;
  readonly policiesFile: string | null;
  /** The name of a way forward; undefined is the plan itself. */
  readonly scenario: string | undefined;
  readonly json: boolean;
  /** Where the workbook goes; null where none is wanted. */
  readonly out: string | null;
};

/** @throws WrongUsage */
export function readForecastOptions(args: readonly string[]): ForecastOptions {
  const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
  const { 'as-of': asOf, years, 'year-start': yearStart, policies, budget, json, out, scenario } = values;
  return {
    source: positionals[0] ?? '',
    view: {
      ...(asOf !== undefined && { asOf: day('--as-of', asOf) }),
      ...(years !== undefined && { years: wholeNumber('--years', years, { least: 3, most: 10 }) }),
      ...(yearStart !== undefined && { yearStartMonth: yearStartMonth(yearStart) }),
      ...(budget !== undefined && { budgetPence: budget.split(',').map((pounds) => budgetAsPence('--budget', pounds)) }),
    },
    policiesFile: policies ?? null,
    scenario,
    json: json === true,
    out: out ?? null,
  };
}

function yearStartMonth(text: string): number {
  if (text !== '4' && text !== '9') throw new WrongUsage('--year-start takes 4 (April) or 9 (September).');
  return Number(text);
}
