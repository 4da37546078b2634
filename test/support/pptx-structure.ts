import { contentTypeFaults, relationshipFaults, structureFaults, xlsxParts, type XlsxParts } from './xlsx-structure.ts';
import { childrenNamed, everyElement, type XmlElement } from './xml-tree.ts';
import { zipEntries } from './zip-entries.ts';

/* What PowerPoint would ask to repair, checked without it. Every function answers sentences; none means sound. */

const SHOWS = ['c:showLegendKey', 'c:showVal', 'c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'];

/** Order of children by ECMA-376 part 1, of all that our slides hold. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'p:presentation': ['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz', 'p:defaultTextStyle', 'p:extLst'],
  'p:sld': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing', 'p:extLst'],
  'p:cSld': ['p:bg', 'p:spTree', 'p:custDataLst', 'p:controls', 'p:extLst'],
  'p:sp': ['p:nvSpPr', 'p:spPr', 'p:style', 'p:txBody', 'p:extLst'],
  'p:graphicFrame': ['p:nvGraphicFramePr', 'p:xfrm', 'a:graphic', 'p:extLst'],
  'p:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'], 'a:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
  'a:pPr': ['a:lnSpc', 'a:spcBef', 'a:spcAft', 'a:buClr', 'a:buSzPct', 'a:buFont', 'a:buNone', 'a:buAutoNum', 'a:buChar', 'a:tabLst', 'a:defRPr', 'a:extLst'],
  'a:rPr': ['a:ln', 'a:noFill', 'a:solidFill', 'a:effectLst', 'a:highlight', 'a:latin', 'a:ea', 'a:cs', 'a:sym', 'a:hlinkClick'],
  'a:tbl': ['a:tblPr', 'a:tblGrid', 'a:tr'], 'a:tc': ['a:txBody', 'a:tcPr'],
  'a:tcPr': ['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB', 'a:noFill', 'a:solidFill', 'a:extLst'],
  'c:chartSpace': ['c:date1904', 'c:lang', 'c:roundedCorners', 'c:style', 'c:chart', 'c:spPr', 'c:txPr', 'c:externalData', 'c:printSettings', 'c:extLst'],
  'c:chart': ['c:title', 'c:autoTitleDeleted', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs', 'c:extLst'],
  'c:plotArea': ['c:layout', 'c:barChart', 'c:lineChart', 'c:catAx', 'c:valAx', 'c:dTable', 'c:spPr'],
  'c:barChart': ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:gapWidth', 'c:overlap', 'c:serLines', 'c:axId'],
  'c:lineChart': ['c:grouping', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:dropLines', 'c:hiLowLines', 'c:upDownBars', 'c:marker', 'c:smooth', 'c:axId'],
  'c:ser': ['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:marker', 'c:dPt', 'c:dLbls', 'c:trendline', 'c:errBars', 'c:cat', 'c:val', 'c:smooth'],
  'c:dLbls': ['c:dLbl', 'c:numFmt', 'c:spPr', 'c:txPr', 'c:dLblPos', ...SHOWS, 'c:extLst'],
  'c:dLbl': ['c:idx', 'c:layout', 'c:tx', 'c:numFmt', 'c:spPr', 'c:txPr', 'c:dLblPos', ...SHOWS, 'c:extLst'],
  'c:catAx': ['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:title', 'c:numFmt', 'c:majorTickMark', 'c:minorTickMark', 'c:tickLblPos', 'c:spPr', 'c:txPr', 'c:crossAx', 'c:crosses', 'c:auto', 'c:lblAlgn', 'c:lblOffset', 'c:noMultiLvlLbl'],
  'c:valAx': ['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:title', 'c:numFmt', 'c:majorTickMark', 'c:minorTickMark', 'c:tickLblPos', 'c:spPr', 'c:txPr', 'c:crossAx', 'c:crosses', 'c:crossBetween', 'c:majorUnit'],
  'c:scaling': ['c:logBase', 'c:orientation', 'c:max', 'c:min'],
  'c:legend': ['c:legendPos', 'c:legendEntry', 'c:layout', 'c:overlay', 'c:spPr', 'c:txPr'],
};

/** Everything wrong with the structure of a file of slides, its workbooks included. */
export function slidesFaults(archive: Uint8Array): string[] {
  const parts = xlsxParts(archive);
  return [
    ...contentTypeFaults(parts), ...relationshipFaults(parts), ...[...parts.xml].flatMap(([name, root]) => [...orderFaults(name, root), ...paragraphFaults(name, root)]),
    ...slideNames(parts).flatMap((name) => slideFaults(name, rootOf(parts, name))),
    ...[...zipEntries(archive)].filter(([name]) => name.endsWith('.xlsx')).flatMap(([name, bytes]) => structureFaults(bytes).map((fault) => `${name}: ${fault}`)),
  ];
}

