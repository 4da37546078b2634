import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { Page } from './lib/navigation.tsx';

/**
 * Which file draws which page. Each is its own bundle, read when it is first opened, so that a heavy page
 * does not delay the first figures on screen.
 */
const files = import.meta.glob<Record<string, ComponentType>>('./*/*-page.tsx');

const page = (file: string, name: string): ComponentType => lazy(async () => ({
  default: (await files[file]?.())?.[name] ?? (() => null),
}));

export const PAGES: Readonly<Record<Page, ComponentType>> = {
  overview: page('./overview/overview-page.tsx', 'OverviewPage'),
  register: page('./register/register-page.tsx', 'RegisterPage'),
  'refresh-plan': page('./refresh-plan/refresh-plan-page.tsx', 'RefreshPlanPage'),
  import: page('./intake/import-page.tsx', 'ImportPage'),
};

/** In place of the Overview while a plan has no kit. */
export const FIRST_RUN: ComponentType = lazy(async () => ({ default: (await import('./first-run/first-run.tsx')).FirstRun }));
