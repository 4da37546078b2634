import { dirname, posix } from 'node:path';
import { childrenNamed, everyElement, xmlTree, type XmlElement } from './xml-tree.ts';
import { zipEntries } from './zip-entries.ts';

/*
 * What a spreadsheet program would stumble over, checked without one: the rules of ECMA-376 that broken
 * workbooks break. Every function answers sentences; none means sound.
 */

/** Order of children by ECMA-376 part 1: CT_Worksheet, CT_Workbook, CT_Stylesheet, CT_PlotArea, CT_BarSer, CT_LineSer. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  worksheet: ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges',
    'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting',
    'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties',
    'cellWatches', 'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls',
    'webPublishItems', 'tableParts', 'extLst'],
  workbook: ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences',
    'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'extLst'],
  styleSheet: ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'],
  'c:plotArea': ['c:layout', 'c:barChart', 'c:lineChart', 'c:catAx', 'c:valAx', 'c:dTable', 'c:spPr'],
  'c:barChart': ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:gapWidth', 'c:overlap', 'c:serLines', 'c:axId'],
  'c:lineChart': ['c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:dropLines', 'c:hiLowLines', 'c:upDownBars', 'c:marker', 'c:smooth', 'c:axId'],
  'c:ser': ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:marker', 'c:dPt', 'c:dLbls', 'c:trendline', 'c:errBars', 'c:cat', 'c:val', 'c:smooth'],
  'c:chart': ['c:title', 'c:autoTitleDeleted', 'c:view3D', 'c:floor', 'c:sideWall', 'c:backWall', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs', 'c:showDLblsOverMax'],
};

export type XlsxParts = { readonly xml: ReadonlyMap<string, XmlElement>; readonly names: ReadonlySet<string> };

/** The parts of a workbook, its XML read. Throws where a part is not well formed. */
export function xlsxParts(archive: Uint8Array): XlsxParts {
  const entries = zipEntries(archive);
  const xml = new Map<string, XmlElement>();
  for (const [name, bytes] of entries) {
    if (/\.(xml|rels)$/.test(name)) xml.set(name, xmlTree(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  }
  return { xml, names: new Set(entries.keys()) };
}

const part = (parts: XlsxParts, name: string): XmlElement => {
  const found = parts.xml.get(name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

/** Everything wrong with a workbook's structure. */
export function structureFaults(archive: Uint8Array): string[] {
  const parts = xlsxParts(archive);
  return [
    ...contentTypeFaults(parts), ...relationshipFaults(parts),
    ...[...parts.xml].flatMap(([name, root]) => orderFaults(name, root)),
    ...nameFaults(parts), ...[...parts.xml].flatMap(([name, root]) => (root.name === 'worksheet' ? sheetFaults(parts, name, root) : [])),
    ...chartFaults(parts),
  ];
}

export function contentTypeFaults(parts: XlsxParts): string[] {
  const types = part(parts, '[Content_Types].xml');
  const byExtension = new Set(childrenNamed(types, 'Default').map(({ attributes }) => attributes.Extension));
  const byName = childrenNamed(types, 'Override').map(({ attributes }) => attributes.PartName ?? '');
  return [
    ...byName.filter((name) => !parts.names.has(name.slice(1))).map((name) => `A content type is given for ${name}, which is not there.`),
    ...byName.filter((name, index) => byName.indexOf(name) !== index).map((name) => `${name} has two content types.`),
    ...[...parts.names].filter((name) => name !== '[Content_Types].xml' && !byName.includes(`/${name}`)
      && !byExtension.has(name.split('.').at(-1))).map((name) => `${name} has no content type.`),
  ];
}

export function relationshipFaults(parts: XlsxParts): string[] {
  return [...parts.xml].filter(([name]) => name.endsWith('.rels')).flatMap(([name, root]) => {
    const owner = posix.join(dirname(dirname(name)), name.split('/').at(-1)?.replace(/\.rels$/, '') ?? '');
    const ids = root.children.map(({ attributes }) => attributes.Id ?? '');
    const used = owner === '.' || !parts.xml.has(owner) ? [] : everyElement(part(parts, owner)).flatMap(({ attributes }) =>
      Object.entries(attributes).filter(([key]) => /^r:(id|embed|link)$/.test(key)).map(([, value]) => value));
    return [
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${name} gives ${id} twice.`),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${owner} uses ${id}, which ${name} does not give.`),
      ...root.children.filter(({ attributes }) => attributes.TargetMode !== 'External').flatMap(({ attributes: { Target: target = '' } }) => {
        const to = target.startsWith('/') ? target.slice(1) : posix.join(dirname(dirname(name)), target);
        return parts.names.has(to) ? [] : [`${name} points at ${target}, which is not there.`];
      }),
    ];
  });
}

/** Children out of the schema's order, or unknown to it. */
function orderFaults(name: string, root: XmlElement): string[] {
  return everyElement(root).flatMap((element) => {
    const order = ORDER[element.name];
    if (order === undefined) return [];
    const places = element.children.map((child) => order.indexOf(child.name));
    return element.children.flatMap((child, index) => {
      if (places[index] === -1) return [`${name}: <${child.name}> does not belong in <${element.name}>.`];
      return index > 0 && (places[index] ?? 0) < (places[index - 1] ?? 0) ? [`${name}: <${child.name}> stands too late in <${element.name}>.`] : [];
    });
  });
}

const sheetNames = (parts: XlsxParts): string[] =>
  everyElement(part(parts, 'xl/workbook.xml')).filter(({ name }) => name === 'sheet').map(({ attributes }) => attributes.name ?? '');

/** Sheets and defined names: unique, of the allowed form, pointing at sheets that are there, in quotes. */
function nameFaults(parts: XlsxParts): string[] {
  const sheets = sheetNames(parts);
  const names = everyElement(part(parts, 'xl/workbook.xml')).filter(({ name }) => name === 'definedName');
  const keys = names.map(({ attributes }) => `${attributes.name?.toLowerCase()}/${attributes.localSheetId ?? ''}`);
  return [
    ...sheets.filter((name, index) => name.length > 31 || /[\\/?*[\]:]/.test(name) || sheets.map((each) => each.toLowerCase()).indexOf(name.toLowerCase()) !== index)
      .map((name) => `The sheet name ${name} is not allowed.`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `The name ${key} is defined twice.`),
    ...names.flatMap(({ attributes, text }) => {
      const target = /^'((?:[^']|'')+)'!\$([A-Z]+\$)?\d+(:\$([A-Z]+\$)?\d+)?$/.exec(text);
      if (target === null) return [`The name ${attributes.name} points at ${text}, which is not a quoted range.`];
      return sheets.includes((target[1] ?? '').replaceAll('\'\'', '\'')) ? [] : [`The name ${attributes.name} points at no sheet.`];
    }),
    ...names.filter(({ attributes }) => !/^(_xlnm\.)?[A-Za-z_][A-Za-z0-9_.]*$/.test(attributes.name ?? '') || /^[A-Za-z]{1,3}\d+$/.test(attributes.name ?? ''))
      .map(({ attributes }) => `${attributes.name} is no name.`),
  ];
}

