import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract, type Contract, type EntryName, type Request } from '../../app/contract/contract.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, testPlan, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

type CommandName = { [Name in EntryName]: Contract[Name]['kind'] extends 'command' ? Name : never }[EntryName];
/** They move along the history themselves, which is tested below. */
type Undoing = 'plan.undo' | 'plan.redo';
type Effective = Exclude<CommandName, Undoing>;

/** The made-up school, with what it does not have by itself: an order that came in part, a view, a release of its own, spare entries of each list. */
async function filledSchool(): Promise<School> {
  using plan = planInMemory();
  await plan.call('plan.sample', {});
  const { snapshot } = await plan.call('plan.snapshot', {});
  const pupils = rowsOf(snapshot, ({ categoryKey, userGroup, status }) => categoryKey === 'laptop' && userGroup === 'pupil' && status === 'in_use');
  const { value: order } = await plan.call('orders.place', {
    number: '9001', supplier: 'Northmoor School Supplies', orderedOn: '2026-11-02', expectedOn: '2026-12-12', fundKey: 'delegated',
    lines: [{ description: 'Tamar 14 laptop', categoryKey: 'laptop', userGroup: 'pupil', quantity: 6, unitPence: 41_900, replaces: pupils.slice(0, 5).map((assetId) => ({ assetId, quantity: 1 })) }],
  });
  await plan.call('orders.receive', { lineId: order.lineIds[0] ?? 0, quantity: 2, receivedOn: TODAY, replaced: 'passed_down', warrantyMonths: 36 });
  const { value: group } = await plan.call('register.cells', { add: [{
    description: 'Tamar 11 laptop', categoryKey: 'laptop', tag: 'Trolley Z', quantity: 12, purchaseDate: '2024-09-02', coverEnd: '2027-09-01', room: 'Library', userGroup: 'pupil',
  }, { description: 'Photo editor', categoryKey: 'software', quantity: 30, unitPaidPence: 1_200 }] });
  const spare = async <Name extends 'models.add' | 'places.add' | 'departments.add' | 'yearGroups.add'>(name: Name, request: Request<Name>): Promise<number> =>
    ((await plan.call(name, request)) as { readonly value: { readonly id: number } }).value.id;
  const lists = {
    model: await spare('models.add', { categoryKey: 'laptop', name: 'TAMAR 14', make: 'Tamar Ltd', watts: 40 }), place: await spare('places.add', { name: 'Shed', kind: 'room' }),
    department: await spare('departments.add', { name: 'Maths dept' }), yearGroup: await spare('yearGroups.add', { name: 'Yr 7' }),
  };
  const { value: kind } = await plan.call('categories.add', { singular: 'class robot', plural: 'class robots', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 60 });
  await plan.call('holiday.enter', contract['holiday.enter'].example);
  const { value: view } = await plan.call('views.save', contract['views.save'].example);
  const { value: release } = await plan.call('support.set', contract['support.set'].example);
  const { value: scenario } = await plan.call('scenario.add', {
    name: 'Desktops for six years', startFrom: 1, differences: [
      { change: { kind: 'life', categoryKey: 'desktop', userGroup: null, lifeMonths: 72 }, reason: 'Two rooms only' },
      { change: { kind: 'move', moves: pupils.slice(5, 9).map((assetId) => ({ assetId, date: '2029-09-01' })) }, reason: null },
    ],
  });
  // One requirement that the school does not have, to be taken in.
  await plan.call('standard.remove', { id: snapshot.analysis.standards.find(({ ref }) => ref === 'BB-4')?.id ?? 0 });
  // A rule that asks each time, and a grant of the school's own that a policy, a budget and a virement name.
  await plan.call('capitalRule.set', { fromYear: 2026, thresholdPence: 1_000_000, basis: 'ask', source: 'LA scheme' });
  const { value: grant } = await plan.call('fund.add', { kind: 'grant', name: 'Connect the classroom', endsOn: '2028-03-31' });
  await plan.call('policy.set', { categoryKey: 'network_switch', set: { fundKey: grant.key } });
  await plan.call('budget.set', { year: 2027, fundKey: grant.key, pence: 600_000 });
  const { virement, approved } = await filledMoney(plan);
  await plan.call('actuals.take', { ...contract['actuals.take'].example, year: 2025, through: '2025-10-31' });
  await plan.call('ledgerCode.set', { codes: [{ code: '4420', set: { description: 'Toner', cfrCode: 'E20' } }, { code: '4421', set: { costCategory: 'other_hardware', nature: 'revenue', preferred: true } }] });
  await plan.call('fundCode.set', { codes: [{ code: '01', set: { fundKey: 'delegated' } }] });
  await plan.call('document.setLetterhead', contract['document.setLetterhead'].example);
  await plan.call('costCentre.set', { codes: [{ code: 'SCI', set: { name: 'Science' } }] });
  const development = await filledDevelopment(plan);
  const talks = await filledTalks(plan);
  const decisions = await filledDecisions(plan);
  const need = await filledNeed(plan, development.objective);
  const { path } = (await plan.call('app.state', {})).plan ?? {};
  return {
    grant: grant.key, other: await otherSchool(), file: readFileSync(path ?? ''), tables: await tablesOf(plan), snapshot: (await plan.call('plan.snapshot', {})).snapshot,
    ...decisions,
    pupils: pupils.slice(5), order, group: group.added[0] ?? 0, editor: group.added[1] ?? 0, ...lists, kind: kind.key, view: view.id, release: release.id,
    scenario: scenario.id, virement, approved, development, ...talks, need,
  };
}

