import { schemeOn } from '../../../planning/budget/codes.ts';
import { fundInSentence } from '../../../planning/budget/fund.ts';
import { codeState } from '../../../planning/budget/ledger-codes.ts';
import { mappingInSentence, mappingWords } from '../../../planning/budget/mapping-words.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';
import type { ChartReport } from '../../contract/ledger-codes.ts';
import type { ChartRun } from './chart-run.ts';
import type { Compared } from './compare-chart.ts';

/** What would come in, or came in, as the contract says it. `day` is the one by whose codes mappings are named. */
export function chartReport({ fileName, fingerprint, sheet, reading, comparison }: ChartRun, snapshot: PlanSnapshot, day: IsoDate): ChartReport {
  const scheme = schemeOn(snapshot, day);
  const { ledgerCodes, fundCodes, costCentres, gone } = comparison;
  const department = (id: number | null): string => snapshot.departments.find((each) => each.id === id)?.name ?? 'no department';
  return {
    fileName, fingerprint, about: reading.about, gone, refused: reading.refused, decisions: reading.decisions,
    sheet: sheet === null ? null : {
      name: sheet.table.sheet, names: sheet.table.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
      headerRow: sheet.columns.headerRow, columns: sheet.columns.columns, stuck: sheet.columns.stuck,
    },
    counts: countsOf([...ledgerCodes, ...fundCodes, ...costCentres], reading.refused.length),
    ledgerCodes: ledgerCodes.map((each) => ({
      ...toldOf(each, each.after.description, (before, after) => [
        worded('description', before.description, after.description), worded('type', before.ledgerType, after.ledgerType),
        worded('code of the return', before.cfrCode, after.cfrCode),
        worded('stands for', mappingInSentence(before, scheme), mappingInSentence(after, scheme)),
      ]),
      cfrCode: each.after.cfrCode, ledgerType: each.after.ledgerType, costCategory: each.after.costCategory, nature: each.after.nature, state: codeState(each.after),
      standsFor: mappingWords(each.after, scheme),
    })),
    fundCodes: fundCodes.map((each) => ({
      ...toldOf(each, each.after.name, (before, after) => [worded('name', before.name, after.name),
        worded('fund', before.fundKey === null ? null : fundInSentence(snapshot.funds, before.fundKey), after.fundKey === null ? null : fundInSentence(snapshot.funds, after.fundKey))]),
      fundKey: each.after.fundKey,
    })),
    costCentres: costCentres.map((each) => ({
      ...toldOf(each, each.after.name, (before, after) => [worded('name', before.name, after.name), worded('department', department(before.departmentId), department(after.departmentId))]),
      departmentId: each.after.departmentId,
    })),
  };
}

function countsOf(all: readonly { readonly outcome: 'new' | 'changed' | 'unchanged' }[], refused: number): ChartReport['counts'] {
  const of = (asked: string): number => all.filter(({ outcome }) => outcome === asked).length;
  return { read: all.length + refused, new: of('new'), changed: of('changed'), unchanged: of('unchanged'), refused };
}

type Told = Pick<ChartReport['fundCodes'][number], 'row' | 'code' | 'name' | 'outcome' | 'changes'>;

function toldOf<Entry extends { readonly code: string }>(
  { row, outcome, before, after }: Compared<Entry>, name: string | null, differences: (before: Entry, after: Omit<Entry, 'id'>) => readonly (string | null)[],
): Told {
  const changes = before === null ? [] : differences(before, after).filter((each) => each !== null);
  return { row, code: after.code, name: name === '' ? null : name, outcome, changes };
}

/** `description “Toner” to “Toner and ink”`; null where nothing changes. */
function worded(field: string, before: string | null, after: string | null): string | null {
  if (before === after) return null;
  const quoted = (text: string | null): string => (text === null || text === '' ? 'nothing' : `“${text}”`);
  return `${field} ${quoted(before)} to ${quoted(after)}`;
}
