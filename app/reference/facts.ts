import { parse } from 'csv-parse/sync';
import type { NewSupportRelease, ReferenceFact } from '../../db/repositories/reference.ts';
import type { StandardTier } from '../../planning/analysis/vocabulary.ts';
import type { ProcurementFact } from '../../planning/orders/procurement.ts';
import type { PublishedPrice } from '../../planning/support/release.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { EMBEDDED_CSV } from './data/embedded.ts';

/**
 * The facts that Kitplan ships, each with its source and the day it was true. They are read from the CSV files
 * in `data/`; a plan file stores them, so that a plan keeps the facts it was made with.
 */

type EmbeddedFile = keyof typeof EMBEDDED_CSV;
type FactFile = Exclude<EmbeddedFile, 'SOURCES.csv'>;
type Row = Readonly<Record<string, string>>;

/** A shipped file: where it is from, under which licence, the day it was true, and how many facts it holds. */
export type ReferenceFile = {
  readonly file: string;
  readonly source: string;
  readonly licence: string;
  readonly asOf: IsoDate;
  readonly rows: number;
};

const rowsOf = (file: EmbeddedFile): Row[] => parse<Row>(EMBEDDED_CSV[file], { columns: true });

const isFactFile = (name: string): name is FactFile => Object.hasOwn(EMBEDDED_CSV, name) && name !== 'SOURCES.csv';

function field(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`A shipped file has no column ${name}.`);
  return value;
}

/** Every shipped file, in the order of SOURCES.csv. */
export const referenceFiles = (): readonly ReferenceFile[] => rowsOf('SOURCES.csv').map((row) => {
  const file = field(row, 'file');
  if (!isFactFile(file)) throw new Error(`SOURCES.csv names ${file}, which is not shipped.`);
  return {
    file, source: field(row, 'source'), licence: field(row, 'licence'), asOf: field(row, 'as_of'), rows: rowsOf(file).length,
  };
});

const sourceOf = (file: FactFile): ReferenceFile => {
  const found = referenceFiles().find((each) => each.file === file);
  if (found === undefined) throw new Error(`SOURCES.csv does not name ${file}.`);
  return found;
};

/** What names a fact within its file. A threshold that changes by date needs its first day as well. */
const FACT_KEYS: Readonly<Record<Exclude<FactFile, 'eol.csv'>, (row: Row) => string>> = {
  'cfr_codes.csv': (row) => field(row, 'code'),
  'dfe_standards.csv': (row) => field(row, 'ref'),
  'procurement.csv': (row) => [field(row, 'key'), field(row, 'valid_from')].filter((part) => part !== '').join(' from '),
  'refresh_defaults.csv': (row) => field(row, 'category'),
  'paid_updates.csv': (row) => [field(row, 'product'), field(row, 'cycle'), `year ${field(row, 'year')}`].join(' '),
};

const emptyAsNull = (row: Row): Record<string, string | null> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]));

/** Every shipped fact except the ends of support, ready for the plan file: an empty field is null. */
export const referenceFacts = (): readonly ReferenceFact[] =>
  referenceFiles().flatMap(({ file, source, licence, asOf }) => {
    if (!isFactFile(file) || file === 'eol.csv') return [];
    const keyOf = FACT_KEYS[file];
    return rowsOf(file).map((row) => ({ file, key: keyOf(row), fact: emptyAsNull(row), source, licence, asOf }));
  });

/** A field of the list holds a day, or True or False where no day is recorded: then no day is known. */
const dayOrNull = (value: string): IsoDate | null => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null);

/** When security support of systems and products ends, ready for the plan file. */
export const supportReleases = (): readonly NewSupportRelease[] => {
  const { source, asOf } = sourceOf('eol.csv');
  return rowsOf('eol.csv').map((row) => ({
    product: field(row, 'product'), cycle: field(row, 'cycle'), label: field(row, 'label'),
    releasedOn: dayOrNull(field(row, 'release')),
    activeEnd: dayOrNull(field(row, 'end_active_support')),
    securityEnd: dayOrNull(field(row, 'end_security_support')),
    extendedEnd: dayOrNull(field(row, 'end_extended_security')),
    source, asOf, shipped: true,
  }));
};