/** Somebody who was heard, with two notes, a question of the school's own, and a user group with a member and an idea. */
async function filledTalks(plan: TestPlan): Promise<Talks> {
  const { value: talk } = await plan.call('conversation.add', {
    heldOn: '2026-10-12', person: { kind: 'senco', role: 'SENDCo' }, notes: [{ direction: 'need', text: 'Reading pens' }, { direction: 'offer', text: 'Speech to text' }],
  });
  const { value: heard } = await plan.call('round.add', { year: 2026, person: { kind: 'senco', role: 'SENDCo' } });
  const { value: question } = await plan.call('question.add', contract['question.add'].example);
  const { value: group } = await plan.call('group.add', contract['group.add'].example);
  const { value: member } = await plan.call('group.addMember', { groupId: group.id, person: { kind: 'pupils', role: 'Year 9 pupils' } });
  const { value: idea } = await plan.call('idea.add', { groupId: group.id, raisedOn: '2026-10-06', text: 'Charging lockers' });
  return { talk: talk.id, note: talk.noteIds[0] ?? 0, heard: heard.id, question: question.id, people: group.id, member: member.id, idea: idea.id };
}

type Talks = { readonly [Name in 'talk' | 'note' | 'heard' | 'question' | 'people' | 'member' | 'idea']: number };

/** A year far off with a budget that was approved, money asked to be moved in it, somebody who may agree, and a reserve. */
async function filledMoney(plan: TestPlan): Promise<Pick<School, 'virement' | 'approved'>> {
  const approved = 2030;
  for (const costCategory of ['connectivity', 'it_support'] as const) await plan.call('budget.set', { year: approved, costCategory, nature: 'revenue', pence: 900_000 });
  await plan.call('budget.approve', { year: approved, approvedOn: '2026-05-03', approvedBy: 'Governing board' });
  const { value } = await plan.call('virement.ask', {
    year: approved, from: { costCategory: 'connectivity', nature: 'revenue' }, to: { costCategory: 'it_support', nature: 'revenue' }, pence: 45_000,
    askedBy: 'Network manager', askedOn: '2026-11-03', reason: 'A cable contractor',
  });
  await plan.call('limit.set', { subject: 'virement', who: 'Bursar', upToPence: null });
  await plan.call('reserve.set', { openingPence: 600_000, openingYear: 2026, floorPence: 100_000, spread: 'level' });
  await plan.call('reserve.contribute', { year: 2027, pence: 50_000 });
  return { virement: value.id, approved };
}

/** A development plan with two objectives of one priority, the second with a criterion, an action and a note. */
async function filledDevelopment(plan: TestPlan): Promise<School['development']> {
  const { value: { id } } = await plan.call('development.addPlan', { ...contract['development.addPlan'].example, name: 'Of this test' });
  const [row] = contract['development.addTree'].example.rows;
  if (row === undefined) throw new Error('The example has a row.');
  await plan.call('development.addTree', { planId: id, rows: [{ ...row, number: '9.1', name: 'Punctuality', criteria: [], actions: [] }, { ...row, number: '9.2', criteria: [...row.criteria ?? [], { text: 'No gap' }], actions: [...row.actions ?? [], { text: 'Tell homes' }] }] });
  const { areas, objectives } = (await plan.call('plan.snapshot', {})).snapshot.analysis;
  const mine = areas.filter(({ planId }) => planId === id);
  const [before, objective] = ['9.1', '9.2'].map((number) => objectives.find((each) => each.number === number));
  await plan.call('progress.set', { objectiveId: objective?.id ?? 0, year: 2026, term: 'autumn', text: 'Better' });
  await plan.call('objective.noIct', { id: objective?.id ?? 0, by: 'Attendance lead', on: TODAY });
  await plan.call('objective.close', { id: before?.id ?? 0, state: 'met', on: TODAY });
  return {
    plan: id, area: objective?.areaId ?? 0, elsewhere: mine[0]?.id ?? 0, priority: objective?.priorityId ?? 0, objective: objective?.id ?? 0, before: before?.id ?? 0,
    criterion: objective?.criteria[0]?.id ?? 0, action: objective?.actions[0]?.id ?? 0,
  };
}

/** A decision that waits, and one that was made. */
async function filledDecisions(plan: TestPlan): Promise<Pick<School, 'waiting' | 'decided'>> {
  const { value: waiting } = await plan.call('decision.add', { ...contract['decision.add'].example, tellings: [{ role: 'Art subject lead', what: 'Prints at the school office' }] });
  const { value: decided } = await plan.call('decision.add', {
    title: 'Stop buying desktop printers', decider: 'Business manager', choice: 'approve', decidedOn: '2026-05-08', because: 'A page costs four times as much', reviewOn: '2027-05-08',
    weighed: [{ name: 'Stop', pence: 0, chosen: true }, { name: 'Go on', pence: 240_000 }], tellings: [{ role: 'Heads of department' }, { role: 'Site team', toldOn: '2026-05-09', how: 'In person' }],
  });
  return { waiting: waiting.id, decided: decided.id };
}

/** A need that serves an objective, with evidence, a software request, and an option that costs something. */
async function filledNeed(plan: TestPlan, objectiveId: number): Promise<School['need']> {
  const { value } = await plan.call('need.add', {
    ...contract['need.add'].example, links: [{ objectiveId, strength: 'essential' }], evidence: [{ text: 'The options evening' }], software: { product: 'Sketch and sound' },
  });
  const [option = 0] = value.optionIds;
  const found = (await plan.call('plan.snapshot', {})).snapshot.analysis.needs.find(({ id }) => id === value.id);
  return { id: value.id, option, cost: found?.options[0]?.costs[0]?.id ?? 0 };
}

