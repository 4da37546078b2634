import type { Location } from '../../planning/snapshot.ts';
import type { LocationKind } from '../../planning/vocabulary.ts';
import { foldedWord } from './choices.ts';

/** Where a row says that something is: any of the three may be unsaid. */
export type PlaceSaid = { readonly site: string | null; readonly building: string | null; readonly room: string | null };

/** A place of the plan, or one that an import would make. */
export type PlaceNode = {
  id: number | null;
  readonly name: string;
  kind: LocationKind;
  parent: PlaceNode | null;
};

/** What an import does to the tree: it makes places, and gives one that lay in none its place. */
export type TreeHand = {
  readonly make: (node: PlaceNode) => number | null;
  readonly settle: (node: PlaceNode) => void;
};

/** How one room came by its place, for a person to know. */
export type PlaceNews = { readonly kind: 'given_a_place' | 'stays' | 'twin'; readonly node: PlaceNode; readonly room: string };

/** A hand that changes nothing: for saying what would happen. */
export const NO_HAND: TreeHand = { make: () => null, settle: () => undefined };

/**
 * The tree of site, building and room, and how what a row says finds its place in it. A place that lies in something
 * is never moved. One that lies in nothing is put where the file says, if the file says one place alone. A room of
 * the same name at another site is another room; one in another building is the same room, and stays there.
 */
export class PlaceTree {
  readonly #nodes: PlaceNode[];
  readonly #byName = new Map<string, PlaceNode[]>();
  readonly #hand: TreeHand;
  /** How many different holders the file names for a room, and how many sites for a building. */
  readonly #holders: ReadonlyMap<string, number>;
  readonly news = new Map<string, PlaceNews>();

  /** @param said what all rows of the file say: the same before and after an import, or it would find other places. */
  constructor(locations: readonly Location[], said: readonly PlaceSaid[], hand: TreeHand) {
    this.#hand = hand;
    const byId = new Map(locations.map(({ id, name, kind }) => [id, { id, name, kind, parent: null as PlaceNode | null }]));
    for (const { id, parentId } of locations) {
      const node = byId.get(id);
      if (node !== undefined && parentId !== null && parentId !== id) node.parent = byId.get(parentId) ?? null;
    }
    this.#nodes = [...byId.values()];
    for (const node of this.#nodes) this.#index(node);
    this.#holders = holdersSaid(said);
    this.#prepare(said);
  }

  /**
   * Finds the places of all rows that say more than a room, those that say most first: so it does not matter in which
   * order they stand, and a name by itself means the place that the others tell.
   */
  #prepare(rows: readonly PlaceSaid[]): void {
    const distinct = new Map(rows.filter(({ site, building }) => site !== null || building !== null).map(({ site, building, room }) => [JSON.stringify([site, building, room]), { site, building, room }]));
    const weight = ({ site, building, room }: PlaceSaid): number => (site === null ? 0 : 4) + (building === null ? 0 : 2) + (room === null ? 0 : 1);
    for (const said of [...distinct.values()].toSorted((one, other) => weight(other) - weight(one))) this.find(said);
  }

  /** The place that a row is about, made or given its place where need be; null where it says none. */
  find({ site, building, room }: PlaceSaid): PlaceNode | null {
    const atSite = site === null ? null : this.#site(site);
    const inBuilding = building === null || sameName(building, atSite?.name) ? null : this.#building(building, atSite);
    const holder = inBuilding ?? atSite;
    if (room === null) return holder;
    return holder === null ? this.#anywhere(room) : this.#room(room, holder);
  }

  /** Whether several rooms of that name lie within one place, so that its name alone does not tell which. */
  isUnclear(room: string, holder: PlaceNode): boolean {
    const within = this.#named(room).filter((node) => node !== holder && liesIn(node, holder));
    return within.length > 1 && !within.some(({ parent }) => parent === holder);
  }

