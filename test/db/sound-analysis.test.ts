import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlanFromJson } from '../../db/plan-file.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { needState } from '../../planning/analysis/needs/need-state.ts';
import { forecast } from '../../planning/forecast.ts';
import { fillEveryTable } from './fill-every-table.ts';
import { anotherProgram, office, openedAfter, refusalOf } from './plan-fixtures.ts';

/** Two areas, a priority in the first and an objective under it; two needs with an option each, £1,000 and £2,000. */
const SCHOOL = `
  INSERT INTO development_plans (id, name, starts_on, ends_on, area_heading, priority_heading, objective_heading) VALUES (1, 'Plan', '2026-09-01', '2029-08-31', 'Area', 'Priority', 'Objective');
  INSERT INTO plan_areas (id, plan_id, position, name) VALUES (1, 1, 1, 'Inclusion'), (2, 1, 2, 'Attendance');
  INSERT INTO plan_priorities (id, area_id, position, name) VALUES (1, 1, 1, 'Reading');
  INSERT INTO objectives (id, area_id, priority_id, position, name, state) VALUES (1, 1, 1, 1, 'Every pupil reads', 'open');
  INSERT INTO needs (id, number, name, statement, asked_by_role, asked_on, reason, impact, moscow)
    VALUES (1, 1, 'Scanning pens', 'Pupils hear what they cannot read', 'SENDCo', '2026-10-01', 'curriculum', 'They wait for help', 'must'),
      (2, 2, 'Screen readers', 'Pupils hear a page', 'SENDCo', '2026-10-01', 'curriculum', 'They wait for help', 'must');
  INSERT INTO need_options (id, need_id, position, kind, name, recommended) VALUES (1, 1, 1, 'other', 'Pens', 1), (2, 2, 1, 'other', 'Readers', 1), (3, 1, 2, 'other', 'More pens', 0);
  INSERT INTO option_costs (id, option_id, position, part, name, standing, category_key, cost_category, fund_key, "on", quantity, unit_pence, yearly_pence, rise_bp)
    VALUES (1, 1, 1, 'kit', 'Pens', 'adds', 'laptop', 'other_hardware', 'delegated', '2027-09-01', 1, 100000, 0, 0),
      (2, 2, 1, 'kit', 'Readers', 'adds', 'laptop', 'other_hardware', 'delegated', '2027-09-01', 1, 200000, 0, 0);`;

type Said = Readonly<Record<string, string | number>>;

/** A decision of the headteacher, with what it says besides. */
function decision(id: number, said: Said): string {
  const row: Said = { id, number: id, title: 'Pens', decider: 'Headteacher', ...said };
  return `INSERT INTO decisions (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map((value) => (typeof value === 'string' ? `'${value}'` : value)).join(', ')})`;
}

const made = (choice: string, more: Said): Said => ({ choice, decided_on: '2026-11-01', ...more });

