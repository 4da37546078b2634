import { codeOf, schemeOn } from '../../planning/budget/codes.ts';
import { pointWords, yearGone, type Outturn } from '../../planning/budget/outturn.ts';
import { financialYearLabel, formatDate } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import { SPEND_NATURES, type CostCategory, type Pence } from '../../planning/vocabulary.ts';
import { listOf, startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';

const plain = (pence: Pence | null): string => (pence === null ? '' : formatPounds(pence, { symbol: false }));

/** How the open year stands and should end, by code. */
export function OutturnTable({ outturn }: { readonly outturn: Outturn }) {
  const { year, rows, total } = outturn;
  const figures = ({ allocated, committed, spent, toCome, forecast, left }: Outturn['total']): readonly (Pence | null)[] => [allocated, spent, committed, toCome, forecast, left];
  return (
    <Section title={`${year.label} so far`} aside={`${startUpper(yearGone(outturn))}. In £; minus means over budget.`}>
      <Scrolled className="actuals-preview" label={`Figures of ${year.label} by code`}>
        <table className="l">
          <thead>
            <tr><th scope="col">Code</th>{['Allocated', 'Spent', 'Committed', 'Still to come', 'Forecast', 'Variance'].map((head) => <th key={head} scope="col" className="num">{head}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map(({ key, code, name, cell }) => (
              <tr key={key}>
                <th scope="row"><b className="code">{code}</b> {name}</th>
                {figures(cell).map((pence, at) => <td key={at} className={at === 5 && pence !== null && pence < 0 ? 'num c-over' : 'num'}>{plain(pence)}{at === 5 && pence !== null && pence < 0 && <span className="vh"> over</span>}</td>)}
              </tr>
            ))}
          </tbody>
          <tfoot><tr className="tot"><th scope="row">All ICT</th>{figures(total).map((pence, at) => <td key={at} className="num">{plain(pence)}</td>)}</tr></tfoot>
        </table>
      </Scrolled>
    </Section>
  );
}

/** What of the finance system's figures does not look like the plan's. */
export function ToLookAt({ outturn }: { readonly outturn: Outturn }) {
  const { snapshot } = usePlan();
  const { toLookAt, year, run } = outturn;
  if (run === null) return null;
  const booked = snapshot.finance.actuals.filter(({ runId }) => runId === run.id);
  // A cost category is looked at whole: what was spent of it may stand under two codes.
  const code = (costCategory: CostCategory): string => {
    const natures = SPEND_NATURES.filter((nature) => booked.some((actual) => actual.costCategory === costCategory && actual.nature === nature));
    return listOf((natures.length === 0 ? SPEND_NATURES.slice(0, 1) : natures)
      .map((nature) => codeOf({ scheme: schemeOn(snapshot, year.start), costCategory, nature, year: year.year }, snapshot.finance.returnLines)));
  };
  return (
    <Section title="Differences to look at" aside={toLookAt.length === 0 ? 'None' : 'Kitplan names them and changes nothing.'}>
      {toLookAt.length === 0 ? <p className="q2">What the finance system says is what the register and the running costs come to, code by code.</p>
        : <ul className="plain actuals-points">{toLookAt.map((point) => <li key={`${point.kind} ${point.costCategory}`}>{pointWords(point, code)}</li>)}</ul>}
    </Section>
  );
}

/** The exports that are in the plan, each of which can be taken away again. */
export function ExportsInPlan() {
  const { snapshot: { finance, school }, editable } = usePlan();
  const run = useCommand();
  if (finance.actualsRuns.length === 0) return null;
  return (
    <Section title="Exports in the plan" aside="One for a year: a later one takes its place.">
      <table className="l">
        <thead><tr><th scope="col">Year</th><th scope="col">Covers the days up to</th><th scope="col">File</th><th scope="col" className="num">Rows</th><th scope="col"><span className="vh">What to do with it</span></th></tr></thead>
        <tbody>
          {finance.actualsRuns.toReversed().map(({ id, year, through, fileName }) => {
            const label = financialYearLabel(year, school.yearStartMonth);
            return (
              <tr key={id}>
                <th scope="row">{label}</th><td>{formatDate(through)}</td><td>{fileName}</td><td className="num">{finance.actuals.filter(({ runId }) => runId === id).length}</td>
                <td className="num">{editable && <Button variant="link" small aria-label={`Take away the actuals of ${label}`} onClick={() => void run('actuals.remove', { year })}>Take away</Button>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
