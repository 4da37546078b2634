import { useDebouncedValue } from '@mantine/hooks';
import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { explainAsset } from '../../planning/explain.ts';
import { formatCount } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import { AssetHistory } from './asset-history.tsx';
import type { ColumnKey } from './columns.ts';
import { EditForm } from './edit-form.tsx';
import { LifeLineDrawing } from './life-line-drawing.tsx';
import { lifeStory } from './life-story.ts';
import type { RegisterRow } from './rows.ts';
import { useEscape } from './use-escape.ts';

/** What the panel is asked for besides showing the asset: changing it, from a column, or its reasons. */
export type PanelTask = { readonly kind: 'edit'; readonly column: ColumnKey | null } | { readonly kind: 'why' };

type AssetPanelProps = {
  readonly row: RegisterRow;
  readonly rooms: readonly string[];
  readonly task: PanelTask | null;
  readonly onTask: (task: PanelTask | null) => void;
  readonly onClose: () => void;
  readonly onRemove: () => void;
  /** Esc in the panel: back to the row. */
  readonly onBack: () => void;
};

/** "Room IT3", but "Library" and "With staff" as they stand: only a number needs the word. */
const roomWords = (room: string): string => (/^[A-Z]{0,3}\d{1,3}[A-Z]?$/i.test(room) ? `Room ${room}` : room);

/** "Room IT3, serial K4-88213-H, 30 of them". */
const factsWords = ({ room, asset, quantity }: RegisterRow, serials: boolean): string => [
  room === null ? 'No room' : roomWords(room),
  ...(asset.serial === null || !serials ? [] : [`serial ${asset.serial}`]),
  ...(quantity > 1 ? [`${formatCount(quantity)} of them`] : []),
].join(', ');

const whyTitle = (row: RegisterRow): string =>
  (row.due === null ? 'Why not in the forecast?' : `Why ${formatLongDate(row.due).replace(/^\d+ /, '')}?`);

/** How far an explanation looks ahead: kit due after the plan’s last year has its reasons and its price too. */
const FARTHEST_YEARS = 30;

function WhySection({ row, asked, onEdit }: { readonly row: RegisterRow; readonly asked: boolean; readonly onEdit: (column: ColumnKey) => void }) {
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

/** Without the day it was bought there is little of a life to draw: how to give it stands there instead. */
function LifeSection({ row, onEnter }: { readonly row: RegisterRow; readonly onEnter: (() => void) | null }): ReactNode {
  const { application: { settings: { role } }, snapshot, forecast } = usePlan();
  const tags = role !== 'slt';
  const story = useMemo(() => lifeStory({ row, snapshot, forecast, tags }), [row, snapshot, forecast, tags]);
  const undated = row.bought === null && row.asset.inServiceDate === null && row.asset.status !== 'planned' && row.asset.status !== 'ordered';
  return (
    <div className="sec">
      {undated && (
        <p>Bought on: not known.{onEnter !== null && <> <Button variant="link" onClick={onEnter}>Enter the date</Button></>}</p>
      )}
      {story.marks.some(({ kind }) => kind !== 'today') && <LifeLineDrawing story={story} />}
    </div>
  );
}

/** How long the focus rests on a row before its history is asked for: arrowing down asks for the last only. */
const REST_MS = 150;

/** Everything about the asset in the row that has the focus. */
export function AssetPanel({ row, rooms, task, onTask, onClose, onRemove, onBack }: AssetPanelProps) {
  const { application: { settings: { role } }, editable } = usePlan();
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onBack);
  const [restedId] = useDebouncedValue(row.id, REST_MS);
  const name = role === 'slt' ? row.kind : row.tag ?? 'No tag';
  const editing = task?.kind === 'edit' && editable ? task : null;
  const onEdit = (column: ColumnKey | null): void => onTask({ kind: 'edit', column });
  return (
    <aside ref={panel} className="reg-panel" aria-label={`${name}, ${row.description}`}>
      <div className="reg-panel-head">
        <span className="q2">{name}</span>
        <IconButton label="Hide the panel" tip="Hide the panel (Ctrl+\)" small onClick={onClose}><X aria-hidden="true" /></IconButton>
      </div>
      <h2>{row.description}</h2>
      <p className="q2 reg-panel-facts">{factsWords(row, role !== 'slt')} {row.asset.status !== 'in_use' && <Tag>{row.statusWords}</Tag>}</p>
      {editable && editing === null && (
        <div className="reg-panel-acts">
          <Button small onClick={() => onEdit(null)}>Edit</Button>
          <Button small onClick={onRemove}>Remove</Button>
        </div>
      )}
      {editing !== null && <EditForm key={`edit ${row.id}`} row={row} rooms={rooms} column={editing.column} onDone={() => { onTask(null); onBack(); }} />}
      <LifeSection row={row} onEnter={editable && editing === null ? () => onEdit('bought') : null} />
      <WhySection row={row} asked={task?.kind === 'why'} onEdit={onEdit} />
      {restedId === row.id && <AssetHistory key={`history ${row.id}`} assetId={row.id} />}
    </aside>
  );
}
