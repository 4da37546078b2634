import { Menu } from '@mantine/core';
import { ArrowDownToLine, CalendarClock, Combine, CopyPlus, History, PackageX, ShieldPlus, Split, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { hasLeft } from '../../planning/register/status-rules.ts';
import { standingOf } from '../../planning/refresh/due.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { Dialog } from '../parts/dialog.tsx';
import { AddCover } from './acts/add-cover.tsx';
import { actWords } from './acts/act-form.tsx';
import type { ActProps } from './acts/act-form.tsx';
import { Dispose } from './acts/dispose.tsx';
import { DuplicateAsset } from './acts/duplicate-asset.tsx';
import { LinkAssets } from './acts/link-assets.tsx';
import { MergeRows } from './acts/merge-rows.tsx';
import { MoveYear } from './acts/move-year.tsx';
import { PassDown } from './acts/pass-down.tsx';
import { RecordLoss } from './acts/record-loss.tsx';
import { SplitGroup } from './acts/split-group.tsx';

/*
 * What can be done with assets beyond changing their fields. One list for the panel, the row's menu and many rows at
 * once: `actionsFor` says which of them fit, `AssetActionDialog` does the one that was picked.
 */

export type AssetAction = 'move' | 'cover' | 'lose' | 'passDown' | 'dispose' | 'split' | 'merge' | 'link' | 'duplicate';

type ActionSpec = {
  readonly action: AssetAction;
  readonly words: string;
  readonly icon: LucideIcon;
  readonly fits: (assets: readonly Asset[]) => boolean;
  readonly form: ComponentType<ActProps>;
};

const here = (assets: readonly Asset[]): boolean => assets.every(({ status }) => standingOf(status) === 'in_service');
const one = (assets: readonly Asset[]): boolean => assets.length === 1;

const ACTIONS: readonly ActionSpec[] = [
  { action: 'move', words: 'Move to another year', icon: CalendarClock, fits: here, form: MoveYear },
  { action: 'cover', words: 'Extend or add cover', icon: ShieldPlus, fits: here, form: AddCover },
  { action: 'lose', words: 'Record loss or damage', icon: TriangleAlert, fits: here, form: RecordLoss },
  { action: 'passDown', words: 'Pass down', icon: ArrowDownToLine, fits: here, form: PassDown },
  { action: 'dispose', words: 'Dispose of', icon: PackageX, fits: (assets) => assets.every(({ status }) => status !== 'disposed' && (standingOf(status) === 'in_service' || hasLeft(status))), form: Dispose },
  { action: 'duplicate', words: 'Duplicate', icon: CopyPlus, fits: one, form: DuplicateAsset },
  { action: 'split', words: 'Split the group', icon: Split, fits: (assets) => one(assets) && (assets[0]?.quantity ?? 1) > 1, form: SplitGroup },
  { action: 'merge', words: 'Merge into one group', icon: Combine, fits: (assets) => assets.length > 1, form: MergeRows },
  { action: 'link', words: 'Say what it replaced', icon: History, fits: one, form: LinkAssets },
];

type Picked = { readonly assets: readonly Asset[]; readonly onPick: (action: AssetAction) => void; readonly leaveOut?: readonly AssetAction[] };

/** The entries of a menu about these assets. */
export function AssetActionItems({ assets, onPick, leaveOut = [] }: Picked) {
  return ACTIONS.filter(({ action, fits }) => fits(assets) && !leaveOut.includes(action)).map(({ action, words, icon: Icon }) => (
    <Menu.Item key={action} leftSection={<Icon aria-hidden="true" />} onClick={() => onPick(action)}>{words}</Menu.Item>
  ));
}

/** What can be done with these assets. */
export const actionsFor = (assets: readonly Asset[]): readonly Pick<ActionSpec, 'action' | 'words' | 'icon'>[] => ACTIONS.filter(({ fits }) => fits(assets));

/** Whether an action can be done with these assets. */
export const fitsAssets = (action: AssetAction, assets: readonly Asset[]): boolean =>
  ACTIONS.find((each) => each.action === action)?.fits(assets) ?? false;

type DialogProps = {
  /** Null while none is open. */
  readonly action: AssetAction | null;
  readonly assets: readonly Asset[];
  /** Years by which the keyboard asked to move them. */
  readonly by?: -1 | 1 | undefined;
  readonly onClose: () => void;
};

/** The dialog of the action that was picked. */
export function AssetActionDialog({ action, assets, by, onClose }: DialogProps) {
  const spec = ACTIONS.find((each) => each.action === action);
  const Form = spec?.form;
  return (
    <Dialog opened={spec !== undefined} onClose={onClose} title={spec === undefined ? '' : `${spec.words}: ${actWords(assets)}`} width={520}>
      {Form !== undefined && <Form key={assets.map(({ id }) => id).join()} assets={assets} onDone={onClose} {...(by === undefined ? {} : { by })} />}
    </Dialog>
  );
}