  #site(name: string): PlaceNode {
    const top = this.#named(name).find(({ parent }) => parent === null);
    if (top === undefined) return this.#make(name, 'site', null);
    return top.kind === 'room' ? this.#settle(top, 'site', null) : top;
  }

  #building(name: string, site: PlaceNode | null): PlaceNode {
    const named = this.#named(name);
    // A building cannot lie in one: where the site is a building of the plan, this one stands beside it.
    const holder = site?.kind === 'site' ? site : null;
    const isTop = (node: PlaceNode): boolean => node.parent === null && node.kind !== 'room';
    const here = holder === null ? named.find((node) => node !== site && isTop(node)) ?? named.find(({ kind }) => kind === 'building')
      : named.find(({ parent }) => parent === holder);
    if (here !== undefined) return here.kind === 'room' ? this.#settle(here, 'building', here.parent) : here;
    const top = named.find((node) => node.parent === null && node !== site && node.kind !== 'site');
    if (top !== undefined && this.#isOnlyOne('building', name)) return this.#settle(top, 'building', holder);
    return this.#make(name, 'building', holder);
  }

  #room(name: string, holder: PlaceNode): PlaceNode {
    const named = this.#named(name).filter((node) => node !== holder);
    const here = named.find(({ parent }) => parent === holder) ?? named.find((node) => liesIn(node, holder));
    if (here !== undefined) return here;
    const alone = this.#isOnlyOne('room', name);
    const top = named.find(({ parent, kind }) => parent === null && kind === 'room');
    if (top !== undefined && alone) {
      const settled = this.#settle(top, 'room', holder);
      this.news.set(`given_a_place\n${foldedWord(name)}`, { kind: 'given_a_place', node: settled, room: name });
      return settled;
    }
    const elsewhere = named.filter(({ parent, kind }) => parent !== null && kind === 'room');
    const sameSite = elsewhere.find((node) => siteOf(node) === null || siteOf(holder) === null || siteOf(node) === siteOf(holder));
    if (sameSite !== undefined && alone) {
      this.news.set(`stays\n${foldedWord(name)}`, { kind: 'stays', node: sameSite, room: name });
      return sameSite;
    }
    const made = this.#make(name, 'room', holder);
    if (elsewhere[0] !== undefined && elsewhere[0].id !== null) this.news.set(`twin\n${foldedWord(name)}`, { kind: 'twin', node: elsewhere[0], room: name });
    return made;
  }

  /** A name by itself: the one that lies in none first, as it has always been. */
  #anywhere(name: string): PlaceNode {
    const named = this.#named(name);
    return named.find(({ parent }) => parent === null) ?? named[0] ?? this.byPath(name) ?? this.#make(name, 'room', null);
  }

  /** The one place whose path is that, or ends so: "Tech block, Store". Null where none or several do. */
  byPath(path: string): PlaceNode | null {
    const [name, ...holders] = path.split(',').map(foldedWord).toReversed();
    if (name === undefined || holders.length === 0) return null;
    const fits = this.#named(name).filter((node) => {
      const chain = chainOf(node).slice(1).map((each) => foldedWord(each.name));
      return holders.every((holder, at) => chain[at] === holder);
    });
    return fits.length === 1 ? fits[0] ?? null : null;
  }

  hasName(name: string): boolean {
    return this.#named(name).length > 0;
  }

  #isOnlyOne(kind: 'building' | 'room', name: string): boolean {
    return (this.#holders.get(`${kind}\n${foldedWord(name)}`) ?? 0) <= 1;
  }

  #named(name: string): readonly PlaceNode[] {
    return this.#byName.get(foldedWord(name)) ?? [];
  }

  #make(name: string, kind: LocationKind, parent: PlaceNode | null): PlaceNode {
    const node: PlaceNode = { id: null, name: name.trim().replaceAll(/\s+/gu, ' '), kind, parent };
    node.id = this.#hand.make(node);
    this.#nodes.push(node);
    this.#index(node);
    return node;
  }

  #settle(node: PlaceNode, kind: LocationKind, parent: PlaceNode | null): PlaceNode {
    if (node.kind === kind && node.parent === parent) return node;
    node.kind = kind;
    node.parent = parent;
    this.#hand.settle(node);
    return node;
  }

  #index(node: PlaceNode): void {
    const key = foldedWord(node.name);
    const same = this.#byName.get(key);
    if (same === undefined) this.#byName.set(key, [node]);
    else same.push(node);
  }
}

function holdersSaid(said: readonly PlaceSaid[]): ReadonlyMap<string, number> {
  const holders = new Map<string, Set<string>>();
  const count = (key: string, holder: string): void => { holders.set(key, (holders.get(key) ?? new Set()).add(holder)); };
  for (const { site, building, room } of said) {
    if (building !== null && site !== null) count(`building\n${foldedWord(building)}`, foldedWord(site));
    if (room !== null && (site ?? building) !== null) count(`room\n${foldedWord(room)}`, `${foldedWord(site ?? '')}\n${foldedWord(building ?? '')}`);
  }
  return new Map([...holders].map(([key, found]) => [key, found.size]));
}

/** The place itself and what holds it, the widest last; a ring in a plan from elsewhere is cut where it closes. */
export function chainOf(node: PlaceNode): readonly PlaceNode[] {
  const chain: PlaceNode[] = [];
  for (let at: PlaceNode | null = node; at !== null && !chain.includes(at); at = at.parent) chain.push(at);
  return chain;
}

const liesIn = (node: PlaceNode, holder: PlaceNode): boolean => chainOf(node).slice(1).includes(holder);
const siteOf = (node: PlaceNode): PlaceNode | null => chainOf(node).find(({ kind }) => kind === 'site') ?? null;
const sameName = (one: string, other: string | undefined): boolean => other !== undefined && foldedWord(one) === foldedWord(other);
