import { useMemo } from 'react';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { tableDate } from '../grid/words.tsx';
import { coverOf } from './life-cover.ts';

/** The periods of an asset's hardware cover and the contracts over it; they are kept on the tab of warranties. */
export function AssetCover({ assetId }: { readonly assetId: number }) {
  const { snapshot, asOf } = usePlan();
  const { go } = useNavigation();
  const asset = snapshot.assets.find(({ id }) => id === assetId);
  const periods = useMemo(() => (asset === undefined ? [] : coverOf(snapshot, asset)), [snapshot, asset]);
  // One warranty that came with the purchase is told by the life line already.
  if (periods.length < 2 && periods.every(({ kind }) => kind === 'standard')) return null;
  return (
    <Section title="Cover" link={<Button variant="link" small onClick={() => go('register', { tab: 'cover' })}>Warranties and contracts</Button>}>
      <table className="l reg-history">
        <thead className="vh"><tr><th scope="col">Cover</th><th scope="col">From and to</th></tr></thead>
        <tbody>
          {periods.map(({ name, from, to, detail }, at) => (
            <tr key={at}>
              <td>{name}{detail !== null && <small className="q2">{detail}</small>}</td>
              <td className="nw">
                {from === null ? '' : `${tableDate(from)} `}{to === null ? 'without an end' : `to ${tableDate(to)}`}
                {to !== null && to < asOf && <small className="q2">ended</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
