/** A row as SQLite or the history gives it. */
export type RowValues = Readonly<Record<string, string | number | null>>;

/** What one row of a table is called where it has no name of its own. */
const NOUNS: Readonly<Record<string, string>> = {
  assets: 'a register row', asset_models: 'a model', budgets: 'a budget', categories: 'a category',
  departments: 'a department', imports: 'an import', inflation: 'the price rise', inflation_series: 'a price rise',
  inflation_steps: 'a price rise', locations: 'a place', quality_settled: 'an answer about the register', recurring_costs: 'a yearly cost',
  reference_facts: 'a reference fact', refresh_policies: 'a policy', school: 'the school’s settings',
  suppliers: 'a supplier', support_releases: 'a support date', warranties: 'a warranty', contract_details: 'a contract',
  contract_assets: 'the kit of a contract', software_details: 'a title of software', software_departments: 'the users of software',
  expiry_decided: 'a decision', saved_views: 'a saved view', ledger_entries: 'an entry of the ledger',
  standard_requirements: 'a requirement of a standard',
  development_plans: 'a development plan', plan_areas: 'an area of the development plan', plan_priorities: 'a priority', objectives: 'an objective',
  success_criteria: 'a success criterion', objective_actions: 'an action of the development plan', progress_notes: 'a progress note',
  need_objectives: 'a link from a need to an objective', need_evidence: 'a piece of evidence', software_requests: 'a request for software',
  decisions: 'a decision', tellings: 'somebody who is told of a decision', conversations: 'a conversation', talk_notes: 'a note of a conversation',
  own_questions: 'a question', round_people: 'a person to be heard', group_objectives: 'a link from a user group to an objective',
  group_members: 'a member of a user group', group_ideas: 'an idea of a user group',
};

/** What people call a row: "Kestrel 400 (LT-0412)", "the policy for laptop", "the budget for 2026/27". */
export function rowName(table: string, values: RowValues): string {
  const word = (column: string): string | null => {
    const value = values[column];
    return value === undefined || value === null || value === '' ? null : String(value);
  };
  const noun = NOUNS[table] ?? `a row of ${table}`;
  const named = word('description') ?? word('name') ?? word('title') ?? word('label') ?? word('file_name');
  const tag = word('tag') ?? word('serial');
  if (named !== null) return tag === null ? named : `${named} (${tag})`;
  const year = values.year;
  const subject = word('category_key') ?? (typeof year === 'number' ? `${year}/${String(year + 1).slice(-2)}` : word('key'));
  if (subject === null) return noun;
  return `${noun.replace(/^an? /u, 'the ')} for ${subject.replaceAll('_', ' ')}`;
}
