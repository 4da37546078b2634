import { Clock } from 'lucide-react';
import type { WeakFigure } from '../../planning/quality/weak-figures.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { AskedText } from '../parts/asked-text.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

/** What to do about it: a verb and its object. */
function remedy({ kind, items }: WeakFigure): string {
  const one = items === 1;
  switch (kind) {
    case 'old_price': return one ? 'Check it' : 'Check them';
    case 'no_price': case 'no_extension_price': return one ? 'Price it' : 'Price them';
    case 'no_price_paid': case 'no_warranty_end': return one ? 'Add it' : 'Add them';
    case 'assumed_date': return one ? 'Look at it' : 'Look at them';
  }
}

/** What else weakens the figures without leaving kit out of them. */
export function WeakSection({ figures }: { readonly figures: readonly WeakFigure[] }) {
  const { go } = useNavigation();
  const act = ({ kind, assetIds }: WeakFigure): void => {
    if (kind === 'no_price_paid') go('data-quality', { mend: 'pricePaid' });
    else if (kind === 'no_warranty_end') go('data-quality', { mend: 'warrantyEnd' });
    else if (kind === 'no_extension_price') go('refresh-plan');
    else go('register', { filter: { ids: assetIds } });
  };
  return (
    <Section title="Also weakening the figures">
      {figures.length === 0 ? <p className="q2">Nothing else: every price is of the last two years, and no date is assumed.</p> : (
        <ul className="weak">
          {figures.map((figure) => (
            <li key={figure.kind}>
              <Clock aria-hidden="true" />
              <p>
                <b>{figure.what}</b>{' '}
                {figure.how === null ? figure.effect : (
                  <AskedText text={figure.effect} title={(amount) => `Why ${amount}?`} why={() => (figure.how ?? []).map((text) => ({ text }))} />
                )}
              </p>
              <Button variant="link" small aria-label={`${remedy(figure)}: ${figure.what.replace(/\.$/, '')}`} onClick={() => act(figure)}>{remedy(figure)}</Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