async function otherSchool(): Promise<Buffer> {
  using plan = testPlan({ kind: 'last_or_new' });
  await plan.call('fund.add', { kind: 'grant', name: 'Wi-Fi grant' });
  return readFileSync((await plan.call('app.state', {})).plan?.path ?? '');
}

type School = Talks & {
  /** Its plan file, of which every test opens a copy. */
  readonly file: Buffer;
  /** Another school's, with a fund of its own. */
  readonly other: Buffer;
  readonly tables: unknown;
  readonly snapshot: PlanSnapshot;
  /** Pupil laptops in use, one to a row. */
  readonly pupils: readonly number[];
  readonly order: { readonly id: number; readonly lineIds: readonly number[] };
  /** A trolley of twelve, and a row of software in the register. */
  readonly group: number;
  readonly editor: number;
  readonly model: number; readonly place: number; readonly department: number; readonly yearGroup: number;
  readonly kind: string;
  /** The key of a fund of its own, with an end. */
  readonly grant: string;
  readonly view: number; readonly release: number;
  /** A scenario of its own, with a longer life and four laptops moved. */
  readonly scenario: number;
  /** Asked for and not agreed, in the year whose budget was approved. */
  readonly virement: number; readonly approved: number;
  /** A development plan: its first area, the area, priority and objective that are changed, and the objective before it. */
  readonly development: Readonly<Record<'plan' | 'area' | 'elsewhere' | 'priority' | 'objective' | 'before' | 'criterion' | 'action', number>>;
  /** A decision that waits, and one that was made: of both somebody is to be told. */
  readonly waiting: number; readonly decided: number;
  /** A need with an option and a cost of it. */
  readonly need: Readonly<Record<'id' | 'option' | 'cost', number>>;
};

const rowsOf = ({ assets }: PlanSnapshot, is: (asset: PlanSnapshot['assets'][number]) => boolean): number[] => assets.filter(is).map(({ id }) => id);
const differencesOf = ({ snapshot, scenario }: School): number[] =>
  snapshot.scenarios.filter(({ id }) => id === scenario).flatMap(({ differences }) => differences.map(({ id }) => id));
const tellingOf = ({ analysis }: PlanSnapshot, decisionId: number): number => analysis.decisions.find(({ id }) => id === decisionId)?.tellings[0]?.id ?? 0;
const first = (list: readonly { readonly id: number }[]): number => list[0]?.id ?? 0;

