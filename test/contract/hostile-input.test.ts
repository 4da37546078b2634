import { describe, expect, it } from 'vitest';
import { contract, type EntryName } from '../../app/contract/contract.ts';
import { planInMemory } from '../support/plan-in-memory.ts';

/** Entries that would leave the plan in memory, move along its history, or start the reader of files: tested where they belong. */
const ELSEWHERE = /^(plan\.(open|choose|new|sample|fromJson|undo|redo)|app\.settings|intake\..*)$/;
const NAMES = (Object.keys(contract) as EntryName[]).filter((name) => !ELSEWHERE.test(name));

const BAD: readonly unknown[] = [-1, 0, 1.5, 1e15, Number.NaN, '', 'x'.repeat(10_000), '2026-02-30', '9999-12-31', '__proto__', 'toString', '\0', null, true, [], {}, 999_999];

type Path = readonly (string | number)[];

/** Every place in a request where something stands, the request itself first. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key]))];
}

function withAt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((inner, index) => (index === key ? withAt(inner, rest, put) : inner));
  return { ...value as object, [key]: withAt((value as Readonly<Record<string, unknown>>)[key], rest, put) };
}

/** How the parser would say it, to programmers. */
const PARSER_WORDS = /invalid input|expected|received|too (small|big)|unrecognized|pattern|NaN|undefined/i;

describe('a request that nobody should send', () => {
  it.each(NAMES)('%s answers each with a result, or with a sentence that says what works', async (name) => {
    using plan = planInMemory();
    await plan.call('register.count', { rows: [{ categoryKey: 'laptop', quantity: 3 }, { categoryKey: 'laptop', quantity: 3 }] });
    const { example } = contract[name];
    const requests = [
      ...placesIn(example).flatMap((at) => BAD.map((bad) => withAt(example, at, bad))),
      { ...example, nonsense: 1 }, { ...example, reason: 'x'.repeat(501) }, { ...example, role: 'head' },
    ];
    for (const request of requests) {
      const result = await plan.dispatch(name, request);
      if (result.ok) continue;
      const { code, message } = result.error;
      const about = `${JSON.stringify(request)?.slice(0, 200)}: ${message}`;
      expect(code, about).not.toBe('internal');
      expect(message, about).toMatch(/[.?]$/);
      // An entry may use those words in a sentence of its own: “the day it is expected”.
      expect(message.replace(/^[\w.]+: /, ''), about).not.toMatch(PARSER_WORDS);
    }
    expect(plan.logged).toEqual([]);
  });

  it.each<[EntryName, unknown, string]>([
    ['school.update', { pupils: 'many' }, 'pupils: A number is wanted here.'],
    ['school.update', { pupils: 20_001 }, 'pupils: Up to 20,000 works here.'],
    ['school.update', { pupils: -1 }, 'pupils: From 0 up works here.'],
    ['school.update', { pupils: 1.5 }, 'pupils: A whole number is wanted here.'],
    ['school.update', { colour: 'green' }, 'There is no field called “colour”.'],
    ['school.update', 42, 'An object with named fields is wanted here.'],
    ['register.count', {}, 'rows: This is missing.'],
    ['register.count', { rows: [] }, 'rows: At least one entry is wanted here.'],
    ['register.lose', { ids: [1], what: 'eaten', on: '2026-11-18' }, 'what: One of these works here: lost, stolen, broken.'],
    ['budget.set', { year: 2026, pence: 1, reason: 'x'.repeat(501) }, 'reason: At most 500 characters fit here.'],
  ])('%s %j is refused so: %s', async (name, request, message) => {
    using plan = planInMemory();
    expect(await plan.dispatch(name, request)).toMatchObject({ ok: false, error: { code: 'invalid_input', message } });
  });

  it('keeps no character that nobody sees, and refuses a name made of them', async () => {
    using plan = planInMemory();
    const { value } = await plan.call('places.add', { name: 'IT\u0000 1\u0007\ufffe' });
    expect((await plan.call('plan.snapshot', {})).snapshot.locations).toMatchObject([{ id: value.id, name: 'IT 1' }]);
    expect(await plan.dispatch('places.add', { name: '\u0000\u0001' })).toMatchObject({ ok: false, error: { message: 'name: A name has at least one character.' } });
  });
});
