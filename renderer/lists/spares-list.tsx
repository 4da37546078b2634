import { useMemo } from 'react';
import { categoryNamed } from '../../planning/categories.ts';
import { formatCount, formatRate } from '../../planning/money.ts';
import { spareCounts } from '../../planning/register/spares.ts';
import { rowName } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/tag.tsx';

/** The spare pool by kind: what there is, its share of the kit in service, and what a year's expected losses would take. */
export function SparesList() {
  const { snapshot } = usePlan();
  const { go } = useNavigation();
  const counts = useMemo(() => spareCounts(snapshot), [snapshot]);
  if (counts.length === 0) {
    return <p className="q2">Kit with the status Spare is counted here, beside the losses that the policies expect. There is neither yet.</p>;
  }
  const show = (categoryKey: string, userGroup: string | null): void => go('register', { filter: { ids: snapshot.assets
    .filter((asset) => asset.status === 'spare' && asset.categoryKey === categoryKey && asset.userGroup === userGroup).map(({ id }) => id) } });
  return (
    <table className="l list-narrow">
      <caption className="vh">The spare pool by kind</caption>
      <thead>
        <tr>
          <th scope="col">Kind</th><th scope="col" className="num">In service</th><th scope="col" className="num">Spares</th>
          <th scope="col" className="num">Share</th><th scope="col" className="num">Losses expected in a year</th><th scope="col">Enough?</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ categoryKey, userGroup, fleet, spares, shareBp, needed }) => (
          <tr key={`${categoryKey} ${userGroup ?? ''}`}>
            <th scope="row">{rowName(categoryNamed(snapshot.categories, categoryKey), userGroup)}</th>
            <td className="num">{formatCount(fleet)}</td>
            <td className="num">{spares === 0 ? '0' : <Button variant="link" onClick={() => show(categoryKey, userGroup)}>{formatCount(spares)}</Button>}</td>
            <td className="num">{formatRate(shareBp)}</td>
            <td className="num">
              {needed === null ? <span className="q2">no rate</span>
                : <Button variant="link" aria-label={`${formatCount(needed)}, by its policy`} onClick={() => go('refresh-plan', { policy: categoryKey })}>{formatCount(needed)}</Button>}
            </td>
            <td>{needed === null ? '' : spares >= needed ? <Tag tone="ok">Enough</Tag> : <Tag tone="warn">{formatCount(needed - spares)} short</Tag>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