/** A request for each command that changes something in that school. A command that is new does not compile until it has one. */
const REQUESTS: { readonly [Name in Effective]: (school: School) => Request<Name> } = {
  'school.update': () => ({ pupils: 1_203, staff: 121, yearStartMonth: 9, type: 'academy' }),
  'roll.set': () => ({ year: 2027, pupils: 1_120, staff: null }),
  'register.count': () => ({ rows: [{ categoryKey: 'laptop', quantity: 30, boughtIn: '2023', unitPaidPence: 36_500, room: 'A room that is new' }] }),
  'register.add': () => ({
    fields: { categoryKey: 'desktop', description: 'Kestrel 500 desktop', make: 'Kestrel', model: '500', supplier: 'One that is new', department: 'New', yearGroup: 'Year 14' },
    boughtIn: '2026-09', warrantyMonths: 36, items: [{ tag: 'DT-1' }, { tag: 'DT-2' }],
  }),
  'register.edit': ({ pupils }) => ({ ids: pupils.slice(0, 20), set: { room: 'Another that is new', coverEnd: '2029-01-31', status: 'in_repair', notes: 'Hinge', movedTo: '2028-08-31', make: 'Tamar', model: '15' } }),
  'register.remove': ({ pupils, group }) => ({ ids: [...pupils.slice(0, 20), group] }),
  'register.split': ({ group }) => ({ id: group, into: { kind: 'list', items: [{ tag: 'Z-1', serial: 'S-1' }, { tag: 'Z-2', serial: null }] } }),
  'register.merge': ({ pupils: [keep = 0, go = 0] }) => {
    const fields = ['tag', 'serial', 'description', 'modelId', 'departmentId', 'yearGroupId', 'locationId', 'supplierId', 'purchaseDate', 'unitPaidPence', 'orderNumber',
      'fundKey', 'osReleaseId', 'vendorSupportEnd', 'notes', 'movedTo', 'warranties', 'contracts', 'policy'] as const;
    return { ids: [keep, go], holds: Object.fromEntries(fields.map((field) => [field, go])) };
  },
  'register.dispose': ({ group }) => ({ ids: [group], quantity: 3, route: 'weee_recycle', on: '2026-10-30', certificate: 'W-1182', dataWipedOn: '2026-10-29', pence: 0 }),
  'register.passDown': ({ pupils }) => ({ ids: pupils.slice(0, 3), on: '2026-09-01', room: 'Nursery', department: 'Nursery', userGroup: 'shared' }),
  'register.lose': ({ group }) => ({ ids: [group], quantity: 2, what: 'stolen', on: '2026-11-18', unitPence: 30_000, notes: 'From the van' }),
  'register.link': ({ pupils: [one = 0, other = 0] }) => ({ id: one, succeedsId: other }),
  'register.cells': ({ pupils: [one = 0, other = 0] }) => ({ rows: [{ id: one, set: { notes: 'Charger missing', tag: null } }, { id: other, set: { quantity: 2 } }], add: [{ categoryKey: 'tablet', description: 'Tern 10' }] }),
  'register.duplicate': ({ pupils: [one = 0] }) => ({ id: one, copies: [{ serial: 'K4-90001' }, { tag: 'NEW-2' }] }),
  'register.assume': ({ pupils }) => ({ rows: pupils.slice(0, 9).map((id) => ({ id, purchaseDate: '2021-09-01', basis: 'order 3980, 8 of them' })) }),
  'register.keepOne': ({ pupils: [keep = 0, ...others] }) => ({ keep, remove: others.slice(0, 2) }),
  'models.add': () => ({ categoryKey: 'laptop', make: 'Tamar', name: '16 laptop', memoryGb: 16, unitPence: 56_000 }),
  'models.edit': ({ snapshot }) => ({ id: first(snapshot.models), set: { categoryKey: 'desktop', watts: 45, unitPence: 61_000 } }),
  'models.merge': ({ model, snapshot }) => ({ keepId: model, ids: [first(snapshot.models.filter(({ categoryKey }) => categoryKey === 'laptop'))] }),
  'models.remove': ({ model }) => ({ id: model }),
  'places.add': () => ({ name: 'Tech block', kind: 'building' }),
  'places.edit': ({ snapshot }) => ({ id: first(snapshot.locations.filter(({ parentId }) => parentId !== null)), set: { name: 'Renamed', parentId: null } }),
  'places.merge': ({ place, snapshot }) => ({ keepId: place, ids: [first(snapshot.locations.filter(({ kind }) => kind === 'room'))] }),
  'places.remove': ({ place }) => ({ id: place }),
  'departments.add': () => ({ name: 'Geology', pupils: 180 }),
  'departments.edit': ({ snapshot }) => ({ id: first(snapshot.departments), set: { name: 'Renamed', pupils: 1, accessTarget: 250 } }),
  'departments.merge': ({ department, snapshot }) => ({ keepId: department, ids: snapshot.departments.slice(0, 4).map(({ id }) => id) }),
  'departments.remove': ({ department }) => ({ id: department }),
  'yearGroups.add': () => ({ name: 'Year 15', pupils: 180 }),
  'yearGroups.edit': ({ snapshot }) => ({ id: first(snapshot.yearGroups), set: { pupils: 1, accessTarget: null } }),
  'yearGroups.merge': ({ yearGroup, snapshot }) => ({ keepId: yearGroup, ids: snapshot.yearGroups.slice(0, 2).map(({ id }) => id) }),
  'yearGroups.remove': ({ yearGroup }) => ({ id: yearGroup }),
  'categories.add': () => ({ singular: 'sewing machine', plural: 'sewing machines', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 120 }),
  'categories.edit': ({ kind }) => ({ key: kind, set: { plural: 'robots', costCategory: 'it_support' } }),
  'categories.remove': ({ kind }) => ({ key: kind }),
  'cover.add': ({ pupils }) => ({ assetIds: pupils.slice(0, 30), startsOn: '2026-09-01', endsOn: '2029-08-31', kind: 'extension', costPence: 4_500, supplier: 'A new insurer' }),
  'cover.edit': ({ snapshot }) => ({ ids: snapshot.warranties.slice(0, 40).map(({ id }) => id), set: { endsOn: '2031-08-31', reference: 'Q-1' } }),
  'cover.remove': ({ snapshot }) => ({ ids: snapshot.warranties.slice(0, 40).map(({ id }) => id) }),
  'expiry.decide': ({ pupils, snapshot }) => {
    const renewing = snapshot.contracts.find(({ autoRenews }) => autoRenews);
    return {
      ends: [{ subject: 'agreement', agreementId: renewing?.id ?? 0, endsOn: renewing?.end ?? TODAY }, ...pupils.slice(0, 2).map((assetId) => ({ subject: 'support' as const, assetId, endsOn: TODAY }))],
      decision: 'cancel', because: 'Dear and hardly used',
    };
  },
  'contract.add': ({ pupils }) => ({ ...contract['contract.add'].example, assetIds: pupils.slice(0, 30), supplier: 'A new keeper' }),
  'contract.edit': ({ snapshot, pupils }) => {
    const covering = snapshot.contracts.find(({ assetIds }) => assetIds.length > 0);
    return { id: covering?.id ?? 0, set: { end: '2031-03-31', amountPence: 1, coversHardware: true }, addAssetIds: pupils.slice(0, 5), removeAssetIds: covering?.assetIds.slice(0, 1) ?? [] };
  },
  'contract.remove': ({ snapshot }) => ({ id: first(snapshot.contracts.filter(({ assetIds }) => assetIds.length > 0)) }),
  'software.add': ({ snapshot }) => ({ ...contract['software.add'].example, departmentIds: snapshot.departments.slice(0, 3).map(({ id }) => id), supplier: 'New press' }),
  'software.edit': ({ snapshot }) => ({ id: first(snapshot.software), set: { driver: 'per_seat', units: 32, departmentIds: [first(snapshot.departments.slice(5))], needsMemoryGb: 32, supplier: null } }),
  'software.remove': ({ snapshot }) => ({ id: first(snapshot.software.filter(({ departmentIds }) => departmentIds.length > 0)) }),
  'software.fromRegister': ({ editor }) => ({ assetIds: [editor] }),
  'upkeep.set': () => ({ categoryKey: 'laptop', watts: 45, hoursPerDayTenths: 65, daysPerYear: 190, supportMinutes: 40, selfSupportMinutes: 90 }),
  'ledger.add': ({ pupils: [one = 0] }) => ({ kind: 'broken', happenedOn: '2026-03-12', assetId: one, pence: 3_000 }),
  'ledger.edit': ({ snapshot }) => ({ id: first(snapshot.ledger), set: { pence: 4_500, quantity: 3, categoryKey: 'tablet' } }),
  'ledger.remove': ({ snapshot }) => ({ ids: snapshot.ledger.slice(0, 5).map(({ id }) => id) }),
  'quality.settle': () => ({ finding: 'twice', keys: ['1,2', '3,4'] }),
  'policy.set': () => ({ categoryKey: 'laptop', set: { lifeMonths: 61 } }),
  'policy.remove': () => ({ categoryKey: 'laptop', userGroup: 'pupil' }),
  'policy.usual': () => ({ categoryKey: 'projector' }),
  'inflation.set': () => ({ categoryKey: 'laptop', year: 2028, bp: 777 }),
  'virement.ask': ({ approved }) => ({
    year: approved, from: { costCategory: 'it_support', nature: 'revenue' }, to: { fundKey: 'lease', costCategory: 'laptops_desktops_tablets', nature: 'revenue' },
    pence: 12_345, askedBy: 'Head of year', askedOn: '2026-11-10',
  }),
  'virement.agree': ({ virement }) => ({ id: virement, agreedBy: 'Bursar', agreedOn: '2026-11-12' }),
  'virement.edit': ({ virement }) => ({ id: virement, set: { pence: 1, to: { costCategory: null }, askedBy: 'Somebody else', reason: 'Another' } }),
  'virement.remove': ({ virement }) => ({ id: virement }),
  'budget.approve': () => ({ year: 2027, approvedOn: '2026-06-30', approvedBy: 'Governing board', note: 'Minute 4' }),
  'budget.reopen': ({ approved }) => ({ year: approved }),
  'limit.set': ({ snapshot }) => ({ id: first(snapshot.finance.approvalLimits), subject: 'order', who: 'Head', upToPence: 500_000 }),
  'limit.remove': ({ snapshot }) => ({ id: first(snapshot.finance.approvalLimits) }),
  'reserve.set': () => ({ openingPence: 1, openingYear: 2027, floorPence: 0, spread: 'sinking_fund' }),
  'reserve.contribute': () => ({ year: 2027, pence: -20_000 }),
  'reserve.remove': () => ({}),
  'budget.set': () => ({ year: 2031, pence: 11_840_000 }),
  'money.set': () => ({ codeScheme: 'academy', vatRecoverable: false, conversion: { on: '2028-09-01', type: 'academy' }, depreciation: 'years', bookLifeMonths: 48, energyRate: 2_750, supportHourPence: 2_400 }),
  'money.copyFrom': ({ other }) => ({ fileName: 'Other.kitplan', base64: other.toString('base64') }),
  'capitalRule.set': () => ({ fromYear: 2027, thresholdPence: 200_000, basis: 'order', source: 'Trust handbook' }),
  'capitalRule.remove': () => ({ fromYear: 2026 }),
  'capitalChoice.set': () => ({ year: 2027, costCategory: 'laptops_desktops_tablets', nature: 'capital' }),
  'returnLine.set': () => ({ costCategory: 'connectivity', nature: 'capital', lineNumber: '621' }),
  'fund.add': () => ({ kind: 'donation_pta', name: 'Friends of Hillcrest', excludes: ['consumables'], shownTo: null }),
  'fund.edit': ({ grant }) => ({ key: grant, set: { name: 'Wi-Fi grant', endsOn: null, paysFor: 'capital', excludes: ['software'], leftOver: 'kept', condition: 'Wi-Fi and switches' } }),
  'fund.remove': ({ grant }) => ({ key: grant, into: 'delegated' }),
  'fund.usual': () => ({ key: 'reserve' }),
  'finance.takeChart': () => ({
    fileName: 'chart.csv', base64: Buffer.from('Ledger code,Description,CFR code,Fund,Cost centre\n4410,Devices,E20E,01,SCI\n4420,Toner and ink,E20,09,ART\n').toString('base64'),
  }),
  'ledgerCode.set': () => ({ codes: [{ code: '4420', set: { costCategory: 'other_hardware', nature: 'revenue', preferred: true } }, { code: '4499', set: { description: 'New' } }] }),
  'ledgerCode.remove': ({ snapshot }) => ({ ids: snapshot.finance.ledgerCodes.map(({ id }) => id) }),
  'costCentre.set': ({ snapshot }) => ({ codes: [{ code: 'SCI', set: { counts: false, departmentId: first(snapshot.departments), preferred: true } }] }),
  'costCentre.remove': ({ snapshot }) => ({ ids: [first(snapshot.finance.costCentres)] }),
  'fundCode.set': () => ({ codes: [{ code: '01', set: { fundKey: 'dfc', name: 'Capital' } }, { code: '05', set: {} }] }),
  'fundCode.remove': ({ snapshot }) => ({ ids: [first(snapshot.finance.fundCodes)] }),
  'recurring.add': () => ({ name: 'Broadband', categoryKey: 'cloud_service', costCategory: 'connectivity', yearlyPence: 980_000 }),
  'recurring.edit': ({ snapshot }) => ({ id: first(snapshot.recurring), set: { yearlyPence: 1, name: 'Renamed' } }),
  'recurring.remove': ({ snapshot }) => ({ id: first(snapshot.recurring) }),
  'orders.place': ({ pupils }) => ({
    number: '9002', supplier: 'A new shop', orderedOn: '2026-11-20', expectedOn: '2027-05-12', notes: 'By phone',
    lines: [{ description: 'Tamar 14 laptop', categoryKey: 'laptop', quantity: 5, unitPence: 54_900, replaces: pupils.slice(0, 3).map((assetId) => ({ assetId, quantity: 1 })) }],
  }),
  'orders.edit': ({ order }) => ({ id: order.id, set: { number: '9001/B', supplier: 'Another shop', expectedOn: null, fundKey: 'dfc' }, lines: [{ id: order.lineIds[0] ?? 0, unitPence: 40_000, description: 'Tamar 14 G2' }] }),
  'orders.receive': ({ order }) => ({ lineId: order.lineIds[0] ?? 0, quantity: 3, receivedOn: TODAY, serials: ['N-1', 'N-2', 'N-3'], warrantyEnd: '2029-11-20', replaced: 'disposed', disposalRoute: 'resale', room: 'Stores' }),
  'orders.cancel': ({ order }) => ({ id: order.id }),
  'standard.takeShipped': () => ({}),
  'standard.add': () => ({ ...contract['standard.add'].example, threshold: 'six years', cadence: 'each summer' }),
  'standard.edit': ({ snapshot }) => ({ id: first(snapshot.analysis.standards), set: { requirement: 'In other words', tier: 'additional', target: null, asOf: TODAY } }),
  'standard.answer': ({ snapshot }) => ({ id: first(snapshot.analysis.standards), status: 'in_progress', evidence: 'Four of six', ownerRole: 'Network manager', nextReview: '2027-05-01' }),
  'standard.remove': ({ snapshot }) => ({ id: first(snapshot.analysis.standards) }),
  'holiday.enter': () => ({ holidays: [{ name: 'Easter holiday', firstDay: '2027-03-22', lastDay: '2027-04-02' }, { name: 'May Day', firstDay: '2027-05-03', lastDay: '2027-05-03' }] }),
  'holiday.edit': ({ snapshot }) => ({ id: first(snapshot.holidays), set: { name: 'Half term', lastDay: '2026-11-03' } }),
  'holiday.remove': ({ snapshot }) => ({ ids: snapshot.holidays.map(({ id }) => id) }),
  'support.set': ({ release }) => ({ ...contract['support.set'].example, id: release, securityEnd: '2030-06-30', extendedEnd: '2032-06-30', extendedYearPence: 2_500 }),
  'support.remove': ({ release }) => ({ id: release }),
  'support.assign': ({ pupils, release, snapshot }) => ({ assetIds: pupils.slice(0, 10), modelIds: snapshot.models.slice(0, 2).map(({ id }) => id), releaseId: release, makerEnd: '2031-06-30', canMove: false }),
  'intake.commit': () => ({
    fileName: 'kit.csv', base64: Buffer.from('Tag,Type,Model,Qty,Room\nNEW-A,Laptop,Wren 14,4,Attic\nHC-SL-101,Laptop,Wren 14,1,Cellar\n').toString('base64'),
  }),
  'actuals.take': () => ({ ...contract['actuals.take'].example, year: 2025, through: '2025-12-31' }),
  'actuals.remove': () => ({ year: 2025 }),
  'development.take': ({ development }) => ({
    fileName: 'plan.csv', planId: development.plan,
    base64: Buffer.from('Area,Ref,Objective,Success criteria,Action,By whom,Due,Autumn\nA new one,8.1,Reading,Above 90%,Train staff,Literacy lead,July 2027,Begun\n,9.2,Attendance,,Ring the homes,Attendance officer,,\n').toString('base64'),
  }),
  'views.save': () => ({ ...contract['views.save'].example, name: 'Another view' }),
  'views.rename': ({ view }) => ({ id: view, name: 'To replace' }),
  'views.star': ({ view }) => ({ id: view, starred: true }),
  'views.default': ({ view }) => ({ id: view, isDefault: true }),
  'views.remove': ({ view }) => ({ id: view }),
  'scenario.add': ({ scenario, pupils }) => ({
    name: 'Another way', note: 'With fewer laptops', startFrom: scenario,
    differences: [{ change: { kind: 'action', assetIds: pupils.slice(0, 3), action: 'retire', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null }, reason: 'Shared' }],
  }),
  'scenario.copy': ({ scenario }) => ({ id: scenario, name: 'Another copy' }),
  'scenario.edit': ({ scenario }) => ({ id: scenario, name: 'Renamed', note: null, recommended: true }),
  'scenario.state': ({ scenario }) => ({ id: scenario, state: 'locked' }),
  'scenario.publish': ({ scenario }) => ({ id: scenario, asOf: TODAY }),
  'scenario.remove': ({ scenario }) => ({ id: scenario }),
  'scenario.change': ({ scenario, pupils }) => ({
    scenarioId: scenario, changes: [
      { change: { kind: 'move', moves: [{ assetId: pupils[0] ?? 0, date: '2030-09-01' }, { assetId: pupils[5] ?? 0, date: null }] }, reason: 'Later' },
      { change: { kind: 'budget', year: 2028, fundKey: 'delegated', pence: 12_000_000 }, reason: null },
      { change: { kind: 'life', categoryKey: 'desktop', userGroup: null, lifeMonths: 60 }, reason: null },
    ],
  }),
  'scenario.drop': (school) => ({ differenceIds: differencesOf(school) }),
  'document.settle': () => ({ kind: 'strategy', reader: 'leadership', heldFor: 'the governing board', heldOn: '2027-01-15' }),
  'document.section': () => contract['document.section'].example,
  'document.setLetterhead': () => ({ ...contract['document.setLetterhead'].example, fileName: 'New paper.docx' }),
  'document.removeLetterhead': () => ({}),
  'document.send': () => contract['document.send'].example,
  'decision.add': ({ virement }) => ({
    title: 'One sign-on for reports', decider: 'Leadership team', choice: 'decline', decidedOn: '2026-11-14', because: 'Serves no objective', workaround: 'The old form stays', virementId: virement,
    weighed: [{ name: 'Buy it', pence: 275_000, follows: 'Nine minutes less for a report', chosen: false }], tellings: [{ role: 'Teachers', dueOn: '2026-12-01' }],
  }),
  'decision.decide': ({ waiting, snapshot }) => ({
    id: waiting, choice: 'approve_pilot', decidedOn: '2026-11-20', decider: 'Headteacher', because: 'To see', pilotUntil: '2027-07-20', pilotMeasure: 'Half the pages', reviewOn: '2027-06-01',
    tellings: [{ id: tellingOf(snapshot, waiting), role: 'Art', toldOn: TODAY }, { role: 'Music' }],
  }),
  'decision.edit': ({ waiting, snapshot }) => ({ id: waiting, set: { title: 'Printers', decideBy: null, weighed: [], tellings: [{ role: 'New' }, { id: tellingOf(snapshot, waiting), role: 'Art' }] } }),
  'decision.remove': ({ decided }) => ({ id: decided }),
  'decision.replace': ({ decided }) => ({ id: decided, title: 'Printers for two rooms', choice: 'defer', decidedOn: TODAY, because: 'The lease ends in March', workaround: null }),
  'decision.tell': ({ decided, snapshot }) => ({ id: decided, tellingId: tellingOf(snapshot, decided), toldOn: TODAY, how: 'At briefing' }),
  'decision.review': ({ decided }) => ({ id: decided, reviewedOn: TODAY, outcome: 'Nobody missed them', reviewOn: '2028-05-08', reviewQuestion: 'Still so?' }),
  'scenario.reason': (school) => ({ differenceId: differencesOf(school)[0] ?? 0 }),
  'development.addPlan': () => ({ name: 'The next one', startsOn: '2029-09-01', endsOn: '2032-08-31', startWith: 'estyn' }),
  'development.editPlan': ({ development }) => ({ id: development.plan, set: { name: 'Renamed', areaHeading: 'Theme', endsOn: '2030-08-31' } }),
  'development.removePlan': ({ development }) => ({ id: development.plan }),
  'development.startWith': ({ development }) => ({ planId: development.plan, set: 'hgios4' }),
  'development.addTree': ({ development }) => ({ planId: development.plan, rows: [{ area: 'A new one', priority: 'New too', name: 'New as well', criteria: [{ text: 'Seen' }] }, { area: 'Inclusion', number: '9.1', name: 'Punctuality', leadRole: 'Form tutors', actions: [{ text: 'Bell', done: true }] }] }),
  'area.add': ({ development }) => ({ planId: development.plan, name: 'Reading' }),
  'area.edit': ({ development }) => ({ id: development.area, set: { name: 'Belonging' } }),
  'area.move': ({ development }) => ({ id: development.area, to: 0 }),
  'area.remove': ({ development }) => ({ id: development.area }),
  'priority.add': ({ development }) => ({ areaId: development.area, name: 'Safe' }),
  'priority.edit': ({ development }) => ({ id: development.priority, set: { rationale: 'Because', number: null } }),
  'priority.move': ({ development }) => ({ id: development.priority, areaId: development.elsewhere }),
  'priority.remove': ({ development }) => ({ id: development.priority }),
  'objective.add': ({ development }) => ({ areaId: development.area, priorityId: development.priority, name: 'Belonging' }),
  'objective.edit': ({ development }) => ({ id: development.objective, set: { number: null, name: 'Renamed', leadRole: null } }),
  'objective.move': ({ development }) => ({ id: development.objective, to: 0 }),
  'objective.close': ({ development }) => ({ id: development.objective, state: 'dropped', on: TODAY }),
  'objective.reopen': ({ development }) => ({ id: development.before }),
  'objective.noIct': ({ development }) => ({ id: development.before, by: 'Head', on: TODAY }),
  'objective.mayNeedIct': ({ development }) => ({ id: development.objective }),
  'objective.remove': ({ development }) => ({ id: development.objective }),
  'criterion.add': ({ development }) => ({ objectiveId: development.objective, text: 'Another' }),
  'criterion.edit': ({ development }) => ({ id: development.criterion, set: { status: 'partially_met' } }),
  'criterion.move': ({ development }) => ({ id: development.criterion, to: 1 }),
  'criterion.remove': ({ development }) => ({ id: development.criterion }),
  'action.add': ({ development }) => ({ objectiveId: development.objective, text: 'Another', costPence: 1 }),
  'action.edit': ({ development }) => ({ id: development.action, set: { doneOn: TODAY } }),
  'action.move': ({ development }) => ({ id: development.action, to: 1 }),
  'action.remove': ({ development }) => ({ id: development.action }),
  'need.add': ({ development, snapshot }) => ({
    statement: 'Pupils read on a screen that they can hold', askedByRole: 'Literacy lead', impact: 'Tests stay on paper.', departmentId: first(snapshot.departments), pupils: 60, leastMemoryGb: 4,
    links: [{ objectiveId: development.objective }], evidence: [{ kind: 'age', categoryKey: 'tablet' }], options: [{
      name: 'Tablets', recommended: true, supportHoursOnce: 8, costs: [{ name: 'Tablets', categoryKey: 'tablet', on: '2027-09-01', quantity: 30, unitPence: 29_900 }, { part: 'training_staff', name: 'An hour each', on: '2027-09-01' }],
    }],
  }),
  'need.edit': ({ need, snapshot }) => ({
    id: need.id, set: { name: 'Renamed', needReason: 'statutory', moscow: 'must', links: [], evidence: [{ kind: 'support', locationId: first(snapshot.locations) }], software: null, needsCores: 6 },
  }),
  'need.remove': ({ need }) => ({ id: need.id }),
  'need.recommend': ({ need }) => ({ id: need.id, optionId: null, ifNot: 'Nothing follows' }),
  'need.request': ({ development }) => ({ ...contract['need.request'].example, links: [{ objectiveId: development.objective, strength: 'helps' }], compatible: 'yes' }),
  'option.add': ({ need }) => ({ needId: need.id, name: 'Macs', meets: 'yes', laterYears: 'not_funded', costs: [{ name: 'Macs', categoryKey: 'desktop', on: '2027-09-01' }] }),
  'option.edit': ({ need }) => ({ id: need.option, set: { meetsWords: 'Slow', costs: [{ id: need.cost, name: 'Renamed', categoryKey: 'laptop', on: '2028-09-01' }, { part: 'software', name: 'Licences', on: '2028-09-01', yearlyPence: 9_900 }] } }),
  'option.remove': ({ need }) => ({ id: need.option }),
  'cost.add': ({ need }) => ({ optionId: need.option, part: 'support', name: 'Help at the start', on: '2027-09-01', until: '2028-08-31', yearlyPence: 30_000, unitPence: 0 }),
  'cost.edit': ({ need }) => ({ id: need.cost, set: { standing: 'in_plan', unitPence: null, userGroup: 'pupil', memoryGb: 16 } }),
  'cost.remove': ({ need }) => ({ id: need.cost }),
  'progress.set': ({ development }) => ({ objectiveId: development.objective, year: 2026, term: 'autumn', text: 'Otherwise' }),
  'conversation.add': ({ snapshot }) => ({
    heldOn: '2026-11-02', person: { kind: 'exams_officer', role: 'Exams officer', departmentId: first(snapshot.departments) }, notes: [{ direction: 'need', text: 'Word processor accounts' }],
  }),
  'conversation.edit': ({ talk, snapshot }) => ({ id: talk, set: { heldOn: '2026-10-13', role: 'Deputy SENDCo', departmentId: first(snapshot.departments) } }),
  'conversation.remove': ({ talk }) => ({ id: talk }),
  'note.add': ({ talk }) => ({ conversationId: talk, direction: 'offer', text: 'Overlays on every screen' }),
  'note.edit': ({ note }) => ({ id: note, set: { text: 'Four reading pens', direction: 'offer' } }),
  'note.remove': ({ note }) => ({ id: note }),
  'round.add': ({ snapshot }) => ({ year: 2026, person: { kind: 'subject_lead', role: 'Subject lead', departmentId: first(snapshot.departments) } }),
  'round.edit': ({ heard }) => ({ id: heard, set: { role: 'Deputy SENDCo', kind: 'other' } }),
  'round.remove': ({ heard }) => ({ id: heard }),
  'round.begin': () => ({ year: 2027, from: 'last_year' }),
  'question.add': () => ({ kind: 'pupils', direction: 'offer', text: 'Would you borrow a laptop for the weekend?' }),
  'question.edit': ({ question }) => ({ id: question, set: { kind: 'site', text: 'Which doors fail when the power does?' } }),
  'question.remove': ({ question }) => ({ id: question }),
  'group.add': () => ({ name: 'Digital pupils', meets: 'Monthly' }),
  'group.edit': ({ people }) => ({ id: people, set: { name: 'Digital champions', aims: null, backedOn: '2025-10-01' } }),
  'group.remove': ({ people }) => ({ id: people }),
  'group.addMember': ({ people, snapshot }) => ({ groupId: people, person: { kind: 'subject_lead', role: 'Teacher', departmentId: first(snapshot.departments) } }),
  'group.editMember': ({ member }) => ({ id: member, set: { kind: 'parents', role: 'Parent forum' } }),
  'group.removeMember': ({ member }) => ({ id: member }),
  'idea.add': ({ people }) => ({ groupId: people, raisedOn: '2026-11-03', text: 'Paperless letters', fate: 'declined', because: 'One family in ten has no printer and no email' }),
  'idea.edit': ({ idea }) => ({ id: idea, set: { fate: 'taken_up', because: 'The library asked too' } }),
  'idea.remove': ({ idea }) => ({ id: idea }),
};

