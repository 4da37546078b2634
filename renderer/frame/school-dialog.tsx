import { SchoolForm } from '../parts/school-form.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { useOpenPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SchoolRolls } from '../parts/school-rolls.tsx';

type SchoolDialogProps = { readonly opened: boolean; readonly onClose: () => void };

/** What the first page asked about the school, to be changed at any time. */
export function SchoolDialog({ opened, onClose }: SchoolDialogProps) {
  const open = useOpenPlan();
  const { go } = useNavigation();
  if (open === null) return null;
  return (
    <Dialog opened={opened} onClose={onClose} title="School and years" width={520}>
      <SchoolForm className="school-dialog" onSaved={onClose} beside={<Button onClick={onClose}>Cancel</Button>} />
      <SchoolRolls />
      <p className="school-more">
        Codes, VAT, what counts as capital and funds are in <Button variant="link" onClick={() => go('settings', { part: 'money' })}>Settings, money profile</Button>.
      </p>
    </Dialog>
  );
}
