import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { kitBehind, type KitBehind } from '../../planning/ledger/kit.ts';
import type { LedgerRow } from '../../planning/ledger.ts';
import type { Period } from '../../planning/periods.ts';
import type { MoveTo } from '../../planning/refresh/move-effect.ts';
import { kitWords } from '../../planning/scenarios/difference-words.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { useMessages } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { MoveForm } from '../parts/move-form.tsx';
import { ActionForm } from './action-form.tsx';
import type { LedgerActs } from './ledger-context.tsx';
import { LedgerMenu } from './ledger-menu.tsx';

type Place = { readonly row: LedgerRow; readonly column: number | null };
type Opened =
  | (Place & { readonly kind: 'menu'; readonly kit: KitBehind; readonly at: { readonly x: number; readonly y: number } })
  | (Place & { readonly kind: 'move'; readonly assets: readonly Asset[]; readonly start: MoveTo })
  | (Place & { readonly kind: 'action'; readonly assets: readonly Asset[] });

/** How long after a dialog the figures may still change under the focus. */
const SETTLED_MS = 2_000;

const focusIsLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the focus back to the figure that it came from, once what was opened is shut; to its row's name where the
 * figure has become a dash, which may be a moment later, when the changed plan is read.
 */
function useFocusBack(table: RefObject<HTMLTableElement | null>): (place: Place) => void {
  const back = useRef<(Place & { readonly until: number }) | null>(null);
  const give = (): void => {
    const place = back.current;
    if (place === null || !focusIsLost()) return;
    if (performance.now() > place.until) {
      back.current = null;
      return;
    }
    const named = (at: number | string): HTMLElement | null => table.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${place.row.key}:${at}`)}"]`) ?? null;
    (named(place.column ?? 'name') ?? named('name') ?? table.current?.querySelector<HTMLElement>('[data-cell]'))?.focus();
  };
  useEffect(give);
  return ({ row, column }) => {
    back.current = { row, column, until: performance.now() + SETTLED_MS };
    // After the dialog has let go of it.
    window.setTimeout(give, 50);
  };
}

/**
 * What can be done with the kit behind a figure: its menu and its dialogs. `acts` is null while the plan can only be read
 * or shows what was published; `refuse` then tells why nothing is done.
 */
export function useLedgerActs(columns: readonly Period[], table: RefObject<HTMLTableElement | null>): { readonly acts: LedgerActs | null; readonly refuse: () => void; readonly opened: ReactNode } {
  const plan = usePlan();
  const { tell } = useMessages();
  const [opened, setOpened] = useState<Opened | null>(null);
  const focusBack = useFocusBack(table);
  const latest = useRef({ plan, columns, tell });
  useEffect(() => { latest.current = { plan, columns, tell }; });
  const kitOf = useCallback((row: LedgerRow, column: number | null): KitBehind => {
    const { plan: { snapshot, forecast }, columns: shown } = latest.current;
    return kitBehind(snapshot, forecast, row, column, shown);
  }, []);
  const move = useCallback((row: LedgerRow, column: number | null, start: MoveTo): void => {
    const { due } = kitOf(row, column);
    if (due.length > 0) setOpened({ kind: 'move', row, column, assets: due, start });
    else latest.current.tell({ kind: 'refused', text: 'Nothing here can be moved by itself: it follows from an earlier replacement, or is not kit.' });
  }, [kitOf]);
  const menu = useCallback((row: LedgerRow, column: number | null, at: { readonly x: number; readonly y: number }): void => {
    setOpened({ kind: 'menu', row, column, at, kit: kitOf(row, column) });
  }, [kitOf]);
  const acts = useMemo((): LedgerActs => ({ menu, move }), [menu, move]);
  const close = (): void => {
    if (opened !== null) focusBack(opened);
    setOpened(null);
  };
  // Picking an entry closes the menu after it has opened its dialog: that one stays, and has the focus.
  const closeMenu = (): void => {
    setOpened((now) => (now?.kind === 'menu' ? null : now));
    if (opened !== null) focusBack(opened);
  };
  const named = (assets: readonly Asset[]): string => kitWords(plan.snapshot, assets.map(({ id }) => id));
  return {
    acts: plan.editable ? acts : null,
    refuse: () => tell({ kind: 'refused', text: plan.writable ? `${plan.scenario.name} is ${plan.scenario.state}. Copy it to change it.` : 'This plan can only be read, so nothing is moved.' }),
    // Nothing of it is there while nothing is open: it would be drawn again with each step of a slider.
    opened: opened === null ? null : (
      <>
        {opened.kind === 'menu' && (
          <LedgerMenu
            at={opened.at} name={opened.row.name} kit={opened.kit} onClose={closeMenu}
            onMove={(start) => setOpened({ kind: 'move', row: opened.row, column: opened.column, assets: start === 'own' ? opened.kit.all.filter(({ movedTo }) => movedTo !== null) : opened.kit.due, start })}
            onAction={() => setOpened({ kind: 'action', row: opened.row, column: opened.column, assets: opened.kit.all })}
          />
        )}
        <Dialog opened={opened.kind === 'move'} onClose={close} title={opened.kind === 'move' ? `Move to another year: ${named(opened.assets)}` : ''} width={560}>
          {opened.kind === 'move' && <MoveForm assets={opened.assets} start={opened.start} onDone={close} />}
        </Dialog>
        <Dialog opened={opened.kind === 'action'} onClose={close} title={opened.kind === 'action' ? `What else could be done: ${named(opened.assets)}` : ''} width={560}>
          {opened.kind === 'action' && <ActionForm assets={opened.assets} onDone={close} />}
        </Dialog>
      </>
    ),
  };
}
