import './needs.css';
import { Handshake, MessagesSquare, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { coverage } from '../../planning/analysis/coverage/coverage.ts';
import { coverageSentence } from '../../planning/analysis/coverage/sentence.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { needState } from '../../planning/analysis/needs/need-state.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import type { PageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { CoveragePart } from './coverage-part.tsx';
import { NeedForm } from './need-form.tsx';
import { NeedPanel } from './need-panel.tsx';
import { NeedsExport } from './needs-export.tsx';
import { OptionForm } from './option-form.tsx';
import { RequestForm } from './request-form.tsx';

/** What the school needs for its development plan: which needs serve which objectives and, beside it, one need in full. */
export function NeedsPage() {
  const { visit } = useNavigation();
  const params = usePageParams('needs');
  // A jump from another page asks for something new: the page starts afresh.
  return <NeedsVisit key={visit} params={params} />;
}

export type NeedOrigin = NonNullable<PageParams['needs']['add']>;

/** What stands in the panel beside the matrix. */
type Beside = { readonly kind: 'need'; readonly needId: number } | { readonly kind: 'add'; readonly origin: NeedOrigin } | { readonly kind: 'request' }
  | { readonly kind: 'edit'; readonly needId: number } | { readonly kind: 'option'; readonly needId: number; readonly optionId: number | null };

function NeedsVisit({ params }: { readonly params: Partial<PageParams['needs']> }) {
  const { snapshot, forecast, asOf, editable } = usePlan();
  const { go } = useNavigation();
  const { needs } = snapshot.analysis;
  const [chosen, setBeside] = useState<Beside | null | undefined>(() => askedFor(params, editable));
  // Until somebody chooses, the need whose decision is due first stands beside the matrix.
  const first = useMemo(() => firstToShow(needs, (need) => needState(snapshot.analysis, need, asOf).waiting?.decideBy ?? null), [needs, snapshot.analysis, asOf]);
  const beside = chosen === undefined ? (first === null ? null : { kind: 'need' as const, needId: first.id }) : chosen;
  const covered = useMemo(() => coverage(snapshot, forecast, asOf), [snapshot, forecast, asOf]);
  const sentence = useMemo(() => coverageSentence(covered), [covered]);
  const open = beside !== null && 'needId' in beside ? needs.find(({ id }) => id === beside.needId) ?? null : null;
  const show = (needId: number): void => setBeside({ kind: 'need', needId });
  const page = useFocusBack(beside !== null);
  const add = (): void => setBeside({ kind: 'add', origin: {} });
  useShortcuts(editable ? [{ keys: 'Alt+N', does: 'Add a need', run: add, inFields: true }] : []);
  return (
    <div ref={page} className={beside?.kind === 'option' ? 'needs editing-costs' : 'needs'}>
      <PageHead
        title="Development plan and needs" sentence={sentence.parts}
        actions={(
          <>
            <Button small icon={<MessagesSquare aria-hidden="true" />} onClick={() => go('conversations')}>Conversations</Button>
            <Button small icon={<Handshake aria-hidden="true" />} onClick={() => go('groups')}>User groups</Button>
            <NeedsExport />
            {editable && <Button onClick={() => setBeside({ kind: 'request' })}>Ask for software</Button>}
            {editable && <Button icon={<Plus aria-hidden="true" />} onClick={add}>Add a need</Button>}
          </>
        )}
      />
      <div className="with-side">
        <div className="body"><CoveragePart coverage={covered} selected={open?.id ?? null} onSelect={show} /></div>
        {beside !== null && (
          <BesideList
            beside={beside} need={open} asked={chosen !== undefined} onShow={show} onEdit={setBeside}
            onClose={() => setBeside(beside.kind === 'edit' || beside.kind === 'option' ? { kind: 'need', needId: beside.needId } : null)}
          />
        )}
      </div>
    </div>
  );
}

/** Where a panel goes and takes the focus with it, that returns to what opened the panel, else into the matrix, else to the title. */
function useFocusBack(open: boolean): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const keep = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest('.side') === null) opener.current = target;
    };
    const place = page.current;
    place?.addEventListener('focusin', keep);
    return () => place?.removeEventListener('focusin', keep);
  }, []);
  useEffect(() => {
    if (!open && wasOpen.current && document.activeElement === document.body) {
      const back = opener.current?.isConnected === true ? opener.current : page.current?.querySelector('[data-cell][tabindex="0"]') ?? page.current?.querySelector('h1');
      if (back instanceof HTMLElement) back.focus();
    }
    wasOpen.current = open;
  }, [open]);
  return page;
}

type BesideProps = {
  readonly beside: Beside;
  readonly need: Need | null;
  /** Whether somebody asked for it, so that it takes the focus. */
  readonly asked: boolean;
  readonly onShow: (needId: number) => void;
  readonly onEdit: (beside: Beside) => void;
  readonly onClose: () => void;
};

function BesideList({ beside, need, asked, onShow, onEdit, onClose }: BesideProps) {
  if (beside.kind === 'add') return <SidePanel title="Add a need" onClose={onClose}><NeedForm need={null} origin={beside.origin} onClose={onClose} onKept={onShow} /></SidePanel>;
  if (beside.kind === 'request') return <SidePanel title="Ask for software" above="For lessons, in short" onClose={onClose}><RequestForm onClose={onClose} onKept={onShow} /></SidePanel>;
  if (need === null) return null;
  if (beside.kind === 'edit') return <SidePanel title="Change the need" above={need.name} onClose={onClose}><NeedForm need={need} origin={{}} onClose={onClose} onKept={onShow} /></SidePanel>;
  if (beside.kind === 'option') {
    const option = need.options.find(({ id }) => id === beside.optionId) ?? null;
    return (
      <SidePanel title={option === null ? 'Add an option' : option.name} above={need.name} onClose={onClose}>
        <OptionForm key={option?.id ?? 'new'} need={need} option={option} onClose={onClose} />
      </SidePanel>
    );
  }
  return (
    <NeedPanel
      key={need.id} need={need} asked={asked} onClose={onClose} onEdit={() => onEdit({ kind: 'edit', needId: need.id })}
      onOption={(optionId) => onEdit({ kind: 'option', needId: need.id, optionId })}
    />
  );
}

/** What another page asked to be shown; undefined where none did. */
function askedFor({ needId, add }: Partial<PageParams['needs']>, editable: boolean): Beside | undefined {
  if (add !== undefined && editable) return { kind: 'add', origin: add };
  return needId === undefined ? undefined : { kind: 'need', needId };
}

/** The need whose decision is due first, else the first of the list. */
function firstToShow(needs: readonly Need[], decideBy: (need: Need) => string | null): Need | null {
  const waiting = needs.flatMap((need) => {
    const by = decideBy(need);
    return by === null ? [] : [{ need, by }];
  }).toSorted((a, b) => (a.by < b.by ? -1 : 1));
  return waiting[0]?.need ?? needs[0] ?? null;
}
