import { dirname, posix } from 'node:path';
import { childrenNamed, everyElement, xmlTree, type XmlElement } from './xml-tree.ts';
import { zipEntries } from './zip-entries.ts';

/*
 * What Word would stumble over, checked without it: the rules of ECMA-376 that broken documents break, and what a reader who
 * cannot see the page needs. Every function answers sentences; none means sound.
 */

/** Order of children by ECMA-376 part 1: CT_PPrBase (the members we use), CT_TblPr, CT_TcPr, CT_SectPr, and CT_DLbl of charts. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:framePr', 'w:widowControl', 'w:numPr', 'w:suppressLineNumbers', 'w:pBdr', 'w:shd', 'w:tabs',
    'w:suppressAutoHyphens', 'w:bidi', 'w:spacing', 'w:ind', 'w:contextualSpacing', 'w:jc', 'w:textAlignment', 'w:outlineLvl', 'w:rPr', 'w:sectPr'],
  'w:tblPr': ['w:tblStyle', 'w:tblpPr', 'w:tblOverlap', 'w:bidiVisual', 'w:tblW', 'w:jc', 'w:tblCellSpacing', 'w:tblInd', 'w:tblBorders', 'w:shd', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:noWrap', 'w:tcMar', 'w:textDirection', 'w:tcFitText', 'w:vAlign'],
  'w:sectPr': ['w:headerReference', 'w:footerReference', 'w:footnotePr', 'w:endnotePr', 'w:type', 'w:pgSz', 'w:pgMar', 'w:paperSrc', 'w:pgBorders', 'w:lnNumType', 'w:pgNumType', 'w:cols',
    'w:formProt', 'w:vAlign', 'w:noEndnote', 'w:titlePg', 'w:textDirection', 'w:bidi', 'w:rtlGutter', 'w:docGrid'],
  'c:dLbl': ['c:idx', 'c:delete', 'c:layout', 'c:tx', 'c:numFmt', 'c:spPr', 'c:txPr', 'c:dLblPos', 'c:showLegendKey', 'c:showVal', 'c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize',
    'c:separator', 'c:extLst'],
};

type DocxParts = { readonly names: ReadonlySet<string>; readonly xml: ReadonlyMap<string, XmlElement>; readonly body: XmlElement };

/** The parts of a document, its XML read. Throws where a part is not well formed. */
export function docxParts(file: Uint8Array): DocxParts {
  const entries = zipEntries(file);
  const xml = new Map([...entries].filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, bytes]) => [name, xmlTree(new TextDecoder('utf-8', { fatal: true }).decode(bytes))]));
  const body = xml.get('word/document.xml')?.children.find(({ name }) => name === 'w:body');
  if (body === undefined) throw new Error('There is no text.');
  return { names: new Set(entries.keys()), xml, body };
}

/** Everything wrong with a document's structure. */
export function docxFaults(file: Uint8Array): string[] {
  const parts = docxParts(file);
  return [...typeFaults(parts), ...relationFaults(parts), ...[...parts.xml].flatMap(([name, root]) => orderFaults(name, root)), ...styleFaults(parts), ...tableFaults(parts), ...fieldFaults(parts), ...altFaults(parts), ...headingFaults(parts)];
}

function typeFaults({ xml, names }: DocxParts): string[] {
  const types = xml.get('[Content_Types].xml');
  if (types === undefined) return ['There are no content types.'];
  const extensions = new Set(childrenNamed(types, 'Default').map(({ attributes }) => attributes.Extension));
  const given = childrenNamed(types, 'Override').map(({ attributes }) => attributes.PartName ?? '');
  return [
    ...given.filter((name, at) => given.indexOf(name) !== at).map((name) => `${name} has two content types.`),
    ...given.filter((name) => !names.has(name.slice(1))).map((name) => `A content type is given for ${name}, which is not there.`),
    ...[...names].filter((name) => name !== '[Content_Types].xml' && !given.includes(`/${name}`) && !extensions.has(name.split('.').at(-1))).map((name) => `${name} has no content type.`),
  ];
}

function relationFaults({ xml, names }: DocxParts): string[] {
  return [...xml].filter(([name]) => name.endsWith('.rels')).flatMap(([name, root]) => {
    const owner = posix.join(dirname(dirname(name)), name.split('/').at(-1)?.replace(/\.rels$/, '') ?? '');
    const ids = root.children.map(({ attributes }) => attributes.Id ?? '');
    const used = everyElement(xml.get(owner) ?? { name: '', attributes: {}, children: [], text: '' }).flatMap(({ attributes }) => Object.entries(attributes).filter(([key]) => /^r:(id|embed|link)$/.test(key)).map(([, id]) => id));
    return [
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${name} gives ${id} twice.`),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${owner} uses ${id}, which ${name} does not give.`),
      ...root.children.flatMap(({ attributes: { Target: target = '', TargetMode: mode } }) => {
        if (mode === 'External') return [`${name} points outside the document, at ${target}.`];
        return names.has(target.startsWith('/') ? target.slice(1) : posix.join(dirname(dirname(name)), target)) ? [] : [`${name} points at ${target}, which is not there.`];
      }),
    ];
  });
}