/** A code of the school's accounts, as the framework names it. */
export type AccountCode = {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly group: string;
  readonly sector: string;
};

/** The account codes that an ICT plan touches: CFR for maintained schools, AAR and BFR for academies. */
export const accountCodes = (): readonly AccountCode[] => rowsOf('cfr_codes.csv').map((row) => ({
  code: field(row, 'code'), title: field(row, 'title'), kind: field(row, 'kind'),
  group: field(row, 'group'), sector: field(row, 'sector'),
}));

/** How long kit is usually kept, in whole years, with what that rests on. */
export type UsualLife = {
  readonly category: string;
  readonly years: number;
  readonly least: number;
  readonly most: number;
  readonly basis: string;
};

/** Usual lives by category; a row that names several categories is given once for each. */
export const usualLives = (): readonly UsualLife[] => rowsOf('refresh_defaults.csv').flatMap((row) =>
  field(row, 'category').split('; ').map((category) => ({
    category: category.replace(/ \(.*\)$/, ''), years: Number(field(row, 'proposed_default_life_y')),
    least: Number(field(row, 'min_y')), most: Number(field(row, 'max_y')), basis: field(row, 'basis'),
  })));

/** The rules of buying: thresholds in pounds and the rate of VAT, each with the days it holds. */
export const procurementFacts = (): ProcurementFact[] => {
  const { asOf } = sourceOf('procurement.csv');
  return rowsOf('procurement.csv').map((row) => ({
    key: field(row, 'key'), value: Number(field(row, 'value')), validFrom: dayOrNull(field(row, 'valid_from')),
    validTo: dayOrNull(field(row, 'valid_to')), source: field(row, 'source'), asOf,
  }));
};

/** Releases whose support the list says has ended, without a day: `product/cycle`. */
export const endedWithoutDay = (): ReadonlySet<string> => new Set(rowsOf('eol.csv')
  .filter((row) => field(row, 'end_security_support') === 'True').map((row) => `${field(row, 'product')}/${field(row, 'cycle')}`));

/** What paid security updates were published at, in the currency they were published in: for information, never in a sum. */
export const publishedPrices = (): PublishedPrice[] => {
  const { asOf } = sourceOf('paid_updates.csv');
  return rowsOf('paid_updates.csv').map((row) => ({
    product: field(row, 'product'), cycle: field(row, 'cycle'), year: Number(field(row, 'year')), price: Number(field(row, 'price')),
    currency: field(row, 'currency'), for: field(row, 'for'), source: field(row, 'source'), asOf,
  }));
};

/** A requirement of the DfE's digital and technology standards, in our words; from public summaries, not from the DfE's own text. */
export type ShippedStandard = {
  readonly ref: string;
  readonly standard: string;
  readonly tier: StandardTier;
  /** By when it is to be met: a year, or words. */
  readonly target: string | null;
  readonly requirement: string;
  readonly measure: string | null;
  readonly threshold: string | null;
  readonly cadence: string | null;
  readonly source: string;
  readonly asOf: IsoDate;
};

/** The standards that come with Kitplan, for England; each with the day its words were last checked. */
export const shippedStandards = (): ShippedStandard[] => {
  const { source, asOf } = sourceOf('dfe_standards.csv');
  const maybe = (row: Row, name: string): string | null => field(row, name) || null;
  return rowsOf('dfe_standards.csv').map((row) => ({
    ref: field(row, 'ref'), standard: field(row, 'standard'), tier: field(row, 'tier') === 'core' ? 'core' : 'additional', target: maybe(row, 'target'),
    requirement: field(row, 'requirement'), measure: maybe(row, 'measure'), threshold: maybe(row, 'threshold'), cadence: maybe(row, 'cadence'), source, asOf,
  }));
};