const columnNumber = (letters: string): number => letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Cells in order, with styles, texts and values that exist. */
function sheetFaults(parts: XlsxParts, name: string, root: XmlElement): string[] {
  const styles = everyElement(part(parts, 'xl/styles.xml')).find((element) => element.name === 'cellXfs')?.children.length ?? 0;
  const texts = parts.xml.get('xl/sharedStrings.xml')?.children.length ?? 0;
  const [data] = childrenNamed(root, 'sheetData');
  let lastRow = 0;
  return (data?.children ?? []).flatMap((row) => {
    const number = Number(row.attributes.r);
    const late = number <= lastRow ? [`${name}: row ${number} comes after row ${lastRow}.`] : [];
    lastRow = number;
    let lastColumn = 0;
    return [...late, ...row.children.flatMap((cell) => {
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell.attributes.r ?? '') ?? [];
      const column = columnNumber(letters);
      const faults = [
        ...(Number(digits) === number && column > lastColumn ? [] : [`${name}: ${cell.attributes.r} is out of place.`]),
        ...(Number(cell.attributes.s ?? 0) < styles ? [] : [`${name}: ${cell.attributes.r} has a style that is not there.`]),
        ...valueFaults(cell, texts).map((fault) => `${name}: ${cell.attributes.r} ${fault}`),
      ];
      lastColumn = column;
      return faults;
    })];
  });
}

function valueFaults(cell: XmlElement, texts: number): string[] {
  const value = childrenNamed(cell, 'v')[0]?.text;
  switch (cell.attributes.t ?? 'n') {
    case 's': return Number(value) < texts ? [] : ['has a text that is not there.'];
    case 'n': return value === undefined || Number.isFinite(Number(value)) ? [] : [`holds ${value}, which is no number.`];
    case 'str': case 'inlineStr': return [];
    default: return [`is of the type ${cell.attributes.t}.`];
  }
}

/** Charts draw from sheets that are there, and each series has a place of its own. */
function chartFaults(parts: XlsxParts): string[] {
  const sheets = sheetNames(parts);
  return [...parts.xml].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name)).flatMap(([name, root]) => {
    const elements = everyElement(root);
    const places = elements.filter((element) => element.name === 'c:idx').map(({ attributes }) => attributes.val);
    const axes = elements.filter((element) => /^c:(cat|val)Ax$/.test(element.name))
      .map((axis) => childrenNamed(axis, 'c:axId')[0]?.attributes.val);
    const wanted = elements.filter(({ name: each }) => each.endsWith('Chart')).flatMap((chart) => childrenNamed(chart, 'c:axId').map(({ attributes }) => attributes.val));
    return [
      ...(new Set(places).size === places.length ? [] : [`${name}: two series have one place.`]),
      ...wanted.filter((id) => !axes.includes(id)).map((id) => `${name}: there is no axis ${id}.`),
      ...elements.filter((element) => element.name === 'c:f').filter(({ text }) => {
        const sheet = /^(?:'((?:[^']|'')+)'|([A-Za-z_]\w*))!/.exec(text);
        return !sheets.includes((sheet?.[1]?.replaceAll('\'\'', '\'') ?? sheet?.[2]) ?? '');
      }).map(({ text }) => `${name}: ${text} is on no sheet.`),
    ];
  });
}
