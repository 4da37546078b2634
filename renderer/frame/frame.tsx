import { Suspense, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { useApplication } from '../lib/application.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { PlanProvider, useOpenPlan, useSavedPlan } from '../lib/plan.tsx';
import { FIRST_RUN as FirstRun, PAGES } from '../pages.ts';
import { Palette } from './palette/palette.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PrintedMargins } from '../parts/printed-margins.tsx';
import { Working } from '../parts/working.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { DropZone } from './drop-zone.tsx';
import { Footer } from './footer.tsx';
import { useFrameShortcuts } from './frame-shortcuts.ts';
import { Messages } from './messages.tsx';
import { NoPlan } from './no-plan.tsx';
import { PageFault } from './page-fault.tsx';
import { PAGES_WITHIN, RAIL_PAGES } from './pages-in-rail.ts';
import { Rail } from './rail.tsx';
import { SchoolDialog } from './school-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TopBar } from './top-bar.tsx';

/** What the open page is called, wherever it is named. */
function usePageName(): string {
  const { page } = useNavigation();
  return RAIL_PAGES.find((entry) => entry.page === page)?.name ?? PAGES_WITHIN.find((entry) => entry.page === page)?.name ?? 'Import kit list';
}

/** Names the browser's tab and the window after the page and the school. */
function useWindowTitle(): void {
  const { application: { plan } } = useApplication();
  const name = usePageName();
  useEffect(() => {
    document.title = plan === null ? 'Kitplan' : `${name}, ${plan.schoolName || plan.fileName} – Kitplan`;
  }, [name, plan]);
}

/** The page that was asked for; a plan without any kit starts with ways to get some in. */
function CurrentPage() {
  const { page } = useNavigation();
  const { plan } = useSavedPlan();
  if (page === 'overview' && plan.assetRows === 0) return <FirstRun />;
  const Shown = PAGES[page];
  return <Shown />;
}

type FloatingPart = 'palette' | 'shortcuts' | 'about' | 'school';

function Window({ children }: { readonly children: ReactNode }) {
  const { go, visit } = useNavigation();
  const { application: { plan } } = useApplication();
  // What floats belongs to the page it was opened over: a jump to another leaves it behind.
  const [opened, setOpened] = useState<{ readonly part: FloatingPart; readonly visit: number } | null>(null);
  const floating = opened?.visit === visit ? opened.part : null;
  const close = useCallback(() => setOpened(null), []);
  const openPalette = useCallback(() => setOpened({ part: 'palette', visit }), [visit]);
  const openShortcuts = useCallback(() => setOpened({ part: 'shortcuts', visit }), [visit]);
  const openAbout = useCallback(() => setOpened({ part: 'about', visit }), [visit]);
  const openSchool = useCallback(() => setOpened({ part: 'school', visit }), [visit]);
  const readFile = useCallback((file: File) => go('import', { file }), [go]);
  const scenario = useOpenPlan()?.scenario;
  useWindowTitle();
  useFrameShortcuts({ openPalette, openShortcuts });
  return (
    <div className="app">
      <a className="skip" href="#sheet">Skip to the page</a>
      <TopBar onSearch={openPalette} onAbout={openAbout} onSchool={openSchool} />
      <Rail />
      <main className={scenario === undefined || scenario.state === 'working' ? 'sheet' : 'sheet settled'} id="sheet" tabIndex={-1} data-pane>
        {children}
        <div id="floating" />
      </main>
      <Messages />
      <Footer />
      <Palette opened={floating === 'palette'} onClose={close} onShortcuts={openShortcuts} onAbout={openAbout} onSchool={openSchool} />
      <SchoolDialog opened={floating === 'school'} onClose={close} />
      <ShortcutsDialog opened={floating === 'shortcuts'} onClose={close} />
      <AboutDialog opened={floating === 'about'} onClose={close} />
      <DropZone onFile={plan === null ? null : readFile} />
    </div>
  );
}

/** While the plan is read for the first time, or when it cannot be: the ways to another plan stay. */
function PlanUnread({ error }: { readonly error: Error | null }) {
  return (
    <Window>
      <div className="page">
        {error === null ? <Working label="Reading the plan" /> : (
          <>
            <PageHead title="This plan cannot be shown" />
            <div className="page-body"><Note tone="over" role="alert" title={error.message}>The file was left as it is.</Note></div>
          </>
        )}
      </div>
    </Window>
  );
}

export function Frame() {
  const { application: { plan } } = useApplication();
  const { page } = useNavigation();
  const name = usePageName();
  if (plan === null) return <Window><NoPlan /></Window>;
  return (
    <PlanProvider plan={plan} instead={PlanUnread}>
      <Window>
        <div className="page">
          <PageFault key={page}>
            <Suspense fallback={<Working label="Opening the page" />}><CurrentPage /></Suspense>
          </PageFault>
          <PrintedMargins page={name} />
        </div>
      </Window>
    </PlanProvider>
  );
}
