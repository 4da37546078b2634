import { z } from 'zod';
import { CHART_GROUPS } from '../../planning/vocabulary.ts';
import { command } from './entry.ts';
import { accessTarget, categoryKey, costCategory, id, isoDate, lifeMonths, locationKind, pence, shortText } from './fields.ts';

/** The lists that register rows share: models, places, departments, year groups, kinds of the school's own. */

const modelFields = {
  categoryKey, name: shortText, make: shortText.nullable(),
  /** What one costs, net, and the day that price is of; today where none is given with it. */
  unitPence: pence.nullable(), priceDate: isoDate.nullable(),
  /** End of the maker's firmware, security or auto-update support (a Chromebook's auto-update date). */
  vendorSupportEnd: isoDate.nullable(),
  watts: z.int().min(0, 'Power is from 0 to 100,000 W.').max(100_000, 'Power is from 0 to 100,000 W.').nullable(),
  memoryGb: z.int().min(1, 'Memory is from 1 to 65,536 GB.').max(65_536, 'Memory is from 1 to 65,536 GB.').nullable(),
  processor: shortText.nullable(),
  cores: z.int().min(1, 'Cores are from 1 to 512.').max(512, 'Cores are from 1 to 512.').nullable(),
  storageGb: z.int().min(1, 'Storage is from 1 to 10,000,000 GB.').max(10_000_000, 'Storage is from 1 to 10,000,000 GB.').nullable(),
};

const pupils = z.int('Pupils are counted whole.').min(0, 'Pupils are from 0 to 20,000.').max(20_000, 'Pupils are from 0 to 20,000.').nullable();
const groupFields = { name: shortText, pupils, accessTarget: accessTarget.nullable() };
const placeFields = { ...groupFields, kind: locationKind, parentId: id.nullable() };
const merged = { keepId: id, ids: z.array(id).min(1, 'Name at least one that goes into it.').max(10_000) };
const added = z.object({ id });
const moved = z.object({ rows: z.int() });

/** Departments and year groups are kept alike. */
const groupEntries = (one: string, example: string) => ({
  add: command({
    about: `Add ${one}, with its pupils and the target for them.`,
    input: { name: shortText, pupils: pupils.default(null), accessTarget: accessTarget.nullable().default(null) },
    value: added, example: { name: example, pupils: 180 },
  }),
  edit: command({
    about: `Rename ${one}, or set its pupils and the target for them (pupils for each device, in hundredths).`,
    input: { id, set: z.strictObject(groupFields).partial() }, value: z.null(), example: { id: 1, set: { pupils: 185, accessTarget: 500 } },
  }),
  merge: command({ about: `Make ${one} of several: what belongs to the others goes to the one kept.`, input: merged, value: moved, example: { keepId: 1, ids: [2] } }),
  remove: command({ about: `Take ${one} away that nothing belongs to.`, input: { id }, value: z.null(), example: { id: 2 } }),
});
const departments = groupEntries('a department', 'Geography');
const yearGroups = groupEntries('a year group', 'Year 7');

const categoryFields = { singular: shortText, plural: shortText, costCategory, chartGroup: z.enum(CHART_GROUPS).exclude(['running']) };

export const listEntries = {
  'models.add': command({
    about: 'Add a make and model to the library.',
    input: {
      categoryKey: modelFields.categoryKey, name: modelFields.name, make: modelFields.make.default(null),
      unitPence: modelFields.unitPence.default(null), priceDate: modelFields.priceDate.default(null),
      vendorSupportEnd: modelFields.vendorSupportEnd.default(null), watts: modelFields.watts.default(null),
      memoryGb: modelFields.memoryGb.default(null), processor: modelFields.processor.default(null), cores: modelFields.cores.default(null), storageGb: modelFields.storageGb.default(null),
    },
    value: added,
    example: { categoryKey: 'laptop', make: 'Tamar', name: '14 laptop', memoryGb: 16, unitPence: 56_000, priceDate: '2026-09-02' },
  }),
  'models.edit': command({
    about: 'Change a model of the library; a new kind takes its kit along, a field left out stays as it is.',
    input: { id, set: z.strictObject(modelFields).partial() },
    value: z.null(),
    example: { id: 1, set: { vendorSupportEnd: '2031-06-30', watts: 45 } },
  }),
  'models.merge': command({
    about: 'Make several spellings of a model one: their kit goes to the one kept, which takes what it does not know itself.',
    input: merged, value: moved, example: { keepId: 1, ids: [2] },
  }),
  'models.remove': command({
    about: 'Take a model that nothing is of out of the library.',
    input: { id }, value: z.null(), example: { id: 2 },
  }),
  'places.add': command({
    about: 'Add a site, a building or a room.',
    input: {
      name: shortText, kind: locationKind.default('room'), parentId: id.nullable().default(null),
      pupils: pupils.default(null), accessTarget: accessTarget.nullable().default(null),
    },
    value: added, example: { name: 'Tech block', kind: 'building' },
  }),
  'places.edit': command({
    about: 'Rename a place, move it into another, or change its kind; of a site, its pupils and the target for them.',
    input: { id, set: z.strictObject(placeFields).partial() }, value: z.null(), example: { id: 1, set: { name: 'Science block' } },
  }),
  'places.merge': command({
    about: 'Make several places one: their kit and the rooms in them go to the one kept.',
    input: merged, value: moved, example: { keepId: 1, ids: [2] },
  }),
  'places.remove': command({
    about: 'Take a place away that holds nothing.',
    input: { id }, value: z.null(), example: { id: 2 },
  }),
  'departments.add': departments.add, 'departments.edit': departments.edit, 'departments.merge': departments.merge, 'departments.remove': departments.remove,
  'yearGroups.add': yearGroups.add, 'yearGroups.edit': yearGroups.edit, 'yearGroups.merge': yearGroups.merge, 'yearGroups.remove': yearGroups.remove,
  'categories.add': command({
    about: 'Add a kind of kit of the school’s own, with its cost category, its chart group and its life.',
    input: { ...categoryFields, lifeMonths },
    value: z.object({ key: categoryKey }),
    example: { singular: 'sewing machine', plural: 'sewing machines', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 120 },
  }),
  'categories.edit': command({
    about: 'Change the cost category or the chart group of a kind of kit; of the school’s own its words too.',
    input: { key: categoryKey, set: z.strictObject(categoryFields).partial() }, value: z.null(),
    example: { key: 'class_robot', set: { plural: 'robots' } },
  }),
  'categories.remove': command({
    about: 'Take a kind of the school’s own away that nothing is of.',
    input: { key: categoryKey }, value: z.null(), example: { key: 'class_robot' },
  }),
};
