import { lazy, Suspense, useState } from 'react';
import type { ComponentType } from 'react';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { Working } from '../parts/working.tsx';
import { AssetsTab } from './tab-assets.tsx';
import './register.css';
import { RegisterHead } from './register-head.tsx';
import type { RegisterTab } from './tabs.ts';

/** The assets come with the page; the other lists when they are first opened. */
const TABS: Readonly<Record<RegisterTab, ComponentType>> = {
  assets: AssetsTab,
  cover: lazy(async () => ({ default: (await import('./tab-cover.tsx')).CoverTab })),
  software: lazy(async () => ({ default: (await import('./tab-software.tsx')).SoftwareTab })),
  ledger: lazy(async () => ({ default: (await import('./tab-ledger.tsx')).LedgerTab })),
};

/** Coming back to the register finds the tab that was open, for as long as the window is. */
let lastTab: RegisterTab = 'assets';

/** Everything the school owns and pays for again and again, in four lists. */
export function RegisterPage() {
  const { visit } = useNavigation();
  // A jump from another page asks for something new: the list starts afresh.
  return <RegisterVisit key={visit} />;
}

/** What a jump asks to see is an asset, unless it names another list. */
const tabAsked = ({ tab, filter, search, assetId }: ReturnType<typeof usePageParams<'register'>>): RegisterTab => {
  if (tab !== undefined) return tab;
  return filter === undefined && search === undefined && assetId === undefined ? lastTab : 'assets';
};

function RegisterVisit() {
  const params = usePageParams('register');
  const [tab, setTab] = useState(() => tabAsked(params));
  const Shown = TABS[tab];
  const open = (next: RegisterTab): void => {
    lastTab = next;
    setTab(next);
  };
  return (
    <RegisterHead tab={tab} onTab={open}>
      <Suspense fallback={<Working label="Opening the list" />}><Shown /></Suspense>
    </RegisterHead>
  );
}
