import { riseIn } from '../../planning/rises.ts';
import { startUpper } from '../../planning/words.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useCommandsTogether } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { withChange } from '../lib/what-if-changes.ts';
import { Button } from '../parts/button.tsx';
import { ChangeTable } from '../parts/change-table.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { readRise, riseText } from './policy-texts.ts';

type RiseDialogProps = {
  /** Null: everything without a rise of its own. */
  readonly categoryKey: string | null;
  readonly onClose: () => void;
};

/** The rise of a kind in every year without one of its own, the way back to that of all kinds, and who changed it and why. */
export function RiseDialog({ categoryKey, onClose }: RiseDialogProps) {
  const { snapshot, savedSnapshot, facts, whatIf, setWhatIf, editable, scenario } = usePlan();
  const together = useCommandsTogether();
  const { data } = usePlanQuery('inflation.history', { categoryKey });
  const name = categoryKey === null ? 'all kinds' : categoryNamed(snapshot.categories, categoryKey).plural;
  const own = facts.inflation.series.find((series) => series.categoryKey === categoryKey);
  const [is, was] = [riseIn(snapshot.inflation, categoryKey, null), riseIn(savedSnapshot.inflation, categoryKey, null)];
  const clear = async (): Promise<void> => {
    if (own === undefined || categoryKey === null) return;
    await together(async (send) => {
      for (const { year } of own.steps) {
        if (!await send('inflation.set', { categoryKey, year, bp: null })) return;
      }
      if (own.bp !== null) await send('inflation.set', { categoryKey, bp: null });
    }, () => `${startUpper(name)} rise as all kinds do`);
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} width={560} title={`Price rises of ${name}`}>
      <FigureField
        label="Every year without a rise of its own, %" text={riseText(is)} was={is === was ? null : riseText(was)} read={readRise}
        hint={categoryKey !== null || !snapshot.inflation.shipped ? undefined : 'A usual rise, not yet the school’s own.'}
        put={(bp) => {
          if (bp === null) return 'A rise from −50% to 50% a year works here; 0 for a price that stays.';
          setWhatIf(withChange(whatIf, { kind: 'price_rise', bp, ...(categoryKey === null ? {} : { categoryKey }) }, bp === was));
          return null;
        }}
      />
      <h3 className="rise-history">Who changed it and why</h3>
      {data !== undefined && <ChangeTable entries={data} none="Nobody has changed it yet." />}
      <div className="dialog-acts">
        {own !== undefined && editable && scenario.parentId === null && <Button onClick={() => void clear()}>Let them rise as all kinds do</Button>}
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
