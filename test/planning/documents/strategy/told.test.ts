import { beforeAll, describe, expect, it } from 'vitest';
import { reserveCourse } from '../../../../planning/budget/reserve.ts';
import { composeDocument } from '../../../../planning/documents/compose.ts';
import type { DocumentReader } from '../../../../planning/documents/kinds.ts';
import { plainWords, type DocumentBlock, type DocumentModel } from '../../../../planning/documents/model.ts';
import { decisionsWanted } from '../../../../planning/documents/strategy/decisions-wanted.ts';
import { eachSide } from '../../../../planning/documents/strategy/each-side.ts';
import { needsSection } from '../../../../planning/documents/strategy/needs.ts';
import { risksSection } from '../../../../planning/documents/strategy/risks.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { factsFor, hillcrest, largeSchool, emptySchool } from '../../../support/document-schools.ts';

/** What the strategy, the summary, the paper of decisions and the reply say of Hillcrest. */

let plan: PlanSnapshot;
beforeAll(async () => { plan = await hillcrest(); });

const SPREAD = 2;
const linesOf = (block: DocumentBlock): string[] => {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'paragraph': return [plainWords(block.words)];
    case 'list': case 'box': return block.items.map(plainWords);
    case 'table': return block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '));
    case 'figure': return [block.chart.altText];
  }
};
const textOf = ({ opening, sections }: DocumentModel): string => [plainWords(opening), ...sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(linesOf)])].join('\n');
const sidesOf = (snapshot: PlanSnapshot, scenarioId: number, most?: number): string[] => {
  const facts = factsFor(snapshot, 'strategy', { scenarioId });
  return eachSide(facts, reserveCourse(facts.snapshot, facts.forecast), most).map(plainWords);
};

describe('what each side gives', () => {
  it('is told of each difference with its reason and what it saves, and of the reserve', () => {
    const told = sidesOf(plan, SPREAD);
    expect(told[0]).toMatch(/^Whole school: 30 pupil laptops in Trolley E are not replaced in 2028\/29\. Humanities shares a trolley with RE, agreed on 3 November\. That saves £11,972 over five years\.$/u);
    expect(told[1]).toContain('One storage unit in Comms 1 is kept one year longer under cover, paid at £780 a year.');
    expect(told.at(-1)).toMatch(/^Finance lets the ICT reserve pay £[\d,]+ in 2028\/29/u);
  });

  it('counts what there is no room for', () => {
    const all = sidesOf(plan, 3);
    expect(sidesOf(plan, 3, 3)).toEqual([...all.slice(0, 2), 'Three more changes are told among the assumptions of the ICT strategy.']);
  });

  it('says where no reason was given, and what is only assumed', () => {
    const scenarios = plan.scenarios.map((each) => (each.id === SPREAD ? { ...each, differences: [{ id: 90, change: { kind: 'price_rise' as const, bp: 400 }, reason: null }] } : each));
    expect(sidesOf({ ...plan, scenarios }, SPREAD)[0]).toMatch(/^Assumed: Price rises: 4% a year, not 3% a year\. No reason was given\. That costs £[\d,]+ over five years\.$/u);
  });

  it('is nothing in the plan itself', () => { expect(sidesOf({ ...plan, finance: { ...plan.finance, reserve: null } }, 1)).toEqual([]); });
});

describe('the names of kit', () => {
  const strategy = (reader: DocumentReader): string => textOf(composeDocument(factsFor(plan, 'strategy', { scenarioId: SPREAD, settings: { reader } })));

  it('are what it is for governors and the leadership team, and makes, models and tags for the network manager alone', () => {
    const tags = plan.assets.flatMap(({ tag }) => tag ?? []);
    expect(tags.length).toBeGreaterThan(500);
    for (const reader of ['governors', 'leadership'] as const) {
      const text = strategy(reader);
      expect(tags.filter((tag) => text.includes(tag)), reader).toEqual([]);
      expect(text).toContain('One storage unit in Comms 1');
    }
    expect(strategy('technical')).toContain('HC-ST-01');
  });
});

describe('a decision whose day has passed', () => {
  const asked = (asOf: string, waiting: 'one by one' | 'together'): string => decisionsWanted(factsFor(plan, 'strategy', { asOf }), waiting).map(plainWords).join('\n');

  it('is late, and is not said to be still in time', () => {
    expect(asked('2026-11-27', 'one by one')).toContain('The leadership team decides by 27 November 2026.');
    expect(asked('2026-11-28', 'one by one')).toContain('The leadership team was to decide by 27 November 2026.');
    expect(asked('2026-11-27', 'together')).toContain('Take the four decisions that wait, the first by 27 November 2026.');
    expect(asked('2026-11-28', 'together')).toContain('Take the four decisions that wait, the first late since 27 November 2026.');
    const { blocks } = needsSection(factsFor(plan, 'strategy', { asOf: '2026-11-28' }));
    expect(blocks.flatMap(linesOf).join('\n')).toContain('Not decided, late since 27 November 2026');
  });
});

