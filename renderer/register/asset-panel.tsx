import { Menu } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Ellipsis, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { explainAsset } from '../../planning/explain.ts';
import { formatCount } from '../../planning/money.ts';
import { placesOf } from '../../planning/places.ts';
import { missingWords } from '../../planning/register/status-rules.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { usePlan } from '../lib/plan.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import { AssetActionDialog, AssetActionItems, fitsAssets } from './asset-actions.tsx';
import type { AssetAction } from './asset-actions.tsx';
import { AssetCover } from './asset-cover.tsx';
import './asset.css';
import { AssetHistory } from './asset-history.tsx';
import { EditForm } from './edit-form.tsx';
import { LifeLineDrawing } from './life-line-drawing.tsx';
import { lifeStory } from './life-story.ts';
import type { RegisterRow } from './rows.ts';
import { useEscape } from './use-escape.ts';

/** What the panel is asked for besides showing the asset: changing it, from a column, or its reasons. */
export type PanelTask = { readonly kind: 'edit'; readonly column: string | null } | { readonly kind: 'why' };

type AssetPanelProps = {
  readonly row: RegisterRow;
  readonly task: PanelTask | null;
  readonly onTask: (task: PanelTask | null) => void;
  readonly onClose: () => void;
  readonly onRemove: () => void;
  /** Esc in the panel: back to the row. */
  readonly onBack: () => void;
  /** Shows another asset: what came before or after this one. */
  readonly onOpen: (assetId: number) => void;
};

/** "Room IT3", but "Library" and "With staff" as they stand: only a number needs the word. */
const roomWords = (room: string): string => (/^[A-Z]{0,3}\d{1,3}[A-Z]?$/i.test(room) ? `Room ${room}` : room);

/** "Room IT3, serial K4-88213-H, 8 GB, Windows 11, 30 of them". */
const factsWords = ({ room, asset, quantity }: RegisterRow, snapshot: PlanSnapshot, serials: boolean): string => {
  const model = snapshot.models.find(({ id }) => id === asset.modelId);
  return [
    room === null ? 'No room' : roomWords(room),
    ...(asset.serial === null || !serials ? [] : [`serial ${asset.serial}`]),
    ...(model?.memoryGb ? [`${formatCount(model.memoryGb)} GB`] : []),
    ...(model?.processor ? [model.processor] : []),
    ...(asset.osName === null ? [] : [asset.osName]),
    ...(quantity > 1 ? [`${formatCount(quantity)} of them`] : []),
  ].join(', ');
};

const whyTitle = (row: RegisterRow): string =>
  (row.due === null ? 'Why not in the forecast?' : `Why ${formatLongDate(row.due).replace(/^\d+ /, '')}?`);

/** How far an explanation looks ahead: kit due after the plan’s last year has its reasons and its price too. */
const FARTHEST_YEARS = 30;

function WhySection({ row, asked, onEdit }: { readonly row: RegisterRow; readonly asked: boolean; readonly onEdit: (column: string) => void }) {
  const { snapshot, options, editable } = usePlan();
  const { go } = useNavigation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) place.current?.focus();
  }, [asked]);
  const steps = useMemo(
    () => explainAsset(snapshot, { ...options, years: FARTHEST_YEARS }, row.id).steps, [snapshot, options, row.id],
  );
  return (
    <div ref={place} tabIndex={-1}>
      <Section title={whyTitle(row)}>
        <ol className="why-steps">{steps.map((step, at) => <li key={at}>{step.text}</li>)}</ol>
        <p className="why-actions">
          {row.leftOut === 'no_purchase_date'
            ? editable && <Button variant="link" onClick={() => onEdit('bought')}>Add the purchase date</Button>
            : <Button variant="link" onClick={() => go('refresh-plan', { policy: row.asset.categoryKey })}>Change the policy</Button>}
        </p>
      </Section>
    </div>
  );
}

type LifeProps = { readonly row: RegisterRow; readonly onEnter: (() => void) | null; readonly onOpen: (assetId: number) => void };
/** Without the day it was bought there is little of a life to draw: how to give it stands there instead. */
function LifeSection({ row, onEnter, onOpen }: LifeProps): ReactNode {
  const { application: { settings: { role } }, snapshot, forecast } = usePlan();
  const tags = role !== 'slt';
  const story = useMemo(() => lifeStory({ row, snapshot, forecast, tags }), [row, snapshot, forecast, tags]);
  const undated = row.bought === null && row.asset.inServiceDate === null && row.asset.status !== 'planned' && row.asset.status !== 'ordered';
  return (
    <div className="sec">
      {undated && (
        <p>Bought on: not known.{onEnter !== null && <> <Button variant="link" onClick={onEnter}>Enter the date</Button></>}</p>
      )}
      {story.marks.some(({ kind }) => kind !== 'today') && <LifeLineDrawing story={story} onOpen={onOpen} />}
    </div>
  );
}

