import { describe, expect, it } from 'vitest';
import { GUIDE, questionsFor } from '../../../../planning/analysis/conversations/guide.ts';
import { dueMoney, dueWords, kitFacts, lastTalk, meanAgeWords, talkSheet } from '../../../../planning/analysis/conversations/sheet.ts';
import { NO_ANALYSIS, type Conversation } from '../../../../planning/analysis/facts.ts';
import { CONVERSATION_ROLES } from '../../../../planning/analysis/vocabulary.ts';
import { forecast } from '../../../../planning/forecast.ts';
import { AS_OF, department, kit, model, policiesWith, schoolOf } from '../../fixtures.ts';

describe('the guide', () => {
  it.each(CONVERSATION_ROLES)('has five to eight questions about what a %s needs and four to six about what ICT could do', (kind) => {
    expect(GUIDE[kind].need.length).toBeGreaterThanOrEqual(5);
    expect(GUIDE[kind].need.length).toBeLessThanOrEqual(8);
    expect(GUIDE[kind].offer.length).toBeGreaterThanOrEqual(4);
    expect(GUIDE[kind].offer.length).toBeLessThanOrEqual(6);
  });

  const all = CONVERSATION_ROLES.flatMap((kind) => [...GUIDE[kind].need, ...GUIDE[kind].offer]);
  it('asks no question twice, always asks, and fits a line to write under', () => {
    expect(new Set(all).size).toBe(all.length);
    for (const text of all) {
      expect(text, text).toMatch(/\?/u);
      expect(text.length, text).toBeLessThanOrEqual(200);
    }
  });
  it('names no product and uses none of the words that schools laugh at', () =>
    expect(all.filter((text) => /\b(windows|google|microsoft|apple|ipad|chromebook|teams|sims|arbor|bromcom|cpoms|utilise|leverage|optimise|stakeholder|robust|solution|seamless|insights|please)\b/iu.test(text))).toEqual([]));

  it('is followed by the school’s own questions of that kind and that way round', () => {
    const own = [{ id: 7, kind: 'nurse', direction: 'need', text: 'Where is the fridge?' }, { id: 8, kind: 'nurse', direction: 'offer', text: 'A tablet?' }, { id: 9, kind: 'site', direction: 'need', text: 'Who has keys?' }] as const;
    expect(questionsFor(own, 'nurse', 'need').slice(GUIDE.nurse.need.length)).toEqual([{ text: 'Where is the fridge?', ownId: 7 }]);
    expect(questionsFor([], 'nurse', 'need')).toHaveLength(GUIDE.nurse.need.length);
  });
});

const MUSIC = 1;
const ART = 2;