describe('the risks', () => {
  it('stand beside what happens if nothing is replaced, from the same counts', () => {
    const { blocks } = risksSection(factsFor(plan, 'strategy', { scenarioId: SPREAD }));
    const [lead = '', , ...rest] = blocks.flatMap(linesOf);
    const [, past = '', without = ''] = /^If nothing is replaced, (\d+ items) are past the agreed life by 2030\/31 and (\d+ items) have no support from the maker by 2030\/31\. The school uses 1,050 items in all\.$/u.exec(lead) ?? [];
    expect(rest[0]).toMatch(new RegExp(`^Kit past its agreed life, at most \\| .* \\| ${past} by 2030/31$`, 'u'));
    expect(rest[1]).toMatch(new RegExp(`^Kit without support from its maker, at most \\| None \\| ${without} by 2030/31$`, 'u'));
    expect(rest.at(-1)).toMatch(/more needs? with what follows/u);
  });

  it('do not contradict the devices that get no safety fixes today', () => {
    const notes = (snapshot: PlanSnapshot): string => risksSection(factsFor(snapshot, 'strategy', { scenarioId: SPREAD })).blocks.flatMap(linesOf).join('\n');
    expect(notes(plan)).toContain('A device that can move to a newer version as it is counts as moved. So do the 68 devices that get no safety fixes today and can move: until then they are at risk.');
    expect(notes({ ...plan, assets: plan.assets.map((asset) => ({ ...asset, osCanMove: false })) })).not.toContain('counts as moved. So do');
  });

  it('are not said where there is no kit, and are bounded where there is very much', () => {
    expect(risksSection(factsFor(emptySchool(), 'strategy')).blocks.flatMap(linesOf)).toEqual(['There is no kit in the register yet, so what happens if it is not replaced cannot be said.']);
    expect(risksSection(factsFor(largeSchool(), 'strategy')).blocks.flatMap(linesOf)[0]).toBe('If nothing is replaced, 20,000 items are past the agreed life by 2030/31. The school uses 20,000 items in all.');
  });
});

describe('the tables of a school of 20,000 assets', () => {
  it('have rows by kind, room and term, never by item, and say what they leave to the workbook', () => {
    const tables = composeDocument(factsFor(largeSchool(), 'strategy')).sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
    for (const { caption, rows } of tables) expect(rows.length, caption).toBeLessThan(70);
    expect(tables.find(({ caption }) => caption === 'By room, £')?.note).toBe('The 30 rooms that cost most, and 370 rooms more, which stand in the refresh schedule as Excel.');
  });
});

describe('the paper of virements and decisions', () => {
  it('tells how each move of money came about, and what it added', () => {
    const text = textOf(composeDocument(factsFor(plan, 'decisions')));
    expect(text).toContain('Three moves of money, £2,450 in all. Nothing was added to the budget since it was approved on 6 May 2026. E20F gave £1,000, then needed £600 back.');
    expect(text).toContain('18 Sep 2026 | 1,000 | E20F Other hardware | E20C IT learning resources | Maths platform, 60 more pupils than expected. | D-12 Move £1,000 to the maths platform | 71% of the 60 use it weekly so far, review on 29 Jan 2027');
  });

  it('names what was asked for and is not agreed yet, apart from what was moved', () => {
    const [first] = plan.finance.virements;
    if (first === undefined) throw new Error('Hillcrest has moves of money.');
    const asked = { ...first, id: 99, pence: 45_050, reason: 'Spare lamps.', agreedBy: null, agreedOn: null, askedBy: 'Network manager', askedOn: '2026-11-20' };
    const text = textOf(composeDocument(factsFor({ ...plan, finance: { ...plan.finance, virements: [...plan.finance.virements, asked] } }, 'decisions')));
    expect(text).toContain('Three moves of money, £2,450 in all.');
    expect(text).toMatch(/Asked for and not agreed yet\n£450\.50 from .* in 2026\/27, asked by Network manager on 20 November 2026: Spare lamps\./u);
  });
});

describe('the reply to a request', () => {
  const reply = (snapshot: PlanSnapshot, decisionId: number | null): DocumentModel => composeDocument(factsFor(snapshot, 'reply', { decisionId }));
  const idOf = (number: number): number => plan.analysis.decisions.find((each) => each.number === number)?.id ?? -1;

  it('tells whoever asked what was decided, why, on which conditions and when it is looked at again, and no sum of money', () => {
    const model = reply(plan, idOf(11));
    const text = textOf(model);
    expect(model.title).toBe('Reply: Scoreboard for the sports hall');
    expect(model.sections).toHaveLength(1);
    for (const part of ['What you asked for', 'It is not agreed. Scoreboard for the sports hall.', 'Because', 'It serves no objective, and the year’s money is spoken for.', 'When it is looked at again', 'Who decided']) expect(text).toContain(part);
    expect(text).not.toContain('£');
  });

  it('is of the newest decision unless one is named', () => { expect(plainWords(reply(plan, null).opening)).toBe('D-13, decided on 4 November 2026.'); });

  it('says so where it has not been decided, and where nothing has', () => {
    expect(plainWords(reply(plan, idOf(14)).opening)).toBe('“Music Technology suite: choose an option” has not been decided yet. The leadership team decides. The day for it is 27 November 2026.');
    const nothing = reply(emptySchool(), null);
    expect(plainWords(nothing.opening)).toBe('Nothing has been decided yet, so there is nothing to reply to.');
    // Said once: what stands under it says what the letter will hold.
    expect(nothing.sections.flatMap(({ blocks }) => blocks).flatMap(linesOf)).toEqual(['Once it is decided, this letter says what was decided, why, and when it is looked at again.']);
    expect(textOf(composeDocument(factsFor(emptySchool(), 'strategy')))).toContain('The register holds nothing yet.');
  });

  it('can be put to each of the others who are to be told, and is not until somebody asks', () => {
    const facts = factsFor(plan, 'reply', { decisionId: idOf(12), settings: { sections: [{ section: 'also_1', included: true, words: null }] } });
    expect(composeDocument(facts).sections.length).toBe(composeDocument(factsFor(plan, 'reply', { decisionId: idOf(12) })).sections.length + 1);
  });
});