/** Every row of every table of the school's, as the file holds it. */
const tablesOf = async (plan: TestPlan): Promise<unknown> =>
  (JSON.parse(Buffer.from((await plan.call('exports.plan', {})).base64, 'base64').toString('utf8')) as { readonly tables: unknown }).tables;

describe('undo and redo of every command', () => {
  let school: School;
  beforeAll(async () => {
    school = await filledSchool();
  });
  const opened = (): TestPlan => {
    const home = mkdtempSync(join(tmpdir(), 'kitplan-test-'));
    const path = join(home, 'Filled.kitplan');
    writeFileSync(path, school.file);
    return testPlan({ kind: 'file', path, readOnly: false }, { home });
  };

  it.each(Object.keys(REQUESTS) as readonly Effective[])('%s is taken back to the last field of every table, done again, and taken back once more', async (name) => {
    using plan = opened();
    const before = school.tables;
    const done = await plan.dispatch(name, { ...REQUESTS[name](school), reason: 'To see what comes of it' });
    expect(done).toMatchObject({ ok: true, value: { change: { kind: 'do', reason: 'To see what comes of it' } } });
    const after = await tablesOf(plan);
    expect(after).not.toEqual(before);
    await plan.call('plan.undo', {});
    expect(await tablesOf(plan)).toEqual(before);
    expect((await plan.call('plan.snapshot', {})).snapshot).toEqual(school.snapshot);
    await plan.call('plan.redo', {});
    expect(await tablesOf(plan)).toEqual(after);
    await plan.call('plan.undo', {});
    expect(await tablesOf(plan)).toEqual(before);
  });

  it('knows a request for every command there is', () => {
    const commands = (Object.keys(contract) as EntryName[]).filter((name) => contract[name].kind === 'command');
    expect(Object.keys(REQUESTS).toSorted()).toEqual(commands.filter((name) => name !== 'plan.undo' && name !== 'plan.redo').toSorted());
  });
});
