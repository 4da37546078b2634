import { useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import type { Twice } from '../../planning/quality/duplicates.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { listOf } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { CompareDialog } from './compare-dialog.tsx';

const MOST_GROUPS = 6;
const MOST_NAMES = 3;

export const assetName = ({ tag, description }: Pick<Asset, 'tag' | 'description'>): string => tag ?? description;

const namesOf = (assets: readonly Asset[]): string => (assets.length <= MOST_NAMES ? listOf(assets.map(assetName))
  : `${assets.slice(0, MOST_NAMES - 1).map(assetName).join(', ')} and ${formatCount(assets.length - MOST_NAMES + 1)} more`);

/** `3 pairs`, `2 pairs and a group of 5`. */
function countWords(groups: readonly Twice[]): string {
  const pairs = groups.filter(({ assets }) => assets.length === 2).length;
  const larger = groups.length - pairs;
  return listOf([
    ...(pairs === 0 ? [] : [`${formatCount(pairs)} ${pairs === 1 ? 'pair' : 'pairs'}`]),
    ...(larger === 0 ? [] : [`${formatCount(larger)} larger ${larger === 1 ? 'group' : 'groups'}`]),
  ]);
}

/** Rows that may be one and the same thing, to be compared side by side. */
export function TwiceSection({ groups }: { readonly groups: readonly Twice[] }) {
  const { go } = useNavigation();
  const [compared, setCompared] = useState<Twice | null>(null);
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, MOST_GROUPS);
  return (
    <Section title="Twice, perhaps" aside={groups.length === 0 ? undefined : countWords(groups)}>
      {groups.length === 0 ? <p className="q2">No two rows look like the same thing.</p> : (
        <table className="l">
          <thead><tr><th scope="col">Looks like the same thing twice</th><th scope="col">Why</th><th scope="col">Mend</th></tr></thead>
          <tbody>
            {shown.map((group) => (
              <tr key={group.key}>
                <td><Button variant="link" small className="plain-link" onClick={() => go('register', { filter: { ids: group.assets.map(({ id }) => id) } })}>{namesOf(group.assets)}</Button></td>
                <td className="q2">{group.why}</td>
                <td><Button variant="link" small aria-label={`Compare ${namesOf(group.assets)}`} onClick={() => setCompared(group)}>Compare</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {groups.length > shown.length && <p className="rest"><Button variant="link" small onClick={() => setAll(true)}>Show the other {formatCount(groups.length - shown.length)}</Button></p>}
      {compared !== null && <CompareDialog key={compared.key} group={compared} onClose={() => setCompared(null)} />}
    </Section>
  );
}
