import { RefusedFile } from './refused-file.ts';
import type { GuardedPackage } from './zip-guard.ts';

export type WorkbookSheet = {
  readonly name: string;
  /** Its place in the workbook's list, counted from 0. */
  readonly position: number;
  readonly hidden: boolean;
  /** The part that holds its cells; null for a chart sheet. */
  readonly path: string | null;
};

const ELEMENT = /<(?:[\w.-]+:)?(sheet|workbookPr|Relationship)\s([^>]*)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

type Element = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

/**
 * The sheets of a workbook in their order, with what its own list says of each.
 * @throws RefusedFile where the list or what it needs is missing.
 */
export function listSheets(
  parts: GuardedPackage, fileName: string,
): { readonly sheets: readonly WorkbookSheet[]; readonly dateSystem: '1900' | '1904' } {
  const workbook = relationships(parts, '_rels/.rels', '').find(({ type }) => type.endsWith('/officeDocument'));
  const elements = workbook === undefined ? null : elementsOf(parts.part(workbook.target));
  if (!workbook || !elements) {
    throw new RefusedFile(`${fileName} is a workbook with its list of sheets missing. Opening it in Excel and saving `
      + 'a new copy often mends it.');
  }
  const slash = workbook.target.lastIndexOf('/');
  const folder = slash < 0 ? '' : workbook.target.slice(0, slash);
  const relsPath = `${folder === '' ? '' : `${folder}/`}_rels/${workbook.target.slice(slash + 1)}.rels`;
  const related = relationships(parts, relsPath, folder);
  const paths = new Map(related.filter(({ type }) => type.endsWith('/worksheet')).map(({ id, target }) => [id, target]));
  const listed = elements.filter(({ name, attributes }) => name === 'sheet' && attributes.get('name') && relationId(attributes));
  const sheets = listed.map(({ attributes }, position) => ({
    name: attributes.get('name') ?? '',
    position,
    hidden: /^(very)?hidden$/i.test(attributes.get('state') ?? ''),
    path: paths.get(relationId(attributes) ?? '') ?? null,
  }));
  const counts1904 = elements.some(({ name, attributes }) => name === 'workbookPr'
    && ['1', 'true'].includes(attributes.get('date1904') ?? ''));
  return { sheets, dateSystem: counts1904 ? '1904' : '1900' };
}

const relationId = (attributes: ReadonlyMap<string, string>): string | undefined =>
  [...attributes].find(([key]) => /:id$/i.test(key))?.[1];

type Relationship = { readonly id: string; readonly type: string; readonly target: string };

function relationships(parts: GuardedPackage, path: string, folder: string): Relationship[] {
  return (elementsOf(parts.part(path)) ?? []).filter(({ name }) => name === 'Relationship').map(({ attributes }) => ({
    id: attributes.get('Id') ?? '',
    type: attributes.get('Type') ?? '',
    target: resolve(folder, attributes.get('Target') ?? ''),
  }));
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function elementsOf(part: Uint8Array | null): Element[] | null {
  if (part === null) return null;
  const elements: Element[] = [];
  for (const [, name = '', source = ''] of new TextDecoder('utf-8').decode(part).matchAll(ELEMENT)) {
    const attributes = new Map<string, string>();
    for (const [, key = '', double, single] of source.matchAll(ATTRIBUTE)) {
      attributes.set(key, plainText(double ?? single ?? ''));
    }
    elements.push({ name, attributes });
  }
  return elements;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

function plainText(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()] ?? whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