const orderFaults = (part: string, root: XmlElement): string[] => everyElement(root).flatMap((element) => {
  const order = ORDER[element.name];
  if (order === undefined) return [];
  const places = element.children.map(({ name }) => order.indexOf(name));
  return element.children.flatMap(({ name }, at) => {
    if (places[at] === -1) return [`${part}: <${name}> does not belong in <${element.name}>.`];
    return at > 0 && (places[at] ?? 0) < (places[at - 1] ?? 0) ? [`${part}: <${name}> stands too late in <${element.name}>.`] : [];
  });
});

/** Styles and lists that are used are there. */
function styleFaults({ xml }: DocxParts): string[] {
  const ids = (name: string, element: string, attribute: string): Set<string | undefined> =>
    new Set(everyElement(xml.get(name) ?? { name: '', attributes: {}, children: [], text: '' }).filter((each) => each.name === element).map(({ attributes }) => attributes[attribute]));
  const styles = ids('word/styles.xml', 'w:style', 'w:styleId');
  const lists = ids('word/numbering.xml', 'w:num', 'w:numId');
  const all = [...xml.values()].flatMap(everyElement);
  const used = (element: string): string[] => [...new Set(all.filter(({ name }) => name === element).map(({ attributes }) => attributes['w:val'] ?? ''))];
  return [
    ...used('w:pStyle').filter((id) => !styles.has(id)).map((id) => `There is no style ${id}.`),
    ...used('w:numId').filter((id) => !lists.has(id)).map((id) => `There is no list ${id}.`),
  ];
}

/** Tables as wide as their grid, with a head that is repeated, no row that breaks, and a paragraph at the end of each cell. */
const tableFaults = ({ body }: DocxParts): string[] => everyElement(body).filter(({ name }) => name === 'w:tbl').flatMap((table, at) => {
  const rows = childrenNamed(table, 'w:tr');
  const has = (row: XmlElement, element: string): boolean => childrenNamed(row, 'w:trPr').some(({ children }) => children.some(({ name }) => name === element));
  const grid = (childrenNamed(table, 'w:tblGrid')[0]?.children ?? []).map(({ attributes }) => Number(attributes['w:w']));
  const spanOf = (cell: XmlElement): number => Number(everyElement(cell).find(({ name }) => name === 'w:gridSpan')?.attributes['w:val'] ?? 1);
  return [
    ...(rows[0] !== undefined && has(rows[0], 'w:tblHeader') ? [] : [`Table ${at + 1} does not repeat its head.`]),
    ...rows.filter((row) => !has(row, 'w:cantSplit')).map(() => `Table ${at + 1} has a row that breaks.`),
    ...rows.filter((row) => childrenNamed(row, 'w:tc').reduce((sum, cell) => sum + spanOf(cell), 0) !== grid.length).map(() => `Table ${at + 1} has a row of other columns than its grid.`),
    ...rows.flatMap((row) => childrenNamed(row, 'w:tc')).filter(({ children }) => children.at(-1)?.name !== 'w:p').map(() => `Table ${at + 1} has a cell that does not end in a paragraph.`),
    ...(grid.every((width) => width > 0) ? [] : [`Table ${at + 1} has a column without a width.`]),
  ];
});

/** Fields open and close, and what they refer to is there. */
function fieldFaults({ xml, body }: DocxParts): string[] {
  const marks = new Set(everyElement(body).filter(({ name }) => name === 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']));
  const wanted = everyElement(body).filter(({ name }) => name === 'w:instrText').flatMap(({ text }) => /PAGEREF (\S+)/.exec(text)?.[1] ?? []);
  return [
    ...wanted.filter((name) => !marks.has(name)).map((name) => `A page number is wanted of ${name}, which is not there.`),
    ...[...xml].flatMap(([part, root]) => {
      const kinds = everyElement(root).filter(({ name }) => name === 'w:fldChar').map(({ attributes }) => attributes['w:fldCharType']);
      return kinds.filter((kind) => kind === 'begin').length === kinds.filter((kind) => kind === 'end').length ? [] : [`${part} has a field that is not closed.`];
    }),
  ];
}

const altFaults = ({ body }: DocxParts): string[] => everyElement(body).filter(({ name, attributes }) => name === 'wp:docPr' && (attributes.descr ?? '') === '').map(() => 'A picture has no text for those who cannot see it.');

/** The depth of each heading by its style; no depth is skipped. */
function headingFaults({ body }: DocxParts): string[] {
  const depths = everyElement(body).filter(({ name }) => name === 'w:pStyle').flatMap(({ attributes }) => /^Heading(\d)$/.exec(attributes['w:val'] ?? '')?.[1] ?? []).map(Number);
  return depths.flatMap((depth, at) => (depth > (depths[at - 1] ?? 0) + 1 ? [`Heading ${at + 1} is ${depth} deep after one of ${depths[at - 1] ?? 0}.`] : []));
}

/** The text of an element, paragraph by paragraph. */
export const textOf = (element: XmlElement): string => everyElement(element).filter(({ name }) => name === 'w:p')
  .map((paragraph) => everyElement(paragraph).map(({ name, text, attributes }) => (name === 'w:t' ? text : name === 'w:tab' && attributes['w:val'] === undefined ? '\t' : '')).join('')).join('\n');
