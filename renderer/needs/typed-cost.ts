import type { OptionCost } from '../../planning/analysis/need-facts.ts';
import { usualCategory, usualStanding } from '../../planning/analysis/needs/starting.ts';
import { COST_PARTS, COST_STANDINGS, type CostPart, type CostStanding } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { categoryNamed, type Category } from '../../planning/categories.ts';
import type { AssetModel } from '../../planning/snapshot.ts';
import { COST_CATEGORIES, USER_GROUPS, type CostCategory, type IsoDate, type Pence, type UserGroup } from '../../planning/vocabulary.ts';
import { readDate, readPounds, type FieldReading } from '../lib/field-text.ts';
import { readCount } from './typed-need.ts';

/** A cost as it is typed in the table. `key` tells rows apart; `id` is its number in the plan, once it has one. */
export type TypedCost = Readonly<Record<
  'name' | 'categoryKey' | 'costCategory' | 'fundKey' | 'on' | 'until' | 'quantity' | 'unit' | 'yearly' | 'modelId' | 'locationId' | 'userGroup' | 'memoryGb' | 'storageGb' | 'recurringId', string
>> & { readonly key: number; readonly id: number | null; readonly part: CostPart; readonly standing: CostStanding; readonly priceDate: IsoDate | null; readonly riseBp: number | null };

export type CostField = keyof TypedCost;
/** A cost as `option.edit` takes it, with its number where it is in the plan. */
export type ReadCost = Omit<OptionCost, 'id' | 'position'> & { readonly id?: number };
export type CostReading = { readonly cost: ReadCost | null; readonly problems: Partial<Record<CostField, string>> };

const numberText = (value: number | null): string => (value === null ? '' : String(value));
const poundsText = (pence: Pence | null): string => (pence === null ? '' : (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2));

/** A cost of the plan as the table begins with it. What is only paid by the year shows no price of its own. */
export const typedFromCost = (cost: OptionCost): TypedCost => ({
  key: cost.id, id: cost.id, part: cost.part, name: cost.name, standing: cost.standing, categoryKey: cost.categoryKey, costCategory: cost.costCategory, fundKey: cost.fundKey ?? '',
  on: formatDate(cost.on), until: cost.until === null ? '' : formatDate(cost.until), quantity: String(cost.quantity),
  unit: cost.unitPence === 0 && cost.yearlyPence > 0 ? '' : poundsText(cost.unitPence), yearly: cost.yearlyPence === 0 ? '' : poundsText(cost.yearlyPence),
  modelId: numberText(cost.modelId), locationId: numberText(cost.locationId), userGroup: cost.userGroup ?? '', memoryGb: numberText(cost.memoryGb), storageGb: numberText(cost.storageGb),
  recurringId: numberText(cost.recurringId), priceDate: cost.priceDate, riseBp: cost.riseBp,
});

/** A new row: kit on the day the need is needed by. */
export const blankCost = (key: number, on: IsoDate | null): TypedCost => ({
  key, id: null, part: 'kit', name: '', standing: 'adds', categoryKey: 'laptop', costCategory: 'laptops_desktops_tablets', fundKey: '', on: on === null ? '' : formatDate(on), until: '', quantity: '1',
  unit: '', yearly: '', modelId: '', locationId: '', userGroup: '', memoryGb: '', storageGb: '', recurringId: '', priceDate: null, riseBp: null,
});

/** The row with another part: who usually pays for it and under which kind come with it. */
export function withPart(cost: TypedCost, text: string, categories: readonly Category[]): TypedCost {
  const part = COST_PARTS.find((each) => each === text) ?? 'kit';
  const categoryKey = usualCategory(part) ?? (cost.part === 'kit' ? cost.categoryKey : 'laptop');
  return { ...cost, part, standing: usualStanding(part), categoryKey, costCategory: categoryNamed(categories, categoryKey).costCategory, modelId: part === 'kit' ? cost.modelId : '' };
}

/** The row of a model of the library: its kind, name and price with its day. */
export const withModel = (cost: TypedCost, model: AssetModel | undefined, name: string, categories: readonly Category[]): TypedCost => (model === undefined ? { ...cost, modelId: '' } : {
  ...cost, modelId: String(model.id), name: cost.name.trim() === '' ? name : cost.name, categoryKey: model.categoryKey, costCategory: categoryNamed(categories, model.categoryKey).costCategory,
  ...(model.unitPence === null ? {} : { unit: poundsText(model.unitPence), priceDate: model.priceDate }),
});

export const isStanding = (text: string): CostStanding => COST_STANDINGS.find((each) => each === text) ?? 'adds';
const isCostCategory = (text: string): CostCategory => COST_CATEGORIES.find((each) => each === text) ?? 'other_hardware';
const isUserGroup = (text: string): UserGroup | null => USER_GROUPS.find((each) => each === text) ?? null;
const idOf = (text: string): number | null => (text === '' ? null : Number(text));

/** Reads a row of the table; what cannot be read, or is missing, is said at its field. */
export function readCost(typed: TypedCost, today: IsoDate): CostReading {
  const problems: Partial<Record<CostField, string>> = {};
  const read = <Value>(key: CostField, reading: FieldReading<Value>): Value | null => {
    if (reading.ok) return reading.value;
    problems[key] = reading.message;
    return null;
  };
  const name = typed.name.trim();
  if (name === '') problems.name = 'Say what it pays for.';
  const [on, until] = [read('on', readDate(typed.on)), read('until', readDate(typed.until))];
  if (on === null && problems.on === undefined) problems.on = 'Say on which day it is bought, or from which day it is paid.';
  if (on !== null && until !== null && until < on) problems.until = 'Give a last day on or after the first.';
  const quantity = read('quantity', readCount(typed.quantity, 1, 1_000_000)) ?? 1;
  const [unit, yearly] = [read('unit', readPounds(typed.unit)), read('yearly', readPounds(typed.yearly)) ?? 0];
  const [memoryGb, storageGb] = [read('memoryGb', readCount(typed.memoryGb, 1, 1_000_000)), read('storageGb', readCount(typed.storageGb, 1, 1_000_000))];
  if (Object.keys(problems).length > 0 || on === null) return { cost: null, problems };
  // What is only paid by the year costs nothing to begin with; what has neither has no price yet.
  const unitPence = unit === null && yearly > 0 ? 0 : unit;
  return {
    problems, cost: {
      ...(typed.id === null ? {} : { id: typed.id }), part: typed.part, name, standing: typed.standing, categoryKey: typed.categoryKey, costCategory: isCostCategory(typed.costCategory),
      fundKey: typed.fundKey || null, on, until, quantity, unitPence, yearlyPence: yearly, priceDate: typed.priceDate ?? (unitPence === null ? null : today), riseBp: typed.riseBp,
      modelId: idOf(typed.modelId), locationId: idOf(typed.locationId), userGroup: isUserGroup(typed.userGroup), memoryGb, storageGb, recurringId: idOf(typed.recurringId),
    },
  };
}
