import type { ChosenColumns } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import { foldedWord } from './choices.ts';
import type { Decision } from './raw-table.ts';
import type { RegisterRow } from './register-row.ts';
import { counted } from './row-notices.ts';

const FACTS = [['memory', 'memoryGb'], ['processor', 'processor'], ['storage', 'storageGb']] as const satisfies readonly (readonly [ColumnField, keyof RegisterRow])[];
type Fact = (typeof FACTS)[number][1];
type Value = string | number;
const MODELS_NAMED = 4;

/** Rows of which all that are of one model say the same of it, and what was dropped for that. */
export type ModelFacts = {
  readonly rows: readonly RegisterRow[];
  /** By fact: what each model has, in how many rows it differs, and rows that name no model. */
  readonly found: ReadonlyMap<Fact, { readonly models: ReadonlyMap<string, Value>; readonly undecided: number; readonly otherwise: number; readonly nameless: number }>;
};

/**
 * What a register says of the machines it lists, as one thing said of each model. The library has one memory, processor
 * and storage for a model: what more than half of its rows say counts, and where none does it stays blank.
 */
export function modelFacts(rows: readonly RegisterRow[]): ModelFacts {
  const used = FACTS.map(([, fact]) => fact).filter((fact) => rows.some((row) => row[fact] !== null));
  if (used.length === 0) return { rows, found: new Map() };
  const decided = new Map(used.map((fact) => [fact, decide(rows, fact)]));
  return {
    rows: rows.map((row) => ({
      ...row, ...Object.fromEntries([...decided].map(([fact, { byModel }]) => [fact, row.model === null ? null : byModel.get(modelKey(row))?.value ?? null])),
    })),
    found: new Map([...decided].map(([fact, { byModel, nameless }]) => [fact, {
      models: new Map([...byModel.values()].flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]))),
      undecided: [...byModel.values()].filter(({ value }) => value === null).length,
      otherwise: [...byModel.values()].reduce((sum, each) => sum + each.otherwise, 0), nameless,
    }])),
  };
}

const modelKey = ({ categoryKey, make, model }: RegisterRow): string => `${categoryKey}\n${foldedWord(make ?? '')}\n${foldedWord(model ?? '')}`;

type Decided = { readonly name: string; readonly value: Value | null; readonly otherwise: number };

function decide(rows: readonly RegisterRow[], fact: Fact): { readonly byModel: ReadonlyMap<string, Decided>; readonly nameless: number } {
  const counts = new Map<string, { readonly name: string; readonly values: Map<string, { readonly value: Value; rows: number }> }>();
  let nameless = 0;
  for (const row of rows) {
    const value = row[fact];
    if (value === null) continue;
    if (row.model === null) {
      nameless += 1;
      continue;
    }
    const model = counts.get(modelKey(row)) ?? { name: row.model, values: new Map<string, { value: Value; rows: number }>() };
    counts.set(modelKey(row), model);
    const key = foldedWord(String(value));
    const same = model.values.get(key);
    if (same === undefined) model.values.set(key, { value, rows: 1 });
    else same.rows += 1;
  }
  const byModel = new Map([...counts].map(([key, { name, values }]): [string, Decided] => {
    const all = [...values.values()].reduce((sum, each) => sum + each.rows, 0);
    const most = [...values.values()].reduce((best, each) => (each.rows > best.rows ? each : best));
    return [key, most.rows * 2 > all ? { name, value: most.value, otherwise: all - most.rows } : { name, value: null, otherwise: 0 }];
  }));
  return { byModel, nameless };
}

/** What each of these columns would fill in the library of models. */
export function factDecisions({ found }: ModelFacts, { sources }: ChosenColumns): Decision[] {
  return FACTS.flatMap(([field, fact]) => {
    const column = sources.get(field)?.[0]?.column;
    const what = found.get(fact);
    if (column === undefined || what === undefined) return [];
    const unit = fact === 'processor' ? '' : ' GB';
    const named = [...what.models].slice(0, MODELS_NAMED).map(([name, value]) => `${name} ${String(value)}${unit}`).join(', ') + (what.models.size > MODELS_NAMED ? ' …' : '');
    return [
      ...(what.models.size === 0 ? [] : [`fills the library of models where that says nothing, for ${counted(what.models.size, 'model')}: ${named}`]),
      ...(what.otherwise === 0 ? [] : [`${counted(what.otherwise, 'row says', 'rows say')} otherwise than most of the same model: the library keeps one`]),
      ...(what.undecided === 0 ? [] : [`${counted(what.undecided, 'model has', 'models have')} several in equal numbers: left blank in the library`]),
      ...(what.nameless === 0 ? [] : [`${counted(what.nameless, 'row names', 'rows name')} no model, to which it could be written`]),
    ].map((readAs) => ({ column, readAs }));
  });
}
