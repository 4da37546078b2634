import { FlaskConical } from 'lucide-react';
import { schemeOn } from '../../planning/budget/codes.ts';
import { draftNote, draftTitle, inAll } from '../../planning/budget/rule-words.ts';
import { formatPounds } from '../../planning/money.ts';
import { SPEND_NATURES, type CodeScheme, type SpendNature } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import type { RuleDraft } from './use-rule-draft.ts';

const ROWS: Readonly<Record<CodeScheme, Readonly<Record<SpendNature, string>>>> = {
  cfr: { revenue: 'E20, revenue', capital: 'CE04, capital' }, academy: { revenue: 'Revenue', capital: 'Capital' },
};

/** Revenue and capital by year; while a rule is tried out, before and after, and the way to keep it. */
export function RulePanel({ draft }: { readonly draft: RuleDraft }) {
  const { savedSnapshot: snapshot, savedForecast: { years, totals, asOf }, editable } = useSavedPlan();
  const run = useCommand();
  const { rule, kept, effect, natures, discard } = draft;
  const scheme = schemeOn(snapshot, asOf);
  const when = years.find(({ year }) => year === rule.fromYear)?.label ?? String(rule.fromYear);
  const later = snapshot.finance.capitalRules.find(({ fromYear }) => fromYear > rule.fromYear);
  const keep = async (): Promise<void> => {
    if (await run('capitalRule.set', rule) !== null) discard();
  };
  return (
    <div className="settings-effect">
      {effect !== null && (
        <Note tone="info" icon={<FlaskConical aria-hidden="true" />} title={`Not saved: ${draftTitle(kept, rule)}.`}>
          {draftNote(effect, when, scheme)}
          {later !== undefined && ` From ${years.find(({ year }) => year === later.fromYear)?.label ?? later.fromYear} on another rule holds.`}
          <span className="settings-settle">
            <Button small onClick={discard}>Discard</Button>
            {editable && <Button small variant="filled" onClick={() => void keep()}>{kept === null ? `Keep the rule from ${when}` : `Change the rule from ${when}`}</Button>}
          </span>
        </Note>
      )}
      <table className="l settings-natures">
        <caption className="vh">Revenue and capital by year{effect === null ? '' : ', before and after'}</caption>
        <thead>
          <tr>
            <th scope="col">£, by year</th>{years.map(({ year, label }) => <th key={year} scope="col" className="num">{label}</th>)}
            <th scope="col" className="num">{years.length} years</th>
          </tr>
        </thead>
        <tbody>
          {SPEND_NATURES.map((nature) => {
            const [was, is] = [natures[nature], (effect?.after ?? natures)[nature]];
            return (
              <tr key={nature}>
                <th scope="row">{ROWS[scheme][nature]}</th>
                {years.map(({ year }, at) => <Changed key={year} was={was[at] ?? 0} is={is[at] ?? 0} />)}
                <Changed was={inAll(was)} is={inAll(is)} />
              </tr>
            );
          })}
          <tr className="tot">
            <th scope="row">{effect === null ? 'All ICT' : 'All ICT, the same'}</th>
            {totals.plannedPence.map((pence, at) => <td key={years[at]?.year ?? at} className="num">{formatPounds(pence, { symbol: false })}</td>)}
            <td className="num">{formatPounds(inAll(totals.plannedPence), { symbol: false })}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** A figure; with the one before it struck through where they differ. */
function Changed({ was, is }: { readonly was: number; readonly is: number }) {
  const text = formatPounds(is, { symbol: false });
  if (was === is) return <td className="num">{text}</td>;
  return <td className="num whatif"><s>{formatPounds(was, { symbol: false })}</s><br />{text}</td>;
}
