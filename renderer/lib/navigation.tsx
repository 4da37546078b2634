import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { ApplicationState } from '../../app/contract/application.ts';
import type { DocumentKind } from '../../planning/documents/kinds.ts';
import type { BulkField } from '../../planning/quality/suggest-values.ts';
import type { IsoDate, UserGroup } from '../../planning/vocabulary.ts';
import { useApplication } from './application.tsx';
import { PageHistory } from './page-history.ts';

/**
 * Where the person is. Four places and what they were asked to show; no addresses. Kitplan's own window has no
 * back and forward; a browser has, and there they go from page to page. Undo is for changes, not for places.
 */

/** What an asset may lack; `Register` lists those that lack it. */
export type MissingField = 'purchaseDate' | 'price' | 'room' | 'coverEnd' | 'serial' | 'tag';

/** Which assets the register shows. All that are given must hold; nothing given shows everything. */
export type RegisterFilter = {
  readonly categoryKey?: string;
  readonly userGroup?: UserGroup | null;
  /** First replacement in this financial year, by its label: `2028/29`. */
  readonly due?: string;
  readonly overdue?: true;
  readonly missing?: MissingField;
  /** Cover that ends on or before this day, and not before the as-at date. */
  readonly coverEndsBy?: IsoDate;
  readonly ids?: readonly number[];
};

/** The parts of Settings, as its own list names them. */
export type SettingsPart = 'school' | 'money' | 'codes';

export type PageParams = {
  readonly overview: Readonly<Record<string, never>>;
  readonly register: {
    /** The list that opens; the one that was open last where nothing asks for another. */
    readonly tab?: 'assets' | 'cover' | 'software' | 'ledger';
    /** What that list holds is added to at once: a contract, a title, an entry. */
    readonly add?: true;
    readonly filter?: RegisterFilter;
    /** Words to find, as typed in the search box. */
    readonly search?: string;
    /** The asset whose side panel opens. */
    readonly assetId?: number;
  };
  readonly 'refresh-plan': {
    /** The row that opens and takes the focus. */
    readonly categoryKey?: string;
    /** The year whose cell takes the focus: `2028/29`. */
    readonly year?: string;
    /** The drawer or panel of policies opens at this category. */
    readonly policy?: string;
    /** The first empty cell of the Budget row takes the focus. */
    readonly enterBudget?: true;
  };
  readonly budgets: {
    /** The first amount of the open year that is still empty takes the focus. */
    readonly enterBudget?: true;
  };
  readonly policies: {
    /** The kind whose panel opens. */
    readonly categoryKey?: string;
  };
  readonly 'data-quality': {
    /** The list of gaps that opens to be mended. */
    readonly mend?: BulkField;
  };
  readonly orders: {
    /** The order for this kit is drawn up. */
    readonly draft?: { readonly assetIds: readonly number[] };
    /** The order whose side panel opens. */
    readonly orderId?: number;
  };
  readonly support: Readonly<Record<string, never>>;
  readonly access: Readonly<Record<string, never>>;
  readonly scenarios: Readonly<Record<string, never>>;
  readonly value: Readonly<Record<string, never>>;
  readonly returns: Readonly<Record<string, never>>;
  readonly lists: {
    /** The list that opens; the models where none is asked for. */
    readonly list?: 'models' | 'places' | 'groups' | 'spares' | 'kinds';
  };
  readonly settings: {
    /** The part that opens; the money profile where none is asked for. */
    readonly part?: SettingsPart;
  };
  readonly development: {
    /** The objective whose side panel opens. */
    readonly objectiveId?: number;
  };
  readonly needs: {
    /** The need whose side panel opens. */
    readonly needId?: number;
    /** A need is written down at once: for an objective, from a note of a conversation, or for the gap of a standard. */
    readonly add?: { readonly objectiveId?: number; readonly noteId?: number; readonly standardId?: number; readonly ideaId?: number };
  };
  readonly conversations: {
    /** Whom a conversation is opened with. */
    readonly personId?: number;
  };
  readonly decisions: {
    /** The decision whose side panel opens. */
    readonly decisionId?: number;
    /** A decision on this need is recorded at once. */
    readonly needId?: number;
  };
  readonly standards: {
    /** The requirement that opens. */
    readonly standardId?: number;
  };
  readonly groups: Readonly<Record<string, never>>;
  readonly documents: {
    /** The document that opens; the strategy where none is asked for. */
    readonly kind?: DocumentKind;
    /** The decision that a reply is about. */
    readonly decisionId?: number;
    /** A document as it was sent. */
    readonly sentId?: number;
  };
  readonly actuals: {
    /** An export of the finance system that was chosen: read at once. */
    readonly file?: File;
  };
  readonly import: {
    /** A file already chosen or dropped: read at once. */
    readonly file?: File;
    /** The field for rows copied from Excel takes the focus. */
    readonly paste?: true;
  };
};
export type Page = keyof PageParams;