describe('what the register knows of a department', () => {
  // Laptops live 48 months here; one costs £400 and prices do not rise.
  const parts = {
    departments: [department(MUSIC, 'Music'), department(ART, 'Art')], inflation: { defaultBp: 0, shipped: true, series: [] },
    models: [model({ id: 1, name: 'Tamar 14', categoryKey: 'laptop', unitPence: 40_000, priceDate: '2026-11-01' })],
    policies: policiesWith('laptop', { lifeMonths: 48, binding: ['policy_life'] }),
  };
  const assets = [
    // 24 and 36 months old on 21 November 2026: (2 × 24 + 1 × 36) ÷ 3 = 28 months.
    kit({ id: 1, departmentId: MUSIC, quantity: 2, purchaseDate: '2024-11-10', modelId: 1 }),
    kit({ id: 2, departmentId: MUSIC, quantity: 1, purchaseDate: '2023-11-10', modelId: 1 }),
    kit({ id: 3, departmentId: MUSIC, quantity: 4, purchaseDate: null, modelId: 1 }),
    kit({ id: 4, departmentId: MUSIC, quantity: 9, purchaseDate: '2020-01-01', status: 'disposed', disposedOn: '2025-01-01' }),
    kit({ id: 5, departmentId: ART, quantity: 5, purchaseDate: '2025-11-10', modelId: 1 }),
  ];
  const snapshot = schoolOf({ ...parts, assets });
  const plan = forecast(snapshot, { asOf: AS_OF });

  it('counts what is in use in its own rows, with the mean age of those whose day is known', () => {
    const facts = kitFacts(snapshot, plan, MUSIC);
    expect(facts).toMatchObject({ department: 'Music', items: 7 });
    expect(facts.kinds).toMatchObject([{ name: 'Laptops', items: 7, meanAgeMonths: 28, undated: 4, assetIds: [1, 2, 3] }]);
    expect(meanAgeWords({ meanAgeMonths: 28, undated: 4 })).toBe('2 years 4 months, 4 without a date');
    expect(meanAgeWords({ meanAgeMonths: null, undated: 4 })).toBe('not known');
  });

  it('says what falls due in which year with what it costs, first replacements alone', () => {
    const { due } = kitFacts(snapshot, plan, MUSIC);
    // November 2027 is in 2027/28, November 2028 in 2028/29; their successors of 2031 and 2032 are not counted.
    expect(due).toEqual([{ label: '2027/28', quantity: 1, pence: 40_000, unpriced: 0 }, { label: '2028/29', quantity: 2, pence: 80_000, unpriced: 0 }]);
    expect([dueWords(due), dueMoney(due)]).toEqual(['1 in 2027/28, 2 in 2028/29', '£1,200']);
    expect(dueMoney([{ label: '2027/28', quantity: 3, pence: 0, unpriced: 3 }])).toBe('no price');
    expect(dueMoney([{ label: '2027/28', quantity: 3, pence: 40_000, unpriced: 2 }])).toBe('£400, 2 without a price');
    expect([dueWords([]), dueMoney([])]).toEqual(['nothing falls due in the plan’s years', '–']);
  });

  it('is the whole school where no department is meant, and the parts add up to it', () => {
    const [whole, ...each] = [null, MUSIC, ART].map((id) => kitFacts(snapshot, plan, id));
    expect(whole?.department).toBeNull();
    expect(whole?.items).toBe(each.reduce((sum, { items }) => sum + items, 0));
    const quantity = (due: readonly { readonly quantity: number }[] | undefined): number => (due ?? []).reduce((sum, year) => sum + year.quantity, 0);
    expect(quantity(whole?.due)).toBe(each.reduce((sum, { due }) => sum + quantity(due), 0));
  });

  it('is nothing where a department has no kit', () => expect(kitFacts(schoolOf(parts), forecast(schoolOf(parts), { asOf: AS_OF }), MUSIC)).toMatchObject({ items: 0, kinds: [], due: [] }));

  it('stands on the sheet with what was said last time; a sheet for anybody of a kind has nobody’s words', () => {
    const talk = (id: number, heldOn: string, departmentId: number | null = MUSIC): Conversation => ({ id, heldOn, kind: 'subject_lead', role: 'Subject lead', departmentId, notes: [] });
    const conversations = [talk(1, '2025-10-01'), talk(2, '2026-10-12'), talk(3, '2026-11-01', ART), talk(4, '2026-11-30')];
    const lead = { kind: 'subject_lead', role: 'subject lead', departmentId: MUSIC } as const;
    expect(lastTalk(conversations, lead, AS_OF)?.id).toBe(2);
    expect(lastTalk(conversations, lead, AS_OF, 2)?.id).toBe(1);
    expect(lastTalk(conversations, { ...lead, role: 'Technician' }, AS_OF)).toBeNull();
    const school = { ...snapshot, analysis: { ...NO_ANALYSIS, conversations } };
    const sheet = talkSheet(school, plan, 'subject_lead', lead);
    expect([sheet.last?.id, sheet.kit.department, sheet.needs.length, sheet.offers.length]).toEqual([2, 'Music', GUIDE.subject_lead.need.length, GUIDE.subject_lead.offer.length]);
    expect(talkSheet(school, plan, 'subject_lead', null)).toMatchObject({ last: null, kit: { department: null } });
  });
});
