import {
  CalendarClock, CalendarDays, ClipboardCheck, Columns3, FileText, Gavel, Handshake, Landmark, LayoutDashboard, List, ListTree, ListChecks, MessageSquareText, MessagesSquare,
  PackageCheck, PoundSterling, ReceiptPoundSterling, Scale, Settings, SlidersHorizontal, Target, UsersRound,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Page } from '../lib/navigation.tsx';

type RailPage = { readonly page: Page; readonly name: string; readonly icon: LucideIcon; readonly keys: string | null };

/** Above the cycle. */
export const OVERVIEW: RailPage = { page: 'overview', name: 'Overview', icon: LayoutDashboard, keys: 'Alt+1' };

/** The pages of the planning stage, in the order in which a plan is made. */
export const PLAN_STAGE: readonly RailPage[] = [
  { page: 'register', name: 'Register', icon: List, keys: 'Alt+2' },
  { page: 'refresh-plan', name: 'Refresh plan', icon: CalendarDays, keys: 'Alt+3' },
  { page: 'budgets', name: 'Budgets', icon: PoundSterling, keys: 'Alt+4' },
  { page: 'development', name: 'Development plan', icon: Target, keys: 'Alt+5' },
  { page: 'needs', name: 'Needs', icon: MessageSquareText, keys: 'Alt+6' },
];

/** The pages of the review stage. */
export const REVIEW_STAGE: readonly RailPage[] = [
  { page: 'standards', name: 'Standards', icon: ClipboardCheck, keys: null },
];

/** What belongs to every stage of the cycle. */
export const DECISIONS: RailPage = { page: 'decisions', name: 'Decisions', icon: Gavel, keys: null };

export const DOCUMENTS: RailPage = { page: 'documents', name: 'Documents', icon: FileText, keys: null };

/** Below the cycle. It has no key of its own: those are the pages of the cycle's. */
export const SETTINGS: RailPage = { page: 'settings', name: 'Settings', icon: Settings, keys: null };

export const RAIL_PAGES: readonly RailPage[] = [OVERVIEW, ...PLAN_STAGE, ...REVIEW_STAGE, DECISIONS, DOCUMENTS, SETTINGS];

/** Pages that belong to a tab of the rail: reached from its page and by name, with Ctrl+K. */
export const PAGES_WITHIN: readonly { readonly page: Page; readonly within: Page; readonly name: string; readonly icon: LucideIcon }[] = [
  { page: 'policies', within: 'refresh-plan', name: 'Policies', icon: SlidersHorizontal },
  { page: 'scenarios', within: 'refresh-plan', name: 'Compare scenarios', icon: Columns3 },
  { page: 'actuals', within: 'budgets', name: 'Bring in actuals', icon: ReceiptPoundSterling },
  { page: 'returns', within: 'budgets', name: 'Returns, BFR and CFR', icon: Landmark },
  { page: 'value', within: 'budgets', name: 'Value and whole-life cost', icon: Scale },
  { page: 'conversations', within: 'needs', name: 'Conversations', icon: MessagesSquare },
  { page: 'groups', within: 'needs', name: 'User groups', icon: Handshake },
  { page: 'data-quality', within: 'register', name: 'Data quality', icon: ListChecks },
  { page: 'orders', within: 'register', name: 'Orders', icon: PackageCheck },
  { page: 'support', within: 'register', name: 'Support dates', icon: CalendarClock },
  { page: 'access', within: 'register', name: 'Access to devices', icon: UsersRound },
  { page: 'lists', within: 'register', name: 'Models, places, departments', icon: ListTree },
];

/** Which tab is up while a page is open: bringing a list in belongs to the register. */
export const railPageOf = (page: Page): Page =>
  (page === 'import' ? 'register' : PAGES_WITHIN.find((each) => each.page === page)?.within ?? page);