export type Navigation = {
  readonly page: Page;
  readonly params: PageParams[Page];
  /** Rises with every jump, also to the page that is already open: a new parameter must be looked at again. */
  readonly visit: number;
  readonly go: <Name extends Page>(page: Name, params?: PageParams[Name]) => void;
};

const NavigationContext = createContext<Navigation | null>(null);

const PAGE_KEY = 'kitplan-page';
/** Only a page that can be drawn without its parameters is come back to after a reload. */
const RETURN_TO: readonly Page[] = ['overview', 'register', 'refresh-plan', 'budgets', 'policies', 'scenarios', 'data-quality', 'orders', 'support', 'access', 'value', 'returns', 'lists', 'settings', 'actuals', 'development', 'needs', 'conversations', 'decisions', 'standards', 'groups', 'documents'];

/** Where the window opens: where it was before a reload, else where the view that is on begins. A plan without kit begins with ways to get some in. */
function startPage({ plan, settings: { role } }: ApplicationState): Page {
  const kept = window.sessionStorage.getItem(PAGE_KEY);
  const begins = role === 'business_manager' && plan !== null && plan.assetRows > 0 ? 'budgets' : 'overview';
  return RETURN_TO.find((page) => page === kept) ?? begins;
}

type Place = { readonly page: Page; readonly asked: Partial<PageParams> };
type Here = Place & { readonly visit: number };
const HereContext = createContext<Here | null>(null);

const PAGES: readonly Page[] = [...RETURN_TO, 'import'];

/** Keeps the places gone to where a browser shows Kitplan, and goes to the one that Back or Forward asks for. */
function usePageHistory(start: Place, show: (place: Place) => void): (place: Place) => void {
  const inBrowser = useApplication().application.host === 'browser';
  const [history] = useState(() => new PageHistory<Place>());
  const [first] = useState(start);
  useEffect(() => {
    if (!inBrowser) return;
    history.keep(first);
    const onMove = (): void => {
      const place = history.current();
      const page = PAGES.find((name) => name === place?.page);
      if (place !== null && page !== undefined) show({ page, asked: 'asked' in place ? place.asked : {} });
    };
    window.addEventListener('popstate', onMove);
    return () => window.removeEventListener('popstate', onMove);
  }, [inBrowser, history, first, show]);
  return useCallback((place) => {
    if (inBrowser) history.keep(place);
  }, [inBrowser, history]);
}

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const { application } = useApplication();
  const [here, setHere] = useState<Here>(() => ({ page: startPage(application), asked: {}, visit: 0 }));
  const show = useCallback((place: Place) => {
    window.sessionStorage.setItem(PAGE_KEY, place.page);
    setHere((before) => ({ ...place, visit: before.visit + 1 }));
  }, []);
  const keep = usePageHistory(here, show);
  const go = useCallback(<Name extends Page>(page: Name, params?: PageParams[Name]) => {
    const place = { page, asked: { [page]: params ?? {} } };
    keep(place);
    show(place);
  }, [keep, show]);
  const navigation = useMemo(
    () => ({ page: here.page, params: here.asked[here.page] ?? {}, visit: here.visit, go }), [here, go],
  );
  return <HereContext value={here}><NavigationContext value={navigation}>{children}</NavigationContext></HereContext>;
}

/** Where the person is, and `go(page, params)` to send them elsewhere. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation needs a NavigationProvider above it.');
  return navigation;
}

const NOTHING_ASKED = {};

/** What one page was asked to show, in that page's own type; empty while another page is on screen. */
export function usePageParams<Name extends Page>(name: Name): Partial<PageParams[Name]> {
  const here = useContext(HereContext);
  return here?.asked[name] ?? NOTHING_ASKED;
}

/**
 * For a page's title (with `tabIndex={-1}`): after a jump the reading starts there. When the window opens the
 * focus stays where it is, so that Tab goes through the top bar first.
 */
export function useTitleFocus(): RefObject<HTMLHeadingElement | null> {
  const { visit } = useNavigation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (visit > 0) title.current?.focus({ preventScroll: true });
  }, [visit]);
  return title;
}
