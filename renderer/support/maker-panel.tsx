import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import type { LosingGroup } from '../../planning/support/outlook.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SidePanel } from '../parts/side-panel.tsx';

/** An end that the school wrote down: of a model, of devices, or of a system that the list does not have. */
export function MakerPanel({ group, onClose }: { readonly group: LosingGroup; readonly onClose: () => void }) {
  const { snapshot, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const [text, setText] = useState(group.end === null ? '' : formatDate(group.end));
  const [asked, setAsked] = useState(false);
  const date = readDate(text);
  const assets = snapshot.assets.filter(({ id }) => group.assetIds.includes(id));
  const models = new Set(assets.map(({ modelId }) => modelId));
  const [modelId = null] = models;
  // A date of the model's own holds for all of it; one of the devices stays theirs.
  const ofModel = group.subject === 'maker' && models.size === 1 && modelId !== null && assets.every(({ vendorSupportEnd }) => vendorSupportEnd === null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!date.ok) return;
    const about = ofModel && modelId !== null ? { modelIds: [modelId] } : { assetIds: [...group.assetIds] };
    const answer = await run('support.assign', { ...about, ...(group.subject === 'maker' ? { makerEnd: date.value } : { systemEnd: date.value }) });
    if (answer !== null) onClose();
  };
  const whose = ofModel ? 'every device of this model' : `${formatCount(group.quantity)} device${group.quantity === 1 ? '' : 's'}`;
  return (
    <SidePanel title={group.what} above={group.subject === 'maker' ? 'End of the maker’s support' : 'End of the system’s support'} onClose={onClose}>
      <p>The date is the school’s own and holds for {whose}. Chromebooks have theirs in the Google Admin console, as the end of automatic updates.</p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <DateField label="Last day of support" text={text} problem={asked && !date.ok ? date.message : null} onText={setText} />
        </div>
        <div className="acts">
          <Button onClick={() => go('register', { filter: { ids: group.assetIds } })}>Show its devices</Button>
          {editable && <Button variant="filled" type="submit">Keep this date</Button>}
        </div>
      </form>
    </SidePanel>
  );
}
