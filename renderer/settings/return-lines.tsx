import { accountsReturnCode, hasCapitalCode } from '../../planning/budget/codes.ts';
import { lineProblem } from '../../planning/budget/profile.ts';
import { CFR_CODES } from '../../planning/categories.ts';
import { COST_CATEGORIES, SPEND_NATURES, type CostCategory, type SpendNature } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { Section } from '../parts/section.tsx';
import type { FieldReading } from '../lib/field-text.ts';

const readLine = (text: string): FieldReading<string> => {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  return /^[A-Za-z0-9][A-Za-z0-9 ./-]{0,11}$/.test(typed) ? { ok: true, value: typed }
    : { ok: false, message: 'A line’s number is up to 12 letters and digits, such as 336.' };
};

/** The lines of an academy's budget forecast return: no public source says which number is which, so the school fills them in. */
export function ReturnLines() {
  const { facts: { finance: { returnLines } }, editable } = useSavedPlan();
  const run = useCommand();
  const numberOf = (costCategory: CostCategory, nature: SpendNature): string =>
    returnLines.find((line) => line.costCategory === costCategory && line.nature === nature)?.lineNumber ?? '';
  const put = (costCategory: CostCategory, nature: SpendNature, lineNumber: string | null): string | null => {
    const problem = lineProblem(returnLines, { costCategory, nature, lineNumber });
    if (problem !== null) return problem;
    void run('returnLine.set', { costCategory, nature, lineNumber });
    return null;
  };
  return (
    <Section title="Lines of the return" aside="As your budget forecast return numbers them">
      <table className="l settings-lines">
        <caption className="vh">Lines of the budget forecast return</caption>
        <thead><tr><th scope="col">Category</th><th scope="col">Accounts</th><th scope="col">Revenue line</th><th scope="col">Capital line</th></tr></thead>
        <tbody>
          {COST_CATEGORIES.map((costCategory) => {
            const { title } = CFR_CODES[costCategory];
            return (
              <tr key={costCategory}>
                <th scope="row">{title}</th>
                <td className="q2">{accountsReturnCode(costCategory, 'revenue')}</td>
                {SPEND_NATURES.map((nature) => (
                  <td key={nature}>
                    {nature === 'capital' && !hasCapitalCode(costCategory) ? <span className="q2">none</span> : (
                      <FigureField
                        hideLabel className="line-number" label={`${title}, ${nature} line`} text={numberOf(costCategory, nature)} disabled={!editable} read={readLine}
                        put={(lineNumber) => put(costCategory, nature, lineNumber)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
