import { useCallback, useMemo } from 'react';
import { useAction } from '../lib/commands.tsx';
import { chooseFile } from '../lib/file-transfer.ts';
import { useNavigation } from '../lib/navigation.tsx';

/** Ways to another plan file. Each ends on the Overview of the plan that is then open. */
export function usePlanActions() {
  const act = useAction();
  const { go } = useNavigation();
  const then = useCallback(async (answer: Promise<unknown>): Promise<void> => {
    if (await answer !== null) go('overview');
  }, [go]);
  return useMemo(() => ({
    open: (path: string) => then(act('plan.open', { path })),
    choose: () => then(act('plan.choose', {})),
    startNew: () => then(act('plan.new', {})),
    openSample: () => then(act('plan.sample', {})),
    /** Asks for a plan that was written as JSON and makes a plan file of it; one that cannot be read is refused in words. */
    fromJson: () => chooseFile('.json,application/json', (file) => {
      void then(file.text().then((json) => act('plan.fromJson', { json })));
    }),
  }), [act, then]);
}
