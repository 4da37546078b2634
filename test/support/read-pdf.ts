import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as its reader meets it: what is written on each page, and what a screen reader is told about it. */

export type Tag = { readonly role: string; readonly alt?: string; readonly children: readonly Tag[] };

export type ReadPage = {
  readonly text: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly tags: readonly Tag[];
};

export type ReadPdf = {
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
  readonly pages: readonly ReadPage[];
  /** With the page that each leads to, from 1. */
  readonly bookmarks: readonly { readonly title: string; readonly page: number }[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
};

type StructureNode = { readonly role?: string; readonly alt?: string; readonly children?: readonly unknown[] };
type Outline = { readonly title: string; readonly dest: string | unknown[] | null; readonly items: readonly Outline[] };
type LoadedFont = { readonly name: string; readonly missingFile?: boolean };

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, fontExtraProperties: true });
  const pdf = await loading.promise;
  const [{ info }, marks, outline] = await Promise.all([pdf.getMetadata(), pdf.getMarkInfo(), pdf.getOutline()]);
  const pages: ReadPage[] = [];
  const fonts = new Map<string, LoadedFont>();
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const tree = (await page.getStructTree()) as unknown as StructureNode | null;
    pages.push({ text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''), width, height, tags: tagsIn(tree?.children ?? []) });
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operator, index) => {
      const [id] = (argsArray[index] ?? []) as unknown[];
      if (operator === OPS.setFont && typeof id === 'string') fonts.set(id, page.commonObjs.get(id) as LoadedFont);
    });
  }
  const pageOf = async (dest: Outline['dest']): Promise<number> => {
    const to = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    return (await pdf.getPageIndex(to?.[0] as never)) + 1;
  };
  const flat = (entries: readonly Outline[]): Outline[] => entries.flatMap((each) => [each, ...flat(each.items)]);
  const bookmarks = await Promise.all(flat(outline as unknown as Outline[] ?? []).map(async ({ title, dest }) => ({ title, page: await pageOf(dest) })));
  await loading.destroy();
  const facts = info as { readonly Title?: string; readonly Language?: string };
  return {
    title: facts.Title ?? '', language: facts.Language ?? null, tagged: (marks as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true, pages, bookmarks,
    fonts: [...fonts.values()].map(({ name, missingFile }) => ({ name, embedded: missingFile !== true })),
  };
}

const tagsIn = (children: readonly unknown[]): Tag[] => children.flatMap((child) => {
  const { role, alt, children: below = [] } = child as StructureNode;
  return role === undefined ? [] : [{ role, ...(alt === undefined ? {} : { alt }), children: tagsIn(below) }];
});

/** Every tag of a page, with those inside others. */
export const allTags = (tags: readonly Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...allTags(tag.children)]);
