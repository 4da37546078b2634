/**
 * The Back and Forward buttons of a browser go from page to page. Only the page's name and a key are kept in the
 * browser's history, nothing in the address; what was asked of a page stays here, because it may be a file.
 */
const PAGE = 'kitplanPage';
const KEY = 'kitplanPlace';

const textIn = (state: unknown, name: string): string | null => {
  const value: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, name) : null;
  return typeof value === 'string' ? value : null;
};

export class PageHistory<Place extends { readonly page: string }> {
  readonly #places = new Map<string, Place>();
  #page: string | null = null;

  /** Keeps where the person is now: another page gets an entry of its own, the same page keeps the one it has. */
  keep(place: Place): void {
    const key = window.crypto.randomUUID();
    this.#places.set(key, place);
    const state = { [PAGE]: place.page, [KEY]: key };
    if (this.#page === null || this.#page === place.page) window.history.replaceState(state, '');
    else window.history.pushState(state, '');
    this.#page = place.page;
  }

  /** The place of the entry on screen, after Back or Forward; only its page where the tab was loaded since. */
  current(): Place | { readonly page: string } | null {
    const { state }: { readonly state: unknown } = window.history;
    this.#page = textIn(state, PAGE);
    if (this.#page === null) return null;
    return this.#places.get(textIn(state, KEY) ?? '') ?? { page: this.#page };
  }
}
