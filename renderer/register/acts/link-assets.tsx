import { useId } from 'react';
import { assetName } from '../../../planning/register/field-words.ts';
import { linkRefusal } from '../../../planning/register/succession.ts';
import type { Asset } from '../../../planning/snapshot.ts';
import { useCommand } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { TextField } from '../../parts/field.tsx';
import { ActForm, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';

/** The asset that a person means by a tag or serial number; null where there is none. */
const assetCalled = (assets: readonly Asset[], text: string): Asset | null => {
  const typed = text.trim().toLowerCase();
  return assets.find(({ tag }) => tag?.toLowerCase() === typed) ?? assets.find(({ serial }) => serial?.toLowerCase() === typed) ?? null;
};

/** Tags to choose from while typing: kit of the same kind first. */
const MOST_OFFERED = 200;

/** Says which asset this one took over from; empty takes the link away. */
export function LinkAssets({ assets, onDone }: ActProps) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const listId = useId();
  const [asset] = assets;
  const before = snapshot.assets.find(({ id }) => id === asset?.succeedsAssetId);
  const { typed, field, asked, setAsked } = useTyped({ tag: before?.tag ?? '', reason: '' });
  if (asset === undefined) return null;
  const found = typed.tag.trim() === '' ? null : assetCalled(snapshot.assets, typed.tag);
  const problem = typed.tag.trim() === '' ? null
    : found === null ? `No row of the register has the tag or serial number “${typed.tag.trim()}”.` : linkRefusal(snapshot.assets, asset.id, found.id);
  const send = async (): Promise<boolean> => await run('register.link', { id: asset.id, succeedsId: found?.id ?? null, reason: typed.reason.trim() || null }) !== null;
  const offered = snapshot.assets.filter(({ tag, id, categoryKey }) => tag !== null && id !== asset.id && categoryKey === asset.categoryKey).slice(0, MOST_OFFERED);
  return (
    <ActForm label="Say what it replaced" button={`Link ${assetName(asset)}`} sound={problem === null} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}>
      <div className="wide">
        <TextField
          label={`${assetName(asset)} replaced`} list={listId} data-autofocus problem={asked ? problem : null} {...field('tag')}
          hint={found === null ? 'Its tag or serial number; empty if it replaced nothing.' : found.description}
        />
      </div>
      <datalist id={listId}>{offered.map(({ id, tag, description }) => <option key={id} value={tag ?? ''}>{description}</option>)}</datalist>
      <div className="wide"><TextField label="Reason (goes in the history)" {...field('reason')} /></div>
    </ActForm>
  );
}
