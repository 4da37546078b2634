import { fundName } from '../../planning/budget/fund.ts';
import { planContext, type ForecastOptions } from '../../planning/context.ts';
import { explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import { assumedBasis } from '../../planning/quality/assumed.ts';
import type { ForecastLine } from '../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { LIMITING_FACTOR_WORDS } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { registerLookup } from './register-lookup.ts';
import type { TableColumn, TableDocument, TableValue } from './table-document.ts';

const KIND_WORDS: Readonly<Partial<Record<ForecastLine['kind'], string>>> = { replace: 'Replace', upgrade: 'Upgrade' };

const COLUMNS: readonly TableColumn[] = [
  { heading: 'Year', kind: 'text', width: 9 },
  { heading: 'Buy on', kind: 'date', width: 13 },
  { heading: 'What to do', kind: 'text', width: 11 },
  { heading: 'Category', kind: 'text', width: 20 },
  { heading: 'Asset tag', kind: 'text', width: 14 },
  { heading: 'Description', kind: 'text', width: 34 },
  { heading: 'Room', kind: 'text', width: 16 },
  { heading: 'Department', kind: 'text', width: 18 },
  { heading: 'Quantity', kind: 'count', width: 9 },
  { heading: 'Due', kind: 'date', width: 13 },
  { heading: 'Overdue', kind: 'text', width: 9 },
  { heading: 'Set by', kind: 'text', width: 22 },
  { heading: 'Date assumed, going by', kind: 'text', width: 26 },
  { heading: 'Price of one, net', kind: 'money', width: 14 },
  { heading: 'Net', kind: 'money', width: 14 },
  { heading: 'Code', kind: 'text', width: 8 },
  { heading: 'Fund of the last one', kind: 'text', width: 20 },
  { heading: 'Why', kind: 'text', width: 80 },
];

/** Everything that falls due in the years shown, in the order of the years, each with what sets its date, its price and why. */
export function dueTable(snapshot: PlanSnapshot, options: ForecastOptions): TableDocument {
  const result = forecast(snapshot, options);
  const context = planContext(snapshot, options);
  const names = registerLookup(snapshot);
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const rowOf = (line: ForecastLine, asset: Asset): TableValue[] => [
    result.years[line.yearIndex]?.label ?? '', line.date, KIND_WORDS[line.kind] ?? '', startUpper(context.category(line.categoryKey).singular),
    asset.tag, asset.description, names.room(asset), names.department(asset), line.quantity, line.due, line.overdue ? 'overdue' : null,
    line.limitingFactor === null ? null : LIMITING_FACTOR_WORDS[line.limitingFactor], assumedBasis(asset), line.unitPence, line.netPence, line.code,
    asset.fundKey === null ? null : fundName(snapshot.funds, asset.fundKey), explainLine(snapshot, options, line).map(({ text }) => text).join(' '),
  ];
  return {
    title: 'Due list', sheet: 'Due list', school: snapshot.school.name, asOf: result.asOf, columns: COLUMNS,
    rows: result.lines.flatMap((line) => {
      const asset = line.assetId === null ? undefined : assets.get(line.assetId);
      return asset === undefined || KIND_WORDS[line.kind] === undefined ? [] : [rowOf(line, asset)];
    }),
  };
}
