import { useMemo } from 'react';
import { schemeOn } from '../../planning/budget/codes.ts';
import { codesInUse } from '../../planning/budget/codes-in-use.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { SETTINGS_PARTS } from '../lib/settings-parts.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

/** The codes that the open year has money under, what each means and what is in it; together they are the year. */
export function InUseTable() {
  const { savedSnapshot: snapshot, savedForecast: forecast } = useSavedPlan();
  const { go } = useNavigation();
  const rows = useMemo(() => codesInUse(snapshot, forecast), [snapshot, forecast]);
  const academy = schemeOn(snapshot, forecast.asOf) === 'academy';
  const [open] = forecast.years;
  const own = SETTINGS_PARTS.some(({ part }) => part === 'codes');
  return (
    <Section
      title="Codes" aside={`${formatCount(rows.length)} in use`}
      link={own && <Button variant="link" onClick={() => go('settings', { part: 'codes' })}>Use our own codes</Button>}
    >
      <table className="l settings-codes">
        <caption className="vh">Codes in use in {open?.label}</caption>
        <thead>
          <tr>
            <th scope="col">Code</th><th scope="col">Means</th>{academy && <th scope="col">Accounts</th>}<th scope="col">Kinds in it</th>
            <th scope="col" className="num">{open?.label}, £</th>
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <tr><td colSpan={4}>{open?.label} has no cost yet.</td></tr>}
          {rows.map(({ code, nature, means, kinds, netPence, accountsCode }) => (
            <tr key={`${code} ${nature}`}>
              <th scope="row" className="b">{academy && code.startsWith('BFR ') ? code.replace(/^BFR (.*), capital$/, 'BFR $1') : code}</th>
              <td>{means}</td>{academy && <td>{accountsCode ?? 'fixed assets'}</td>}<td className="q2">{kinds}</td>
              <td className="num">{formatPounds(netPence, { symbol: false })}</td>
            </tr>
          ))}
          <tr className="tot">
            <th scope="row" colSpan={academy ? 4 : 3}>All ICT</th>
            <td className="num">{formatPounds(forecast.totals.plannedPence[0] ?? 0, { symbol: false })}</td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}
