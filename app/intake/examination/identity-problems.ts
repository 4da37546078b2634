import { formatCount } from '../../../planning/money.ts';
import type { DryRun } from '../dry-run.ts';
import type { RepeatedIdentity } from '../across-rows.ts';
import type { RegisterRow } from '../register-row.ts';
import { answer, listed, type FoundProblem } from './found-problem.ts';

const NAMES = { tag: ['tag', 'tags'], serial: ['serial number', 'serial numbers'] } as const;
const SHARERS_NAMED = 4;

/** Tags and serials that several rows have. */
export function repeatedIdentities({ reading, choices }: DryRun): FoundProblem[] {
  return (['serial', 'tag'] as const).flatMap((field) => {
    const index = reading.findings.sources.get(field)?.[0]?.index;
    const repeated = reading.findings.repeated.filter((each) => each.field === field);
    if (index === undefined || repeated.length === 0 || choices.column(index)?.repeated === 'blank') return [];
    const [one, several] = NAMES[field];
    const rowNumbers = [...new Set(repeated.flatMap(({ rows }) => rows))];
    const often = repeated.every(({ rows }) => rows.length === 2) ? 'twice' : 'more than once';
    return [{
      id: `repeated:${field}`, tone: 'over' as const, pick: null, rowNumbers,
      title: repeated.length === 1 ? `One ${one} is used ${often}` : `${formatCount(repeated.length)} ${several} are used ${often}`,
      detail: shared(repeated, reading.rows, field),
      answers: [
        answer(field === 'serial' ? 'Leave the serials blank' : 'Leave the tags blank', { columns: [{ index, repeated: 'blank' }] }),
        answer('Keep them', { settled: [`repeated:${field}`] }),
      ],
    }];
  });
}

/** "HC-TB-0031 and HC-TB-0044 share FC-2207. 1 more is shared." */
function shared(repeated: readonly RepeatedIdentity[], rows: readonly RegisterRow[], field: 'tag' | 'serial'): string {
  const [first] = repeated;
  if (first === undefined) return '';
  const sharers = rows.filter((row) => first.rows.includes(row.row)).slice(0, SHARERS_NAMED + 1);
  const other = field === 'serial' ? 'tag' : 'serial';
  const names = [...new Set(sharers.map((row) => row[other] ?? `row ${row.row}`))];
  const named = names.length > SHARERS_NAMED ? [...names.slice(0, SHARERS_NAMED), 'others'] : names;
  const more = repeated.length - 1;
  return `${listed(named)} share ${first.value}.${more === 0 ? '' : ` ${formatCount(more)} more ${more === 1 ? 'is' : 'are'} shared.`}`;
}
