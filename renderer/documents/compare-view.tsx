import { ArrowLeft } from 'lucide-react';
import type { Answer } from '../../app/contract/contract.ts';
import { formatPounds } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';
import { Working } from '../parts/working.tsx';
import { useDocumentQuery, type Opened } from './open-document.ts';
import type { Pair } from './sent-part.tsx';

type Comparison = Answer<'document.compare'>;
type ChangedSection = Comparison['sections'][number];

const plain = (pence: number | null | undefined): string => (pence === null || pence === undefined ? '–' : formatPounds(pence, { symbol: false }));
const signed = (pence: number | null): string => (pence === null ? '–' : pence === 0 ? 'the same' : `${pence > 0 ? '+' : ''}${formatPounds(pence, { symbol: false })}`);

/** What each year cost in both, and its budget where that is not the same. */
function Years({ of: { years, before, after } }: { readonly of: Comparison }) {
  const budgets = years.some(({ before: was, after: is }) => was?.budgetPence !== is?.budgetPence);
  return (
    <Section title="In pounds" aside="Each year, £ net of VAT">
      <Scrolled label="In pounds by year">
        <table className="l">
          <thead>
            <tr>
              <th scope="col">Year</th><th scope="col" className="num">Cost, {before}</th><th scope="col" className="num">Cost, {after}</th><th scope="col" className="num">Difference</th>
              {budgets && <><th scope="col" className="num">Budget, {before}</th><th scope="col" className="num">Budget, {after}</th></>}
            </tr>
          </thead>
          <tbody>
            {years.map(({ label, before: was, after: is, morePence }) => (
              <tr key={label}>
                <th scope="row">{label}</th><td className="num">{plain(was?.costPence)}</td><td className="num">{plain(is?.costPence)}</td><td className="num"><b>{signed(morePence)}</b></td>
                {budgets && <><td className="num">{plain(was?.budgetPence)}</td><td className="num">{plain(is?.budgetPence)}</td></>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {!budgets && <p className="q2">The budgets are the same in both.</p>}
    </Section>
  );
}

/** A passage with what was taken out and what was put in, told apart by line, colour and, when it is heard, by word. */
function Passage({ pieces }: { readonly pieces: ChangedSection['passages'][number] }) {
  return (
    <p>
      {pieces.map(({ kind, text }, at) => {
        if (kind === 'removed') return <del key={at}><span className="vh"> taken out: </span>{text}</del>;
        if (kind === 'added') return <ins key={at}><span className="vh"> put in: </span>{text}</ins>;
        return <span key={at}>{text}</span>;
      })}
    </p>
  );
}

function Cells({ table: { caption, cells, more } }: { readonly table: ChangedSection['tables'][number] }) {
  return (
    <Scrolled label={caption}>
      <table className="l">
        <caption><b>{caption}</b></caption>
        <thead><tr><th scope="col">Row</th><th scope="col">Column</th><th scope="col" className="num">Before</th><th scope="col" className="num">After</th><th scope="col" className="num">Difference, £</th></tr></thead>
        <tbody>
          {cells.map(({ row, column, before, after, morePence }, at) => (
            <tr key={at}><th scope="row">{row}</th><td>{column}</td><td className="num">{before ?? 'not there'}</td><td className="num">{after ?? 'not there'}</td><td className="num">{morePence === null ? '' : signed(morePence)}</td></tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="q2">And {more} more {more === 1 ? 'figure' : 'figures'} of this table.</p>}
    </Scrolled>
  );
}

const STATES = { added: 'Only in the later one', removed: 'Only in the earlier one', changed: 'Different' } as const;

function Changed({ section: { title, state, passages, tables } }: { readonly section: ChangedSection }) {
  return (
    <Section title={title} aside={STATES[state]}>
      {passages.map((pieces, at) => <Passage key={at} pieces={pieces} />)}
      {tables.map((table, at) => <Cells key={at} table={table} />)}
    </Section>
  );
}

function Found({ comparison }: { readonly comparison: Comparison }) {
  return (
    <article className="doc-text doc-differences">
      <p className="lead" role="status">{comparison.sentence}</p>
      {comparison.years.length > 0 && <Years of={comparison} />}
      {comparison.sections.map((section) => <Changed key={section.key} section={section} />)}
    </article>
  );
}

/** Two versions of a document: what became of its words and of its figures. */
export function CompareView({ opened, pair, onClose }: { readonly opened: Opened; readonly pair: Pair; readonly onClose: () => void }) {
  const { scenario, asOf } = useSavedPlan();
  const { kind, decisionId, since } = opened;
  const { data, error } = useDocumentQuery('document.compare', opened, { kind, asOf, scenarioId: scenario.id, ...(decisionId !== null && { decisionId }), ...since, ...pair });
  const title = data === undefined ? 'Compare' : `${startUpper(data.before)} and ${data.after}`;
  return (
    <div className="doc-preview">
      <div className="doc-bar">
        <h2>{title}</h2>
        <div className="acts"><Button small icon={<ArrowLeft aria-hidden="true" />} onClick={onClose}>Back to the document</Button></div>
      </div>
      {/* It scrolls, so it can have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="doc-view" aria-label={title} tabIndex={0}>
        {error !== null && <Note tone="over" role="alert" title={error.message}>Nothing was changed by it.</Note>}
        {data !== undefined && <Found comparison={data} />}
        {data === undefined && error === null && <Working label="Comparing the two" />}
      </section>
    </div>
  );
}
