import { Check } from 'lucide-react';
import { formatCount } from '../../planning/money.ts';
import type { Cell, Completeness } from '../../planning/quality/completeness.ts';
import { QUALITY_FIELD_WORDS } from '../../planning/quality/fields.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { Section } from '../parts/section.tsx';

const TONES = { none: '', full: '', plain: '', warn: 'warn', over: 'over' } as const;

type CellProps = { readonly cell: Cell; readonly field: string; readonly heading: string };

/** A tick, a dash, or the share with how many lack it, which opens exactly those. */
function CompletenessCell({ cell, field, heading }: CellProps) {
  const { go } = useNavigation();
  if (cell.tone === 'none') return <td className="q"><span aria-hidden="true">–</span><span className="vh">not needed</span></td>;
  if (cell.tone === 'full') return <td><Check className="lucide c-ok" role="img" aria-label="all known" /></td>;
  const one = cell.lacking === 1;
  return (
    <td className={TONES[cell.tone]}>
      <button type="button" className="share" onClick={() => go('register', { filter: { ids: cell.lackingIds } })}>
        <span className="vh">{heading}, {field.toLowerCase()}: </span><b>{cell.percent}%</b><span className="vh"> known,</span>
        {' '}{formatCount(cell.lacking)}<span className="vh"> {one ? 'lacks it. Show it' : 'lack it. Show them'}</span>
      </button>
    </td>
  );
}

/** How much the register knows of the kit that is here, by field and kind. */
export function CompletenessTable({ complete }: { readonly complete: Completeness }) {
  return (
    <Section
      title="How complete the register is" className="wide"
      aside="Choose a cell to see the items. Fields a kind does not need show a dash. Kit that has left or is yet to come is not counted."
    >
      <div className="complete-scroll">
        <table className="l complete">
          <thead>
            <tr>
              <th scope="col" className="units">Filled in, and how many lack it</th>
              {complete.groups.map(({ key, heading, items }) => <th key={key} scope="col">{heading}<small>{formatCount(items)}</small></th>)}
              <th scope="col" className="num">All<small>{formatCount(complete.items)}</small></th>
            </tr>
          </thead>
          <tbody>
            {complete.rows.map(({ field, cells, all }) => (
              <tr key={field}>
                <th scope="row">{QUALITY_FIELD_WORDS[field]}</th>
                {cells.map((cell, at) => (
                  <CompletenessCell key={complete.groups[at]?.key} cell={cell} field={QUALITY_FIELD_WORDS[field]} heading={complete.groups[at]?.heading ?? ''} />
                ))}
                <td className="num b">{all.percent === null ? '–' : `${all.percent}%`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
