import { useCallback, useEffect, useRef, useState } from 'react';
import { useApplication } from '../lib/application.tsx';
import { call } from '../lib/connect.ts';
import { FIRST_LAYOUT } from './layout.ts';
import type { ListLayout } from './layout.ts';

/** What was set in this window: newer than what the computer has told of so far. */
const setHere = new Map<string, ListLayout>();

const REST_MS = 400;

/** A list's columns as this computer remembers them, and how to change them: kept once the hand rests. */
export function useListLayout(area: string): readonly [ListLayout, (layout: ListLayout) => void] {
  const { application: { settings } } = useApplication();
  const [layout, setLayout] = useState<ListLayout>(() => setHere.get(area) ?? settings.lists[area] ?? FIRST_LAYOUT);
  const unsaved = useRef<number | null>(null);
  const latest = useRef(layout);
  const save = (): void => {
    unsaved.current = null;
    const { shown, widths, frozen } = latest.current;
    void call('app.settings', { list: { area, layout: { shown: shown === null ? null : [...shown], widths: { ...widths }, frozen } } });
  };
  const saved = useRef(save);
  useEffect(() => { saved.current = save; });
  useEffect(() => () => {
    if (unsaved.current !== null) {
      window.clearTimeout(unsaved.current);
      saved.current();
    }
  }, []);
  const change = useCallback((next: ListLayout): void => {
    latest.current = next;
    setHere.set(area, next);
    setLayout(next);
    if (unsaved.current !== null) window.clearTimeout(unsaved.current);
    unsaved.current = window.setTimeout(() => saved.current(), REST_MS);
  }, [area]);
  return [layout, change];
}
