import { leftOutWords, accountsWords, conventionWords, ruleWords } from '../../planning/value/book-words.ts';
import type { Books, BookView } from '../../planning/value/book.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

/** What the figures rest on, and what of the register is not among them. */
export function HowCounted({ books, view }: { readonly books: Books; readonly view: BookView }) {
  const { snapshot } = usePlan();
  const { go } = useNavigation();
  return (
    <Section title="What is counted, and how" className="how-counted">
      <p>{accountsWords(snapshot, view)}</p>
      <p>{ruleWords(snapshot, view)}</p>
      <p>{conventionWords(snapshot, books)}</p>
      {view.leftOut.length > 0 && (
        <>
          <p>Not in the books:</p>
          <ul>
            {view.leftOut.map(({ reason, quantity, assetIds }) => (
              <li key={reason}>{leftOutWords(reason, quantity)} <Button variant="link" small onClick={() => go('register', { filter: { ids: assetIds } })}>Show {quantity === 1 ? 'it' : 'them'}<span className="vh">, what {leftOutWords(reason, quantity)}</span></Button></li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