describe('a plan whose needs and decisions another program wrote so that they contradict each other', () => {
  it.each<[string, string, string]>([
    ['objectives', 'an objective under a priority of another area', 'UPDATE objectives SET area_id = 2'],
    ['objectives', 'somebody who said “no ICT needed” on no day', "UPDATE objectives SET no_ict_by = 'Headteacher'"],
    ['options of needs', 'two recommended options of one need', 'UPDATE need_options SET recommended = 1'],
    ['options of needs', 'hours below none', 'UPDATE need_options SET support_hours_yearly = -1'],
    ['costs of options', 'none of something', 'UPDATE option_costs SET quantity = 0'],
    ['costs of options', 'less than none of something', 'UPDATE option_costs SET quantity = -16'],
    ['costs of options', 'money that comes back', 'UPDATE option_costs SET yearly_pence = -1'],
    ['costs of options', 'a rise that no rise can be', 'UPDATE option_costs SET rise_bp = 5001'],
    ['costs of options', 'an upgrade to no memory', 'UPDATE option_costs SET memory_gb = 0'],
    ['needs', 'a need of less than no memory', 'UPDATE needs SET needs_memory_gb = -8'],
    ['needs', 'a need of no number', 'UPDATE needs SET number = 0 WHERE id = 1'],
    ['documents', 'a document of no kind', "INSERT INTO document_settings (kind, reader) VALUES ('__proto__', 'governors')"],
    ['documents', 'a document for nobody', "INSERT INTO document_settings (kind, reader) VALUES ('strategy', '<b>')"],
    ['sections of documents', 'a section of no document', "INSERT INTO document_sections (kind, section, included) VALUES ('../strategy', 'costs', 1)"],
    ['documents sent', 'a sent document of no kind', `INSERT INTO sent_documents (kind, number, title, scenario_name, plan_version, as_of, sent_on, sent_by, sent_to, engine_version, frozen)
      VALUES ('letter', 1, 'Letter', 'The plan', 1, '2026-11-01', '2026-11-01', 'Headteacher', 'Governors', '0.7.0', '')`],
    ['school holidays', 'a holiday that ends before it begins', "INSERT INTO school_holidays (name, first_day, last_day) VALUES ('Half term', '2027-02-19', '2027-02-15')"],
    ['decisions', 'an option of another need', decision(1, made('approve', { need_id: 1, option_id: 2 }))],
    ['decisions', 'an option and no need', decision(1, made('approve', { option_id: 2 }))],
    ['decisions', 'an approval of nothing', decision(1, made('approve', { need_id: 1 }))],
    ['decisions', 'a pilot without an end', decision(1, made('approve_pilot', { need_id: 1, option_id: 1 }))],
    ['decisions', 'a choice on no day', decision(1, { need_id: 1, choice: 'decline' })],
    ['decisions', 'a need merged into itself', decision(1, made('merge', { need_id: 1, merged_into_need_id: 1 }))],
    ['decisions', 'a need merged into none', decision(1, made('merge', { need_id: 1 }))],
    ['decisions', 'a decision that took its own place', decision(1, made('approve', { need_id: 1, option_id: 1, replaces_id: 1 }))],
    ['decisions', 'decisions that took each other’s place', `${decision(1, made('approve', { need_id: 1, option_id: 1 }))}; ${decision(2, made('approve', { need_id: 1, option_id: 1, replaces_id: 1 }))};
      UPDATE decisions SET replaces_id = 2 WHERE id = 1`],
    ['decisions', 'a decision that took the place of one on another need', `${decision(1, made('approve', { need_id: 1, option_id: 1 }))}; ${decision(2, made('approve', { need_id: 2, option_id: 2, replaces_id: 1 }))}`],
  ])('is refused for its %s: %s', (holds, _what, sql) => {
    expect(openedAfter(`${SCHOOL} ${sql}`)).toBe(`Hillcrest.kitplan holds ${holds} that cannot be read, so it cannot be opened. It was left as it is; a backup of it can be opened instead.`);
  });

  it('is refused as JSON too', () => {
    const plan = office().create();
    fillEveryTable(plan);
    const document = JSON.parse(plan.json()) as { tables: { decisions: Record<string, unknown>[] } };
    for (const row of document.tables.decisions) Object.assign(row, { choice: 'approve_pilot', pilot_until: null });
    const desk = office();
    expect(refusalOf(() => createPlanFromJson(desk.file, desk.options, JSON.stringify(document))).sentence).toBe('The JSON holds decisions that cannot be read. No plan was made.');
  });

  it('is not refused for what Kitplan writes itself', () => {
    expect(openedAfter(`${SCHOOL} ${decision(1, made('defer', { need_id: 1 }))}; ${decision(2, made('approve_pilot', { need_id: 1, option_id: 1, pilot_until: '2027-07-31', replaces_id: 1 }))};
      ${decision(3, made('merge', { need_id: 2, merged_into_need_id: 1 }))}; ${decision(4, { title: 'Printer lease' })}; ${decision(5, made('approve', { title: 'Sponsors' }))};
      UPDATE objectives SET priority_id = NULL, area_id = 2, state = 'met', closed_on = '2026-11-01'; INSERT INTO need_objectives (need_id, objective_id, strength) VALUES (1, 1, 'helps')`)).toBeNull();
  });
});

describe('a plan with what Kitplan would not write, and which can be read all the same', () => {
  /** What the needs put into the forecast, and where each of them stands. */
  function readAfter(sql: string): { readonly pence: number; readonly states: readonly string[] } {
    const desk = office();
    desk.create().close();
    anotherProgram(desk.file, (database) => { database.exec(`${SCHOOL} ${sql}`); });
    const plan = desk.open();
    onTestFinished(() => plan.close());
    const snapshot = loadSnapshot(plan.reader);
    const { lines, asOf } = forecast(snapshot, { asOf: '2026-11-21' });
    return {
      pence: lines.filter(({ kind }) => kind === 'need').reduce((sum, { netPence }) => sum + (netPence ?? 0), 0),
      states: snapshot.analysis.needs.map((need) => needState(snapshot.analysis, need, asOf).kind),
    };
  }

  it.each<[string, string, number, readonly string[]]>([
    ['needs merged into each other cost nothing', `${decision(1, made('merge', { need_id: 1, merged_into_need_id: 2 }))}; ${decision(2, made('merge', { need_id: 2, merged_into_need_id: 1 }))}`, 0, ['merged', 'merged']],
    ['a need approved twice costs once', `${decision(1, made('approve', { need_id: 1, option_id: 1 }))}; ${decision(2, made('approve', { need_id: 1, option_id: 1 }))}`, 100_000, ['agreed', 'new']],
    ['a need with two decisions that wait has one', `${decision(1, { need_id: 1 })}; ${decision(2, { need_id: 1 })}`, 0, ['waiting', 'new']],
    ['a cost that ends before it starts costs nothing', `UPDATE option_costs SET until = '2026-01-01', yearly_pence = 5000; ${decision(1, made('approve', { need_id: 1, option_id: 1 }))}`, 0, ['agreed', 'new']],
    ['a pilot that ended before anything was bought for it costs nothing', decision(1, made('approve_pilot', { need_id: 1, option_id: 1, pilot_until: '2020-01-01' })), 0, ['pilot', 'new']],
  ])('%s', (_what, sql, pence, states) => {
    expect(readAfter(sql)).toEqual({ pence, states });
  });
});
