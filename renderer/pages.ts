import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { Page } from './lib/navigation.tsx';

/**
 * Which file draws which page. Each is its own bundle, read when it is first opened, so that a heavy page
 * does not delay the first figures on screen.
 */
export const PAGES: Readonly<Record<Page, ComponentType>> = {
  overview: lazy(async () => ({ default: (await import('./overview/overview-page.tsx')).OverviewPage })),
  register: lazy(async () => ({ default: (await import('./register/register-page.tsx')).RegisterPage })),
  'refresh-plan': lazy(async () => ({ default: (await import('./refresh-plan/refresh-plan-page.tsx')).RefreshPlanPage })),
  budgets: lazy(async () => ({ default: (await import('./budgets/budgets-page.tsx')).BudgetsPage })),
  policies: lazy(async () => ({ default: (await import('./policies/policies-page.tsx')).PoliciesPage })),
  'data-quality': lazy(async () => ({ default: (await import('./quality/quality-page.tsx')).QualityPage })),
  orders: lazy(async () => ({ default: (await import('./orders/orders-page.tsx')).OrdersPage })),
  support: lazy(async () => ({ default: (await import('./support/support-page.tsx')).SupportPage })),
  access: lazy(async () => ({ default: (await import('./access/access-page.tsx')).AccessPage })),
  scenarios: lazy(async () => ({ default: (await import('./scenarios/scenarios-page.tsx')).ScenariosPage })),
  value: lazy(async () => ({ default: (await import('./value/value-page.tsx')).ValuePage })),
  returns: lazy(async () => ({ default: (await import('./budgets/returns/returns-page.tsx')).ReturnsPage })),
  lists: lazy(async () => ({ default: (await import('./lists/lists-page.tsx')).ListsPage })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage })),
  development: lazy(async () => ({ default: (await import('./development/development-page.tsx')).DevelopmentPage })),
  needs: lazy(async () => ({ default: (await import('./needs/needs-page.tsx')).NeedsPage })),
  conversations: lazy(async () => ({ default: (await import('./conversations/conversations-page.tsx')).ConversationsPage })),
  decisions: lazy(async () => ({ default: (await import('./decisions/decisions-page.tsx')).DecisionsPage })),
  standards: lazy(async () => ({ default: (await import('./standards/standards-page.tsx')).StandardsPage })),
  groups: lazy(async () => ({ default: (await import('./groups/groups-page.tsx')).GroupsPage })),
  documents: lazy(async () => ({ default: (await import('./documents/documents-page.tsx')).DocumentsPage })),
  actuals: lazy(async () => ({ default: (await import('./actuals/actuals-page.tsx')).ActualsPage })),
  import: lazy(async () => ({ default: (await import('./intake/import-page.tsx')).ImportPage })),
};

/** In place of the Overview while a plan has no kit. */
export const FIRST_RUN: ComponentType = lazy(async () => ({ default: (await import('./first-run/first-run.tsx')).FirstRun }));
