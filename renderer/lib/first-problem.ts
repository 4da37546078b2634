import { useEffect } from 'react';

/**
 * A form that was sent with something that cannot be read keeps what was typed and says so at its fields; the focus
 * goes to the first of them. One place for every form of the application.
 */
export function useFirstProblem(): void {
  useEffect(() => {
    const onSubmit = ({ target }: Event): void => {
      if (!(target instanceof HTMLFormElement)) return;
      // The fields say what is wrong with them once this has been drawn.
      window.setTimeout(() => {
        if (target.contains(document.activeElement)) target.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      });
    };
    document.addEventListener('submit', onSubmit, true);
    return () => document.removeEventListener('submit', onSubmit, true);
  }, []);
}
