import type { Unusable } from '../../planning/quality/unusable.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';

const MOST_VALUES = 5;

/** Figures in the plan file that no sum can use, each with what works and the way to it. */
export function UnusableNote({ values }: { readonly values: readonly Unusable[] }) {
  const { go } = useNavigation();
  if (values.length === 0) return null;
  const show = ({ where }: Unusable): void => {
    if (where.kind === 'asset') go('register', { filter: { ids: [where.id] }, assetId: where.id });
    else if (where.kind === 'policy') go('refresh-plan', { policy: where.categoryKey });
  };
  return (
    <div className="wide">
      <Note tone="over" title={values.length === 1 ? 'One figure cannot be used.' : `${values.length} figures cannot be used.`}>
        <ul className="unusable">
          {values.slice(0, MOST_VALUES).map((value) => (
            <li key={value.what}>
              {value.what} {value.works}{' '}
              {value.where.kind !== 'school' && <Button variant="link" small onClick={() => show(value)}>{value.where.kind === 'asset' ? 'Show it' : 'Open the policy'}</Button>}
            </li>
          ))}
          {values.length > MOST_VALUES && <li>and {values.length - MOST_VALUES} more.</li>}
        </ul>
      </Note>
    </div>
  );
}
