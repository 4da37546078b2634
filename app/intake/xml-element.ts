/** An element of an XML document as it was read: names without their prefixes, text with its entities resolved. */
export type XmlElement = {
  readonly name: string;
  /** By their names as written; declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children, trimmed. */
  readonly text: string;
  /** The line on which it starts, counted from 1. */
  readonly line: number;
};

export type XmlDocument = {
  readonly root: XmlElement;
  /** What had to be assumed to read it, in words; empty when nothing was. */
  readonly remarks: readonly string[];
};

const isNamed = (name: string, asked: string): boolean => name.toLowerCase() === asked.toLowerCase();

/**
 * A field of an element, by name and whatever its capitals: programs write it as a child element or as an attribute.
 * @returns null where there is none, or it is empty.
 */
export function fieldOf(element: XmlElement, asked: string): string | null {
  for (const child of element.children) {
    if (isNamed(child.name, asked) && child.text !== '') return child.text;
  }
  for (const [name, value] of element.attributes) {
    if (isNamed(name, asked) && value.trim() !== '') return value.trim();
  }
  return null;
}

/** Every element of a name below this one, in the order of the document, whatever lies between. */
export function elementsNamed(element: XmlElement, asked: string): XmlElement[] {
  // Documents are read to a depth of 50 at most, so that this cannot go deep.
  return element.children.flatMap((child) => [...(isNamed(child.name, asked) ? [child] : []), ...elementsNamed(child, asked)]);
}
