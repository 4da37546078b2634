import { Working } from '../parts/working.tsx';

/** Before the first answer, or instead of one: the page has nothing to show yet, and says why if it never will. */
export function Unanswered({ error }: { readonly error: Error | null }) {
  return (
    <main className="alone">
      {error === null ? <Working label="Opening Kitplan" /> : (
        <div role="alert">
          <h1>Kitplan cannot be reached</h1>
          <p>{error.message}</p>
        </div>
      )}
    </main>
  );
}