export const slideNames = (parts: XlsxParts): string[] => [...parts.xml.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  .toSorted((one, other) => Number(/\d+/.exec(one)?.[0]) - Number(/\d+/.exec(other)?.[0]));

const rootOf = (parts: XlsxParts, name: string): XmlElement => {
  const root = parts.xml.get(name);
  if (root === undefined) throw new Error(`There is no ${name}.`);
  return root;
};

/** All the words below an element, a line for each paragraph. */
export const wordsIn = (root: XmlElement): string[] => everyElement(root).filter(({ name }) => name === 'a:p')
  .map((paragraph) => everyElement(paragraph).filter(({ name }) => name === 'a:t').map(({ text }) => text).join('')).filter((text) => text !== '');

function orderFaults(name: string, root: XmlElement): string[] {
  return everyElement(root).flatMap((element) => {
    const order = ORDER[element.name];
    if (order === undefined) return [];
    const places = element.children.map((child) => order.indexOf(child.name));
    return element.children.flatMap((child, at) => {
      if (places[at] === -1) return [`${name}: <${child.name}> does not belong in <${element.name}>.`];
      return at > 0 && (places[at] ?? 0) < (places[at - 1] ?? 0) ? [`${name}: <${child.name}> stands too late in <${element.name}>.`] : [];
    });
  });
}

/** How a paragraph is set is said once, before its runs. */
const paragraphFaults = (name: string, root: XmlElement): string[] => everyElement(root).filter((element) => element.name === 'a:p').flatMap(({ children }) =>
  (children.some((child, at) => child.name === 'a:pPr' && at > 0) ? [`${name}: a paragraph says how it is set after it has begun.`] : []));

/** Every shape has a number of its own, every slide a title, every chart and table words for those who cannot see them. */
function slideFaults(name: string, root: XmlElement): string[] {
  const elements = everyElement(root);
  const ids = elements.filter((element) => element.name === 'p:cNvPr').map(({ attributes }) => attributes.id);
  const titles = elements.filter((element) => element.name === 'p:ph' && element.attributes.type === 'title');
  const frames = elements.filter((element) => element.name === 'p:nvGraphicFramePr').flatMap((element) => childrenNamed(element, 'p:cNvPr'));
  const [title] = elements.filter((element) => element.name === 'p:sp').filter((shape) => everyElement(shape).some((each) => each.name === 'p:ph' && each.attributes.type === 'title'));
  return [
    ...(new Set(ids).size === ids.length ? [] : [`${name}: two shapes have one number.`]),
    ...(titles.length === 1 && title !== undefined && wordsIn(title).length === 1 ? [] : [`${name} has no title.`]),
    ...frames.filter(({ attributes }) => (attributes.descr ?? '') === '').map(({ attributes }) => `${name}: ${attributes.name} says nothing to those who cannot see it.`),
    ...elements.filter(({ attributes }) => attributes.lang !== undefined && attributes.lang !== 'en-GB').map(() => `${name}: words that are not in British English.`),
  ];
}
