import type { Faces } from './styles.ts';

/** What a letterhead says of its pages and its type, read from its XML as Word writes it. */

export type PageWidths = { readonly upright: number; readonly across: number };

/** A4 with margins of 20 mm, where a letterhead says nothing. */
const PLAIN_PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';
const SECTION = /<w:sectPr\b[^>]*?(?:\/>|>.*?<\/w:sectPr>)/gs;

export const withPage = (xml: string): string => (new RegExp(SECTION).test(xml) ? xml.replace(/<w:sectPr\b[^>]*\/>/, PLAIN_PAGE) : xml.replace('</w:body>', `${PLAIN_PAGE}</w:body>`));

/** The settings of the page on which a place lies: the first that follow it. */
export function pageAfter(xml: string, at: number): string {
  const sections = [...xml.matchAll(SECTION)];
  return (sections.find(({ index }) => index > at) ?? sections.at(-1))?.[0] ?? PLAIN_PAGE;
}

const numberIn = (xml: string, element: string, attribute: string, otherwise: number): number =>
  Number(new RegExp(`<w:${element}\\b[^>]*\\bw:${attribute}="(\\d+)"`).exec(xml)?.[1] ?? otherwise);

/** The narrower side is the width of an upright page, however the letterhead lies. */
export function widthsOf(page: string): PageWidths {
  const sides = [numberIn(page, 'pgSz', 'w', 11_906), numberIn(page, 'pgSz', 'h', 16_838)].toSorted((one, other) => one - other);
  const margins = numberIn(page, 'pgMar', 'left', 1134) + numberIn(page, 'pgMar', 'right', 1134) + numberIn(page, 'pgMar', 'gutter', 0);
  const least = 2_000;
  return { upright: Math.max(least, (sides[0] ?? 0) - margins), across: Math.max(least, (sides[1] ?? 0) - margins) };
}

/** The same page upright or across; one that goes on from another has no first page of its own and does not count afresh. */
export function pageLying(page: string, landscape: boolean, goesOn: boolean): string {
  const sides = [numberIn(page, 'pgSz', 'w', 11_906), numberIn(page, 'pgSz', 'h', 16_838)].toSorted((one, other) => one - other);
  const [width, height] = landscape ? sides.toReversed() : sides;
  const size = `<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/>`;
  const sized = /<w:pgSz\b[^>]*\/>/.test(page) ? page.replace(/<w:pgSz\b[^>]*\/>/, size) : page.replace('</w:sectPr>', `${size}</w:sectPr>`);
  return goesOn ? sized.replaceAll(/<w:(?:titlePg|type|pgNumType)\b[^>]*\/>/g, '') : sized;
}

/** The letterhead's own typeface for everything: what its text is set in, else what its theme says. */
export function facesOf(styles: string, theme: string): Faces {
  const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
  const normal = /<w:style\b[^>]*w:default="1"[^>]*w:type="paragraph"[^>]*>.*?<\/w:style>|<w:style\b[^>]*w:type="paragraph"[^>]*w:default="1"[^>]*>.*?<\/w:style>/s.exec(styles)?.[0] ?? '';
  const fontIn = (xml: string): string | undefined => /<w:rFonts\b[^>]*\bw:ascii="([^"]+)"/.exec(xml)?.[1];
  const face = fontIn(normal) ?? fontIn(defaults) ?? /<a:minorFont>.*?<a:latin\b[^>]*typeface="([^"]+)"/s.exec(theme)?.[1] ?? 'Calibri';
  return { text: face, small: face };
}

const STYLE_ELEMENT = /<w:style\b[^>]*\bw:styleId="([^"]+)"[^>]*>.*?<\/w:style>/gs;
type StyleElement = { readonly id: string; readonly name: string; readonly xml: string };

/** Every style with its id and its name in small letters: Word knows its own by their names alone. */
const stylesIn = (xml: string): StyleElement[] =>
  [...xml.matchAll(STYLE_ELEMENT)].map(([whole, id = '']) => ({ id, name: (/<w:name\b[^>]*w:val="([^"]*)"/.exec(whole)?.[1] ?? id).toLowerCase(), xml: whole }));

/**
 * Adds the styles that a letterhead lacks.
 * @returns its styles, and its ids of those it has under other ids than ours
 */
export function withStyles(own: string, ours: string): { readonly xml: string; readonly ids: ReadonlyMap<string, string> } {
  if (own === '') return { xml: ours, ids: new Map() };
  const there = stylesIn(own);
  const names = new Map(there.map(({ name, id }) => [name, id]));
  const taken = new Set(there.map(({ id }) => id));
  const normal = names.get('normal') ?? 'Normal';
  const missing = stylesIn(ours).filter(({ id, name }) => !names.has(name) && !taken.has(id));
  const added = missing.map(({ xml }) => xml.replaceAll(/(<w:(?:basedOn|next)\b[^>]*w:val=")Normal"/g, `$1${normal}"`)).join('');
  const ids = new Map(stylesIn(ours).flatMap(({ id, name }) => {
    const theirs = names.get(name);
    return theirs === undefined || theirs === id ? [] : [[id, theirs] as const];
  }));
  return { xml: own.replace('</w:styles>', () => `${added}</w:styles>`), ids };
}
