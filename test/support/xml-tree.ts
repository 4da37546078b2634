/** An element of an XML text: just enough to check a document's structure. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };

const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

const unescaped = (text: string): string => text.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
  if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
  const found = ENTITIES[name];
  if (found === undefined) throw new Error(`${whole} is no entity of XML.`);
  return found;
});

/** Reads an XML text. Throws where tags do not nest, an attribute is repeated, or a bare "&" or "<" stands in text. */
export function xmlTree(source: string): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  TOKEN.lastIndex = source.startsWith('\ufeff') ? 1 : 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (found === null) throw new Error(`Not well formed at ${at}: ${source.slice(at, at + 60)}`);
    const [, closed, opened, attributes = '', selfClosed, text] = found;
    const top = stack.at(-1) ?? root;
    if (closed !== undefined) {
      if (top.name !== closed) throw new Error(`</${closed}> closes <${top.name}>.`);
      stack.pop();
    } else if (opened !== undefined) {
      const element: Open = { name: opened, attributes: attributesOf(attributes), children: [], text: '' };
      top.children.push(element);
      if (selfClosed === '') stack.push(element);
    } else if (text !== undefined) {
      if (/&(?!(#x?[0-9a-f]+|\w+);)/i.test(text)) throw new Error(`A bare & in: ${text.slice(0, 60)}`);
      top.text += unescaped(text);
    }
  }
  const [only] = root.children;
  if (stack.length !== 1 || only === undefined || root.children.length !== 1) throw new Error('There is not exactly one root element.');
  return only;
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`The attribute ${name} is given twice.`);
    attributes[name] = unescaped(value);
  }
  return attributes;
}

/** Every element below and including this one. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);