/** How long the focus rests on a row before its history is asked for: arrowing down asks for the last only. */
const REST_MS = 150;

type ActsProps = { readonly row: RegisterRow; readonly onEdit: () => void; readonly onRemove: () => void };

/** What can be done with the asset: the three that are used most, the rest in a menu. */
function PanelActs({ row, onEdit, onRemove }: ActsProps) {
  const [action, setAction] = useState<AssetAction | null>(null);
  const assets = useMemo(() => [row.asset], [row.asset]);
  return (
    <div className="reg-panel-acts">
      <Button small onClick={onEdit}>Edit</Button>
      {fitsAssets('move', assets) && row.due !== null && <Button small onClick={() => setAction('move')}>Move year</Button>}
      {fitsAssets('lose', assets) && <Button small onClick={() => setAction('lose')}>Record loss or damage</Button>}
      <Menu position="bottom-end" offset={4} width={230} transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <IconButton label="More for this asset" small><Ellipsis aria-hidden="true" /></IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <AssetActionItems assets={assets} onPick={setAction} leaveOut={['move', 'lose']} />
          <Menu.Item onClick={onRemove}>Remove from the register<small>Entered by mistake</small></Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <AssetActionDialog action={action} assets={assets} onClose={() => setAction(null)} />
    </div>
  );
}

/** What its status asks for and nobody has written down. */
function MissingNote({ row, onEdit }: { readonly row: RegisterRow; readonly onEdit: (() => void) | null }) {
  const { snapshot } = usePlan();
  const model = snapshot.models.find(({ id }) => id === row.asset.modelId) ?? null;
  const left = ['disposed', 'cascaded', 'ordered'].includes(row.asset.status) ? missingWords(row.asset, model) : null;
  if (left === null) return null;
  return <Note actions={onEdit !== null && <Button variant="link" onClick={onEdit}>Write it down</Button>}>{left}</Note>;
}

/** Everything about the asset in the row that has the focus. */
export function AssetPanel({ row, task, onTask, onClose, onRemove, onBack, onOpen }: AssetPanelProps) {
  const { application: { settings: { role } }, snapshot, editable } = usePlan();
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onBack);
  const [restedId] = useDebouncedValue(row.id, REST_MS);
  const name = role === 'slt' ? row.kind : row.tag ?? 'No tag';
  const editing = task?.kind === 'edit' && editable ? task : null;
  const onEdit = (column: string | null): void => onTask({ kind: 'edit', column });
  const place = useMemo(() => (row.asset.locationId === null ? null : placesOf(snapshot.locations).pathOf(row.asset.locationId)), [snapshot, row]);
  return (
    <aside ref={panel} className="reg-panel" aria-label={`${name}, ${row.description}`}>
      <div className="reg-panel-head">
        <span className="q2">{name}</span>
        <IconButton label="Hide the panel" tip="Hide the panel (Ctrl+\)" small onClick={onClose}><X aria-hidden="true" /></IconButton>
      </div>
      <h2>{row.description}</h2>
      <p className="q2 reg-panel-facts" title={place ?? undefined}>
        {factsWords(row, snapshot, role !== 'slt')} {row.asset.status !== 'in_use' && <Tag>{row.statusWords}</Tag>}
      </p>
      {editing === null && <MissingNote row={row} onEdit={editable ? () => onEdit('disposedOn') : null} />}
      {editable && editing === null && <PanelActs key={`acts ${row.id}`} row={row} onEdit={() => onEdit(null)} onRemove={onRemove} />}
      {editing !== null && <EditForm key={`edit ${row.id}`} row={row} column={editing.column} onDone={() => { onTask(null); onBack(); }} />}
      <LifeSection row={row} onEnter={editable && editing === null ? () => onEdit('bought') : null} onOpen={onOpen} />
      <WhySection row={row} asked={task?.kind === 'why'} onEdit={onEdit} />
      <AssetCover assetId={row.id} />
      {restedId === row.id && <AssetHistory key={`history ${row.id}`} assetId={row.id} />}
    </aside>
  );
}
