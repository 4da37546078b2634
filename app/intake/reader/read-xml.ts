import type { XmlDocument, XmlElement } from '../xml-element.ts';
import { MAX_XML_BYTES, MAX_XML_DEPTH, MAX_XML_ELEMENTS } from './limits.ts';
import { RefusedFile } from './refused-file.ts';
import { lineAt, xmlText } from './xml-text.ts';

/*
 * A reader for the XML that finance systems write: elements, attributes, text, CDATA, comments, processing instructions
 * and the five entities and numeric ones. It knows no document types: what can name other files, or make a small file
 * large, is refused before anything of it is read. One pass, no recursion, and every pattern moves forward only.
 */

const NAME = '[\\p{L}_:][\\p{L}\\p{N}_:.\\u00b7-]*';
const OPENING = new RegExp(`<(${NAME})`, 'uy');
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'uy');
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const OPENING_END = /\s*(\/?)>/y;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,40}));/y;
const ENTITIES: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\'']]);
/** The namespace with which a document asks for another file in its place. */
const INCLUDING = 'http://www.w3.org/2001/XInclude';
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** How a document is read: what of it is too much, and whether the spaces around its texts mean something, as in Word's. */
export type XmlReading = { readonly mostBytes: number; readonly mostElements: number; readonly keepsSpaces: boolean };

const AS_FINANCE_WRITES: XmlReading = { mostBytes: MAX_XML_BYTES, mostElements: MAX_XML_ELEMENTS, keepsSpaces: false };

/**
 * Reads an XML document whole.
 * @throws RefusedFile with the line, where it has a document type, is too large or deep, or is not well formed.
 */
export function readXml(bytes: Uint8Array, fileName: string, reading: XmlReading = AS_FINANCE_WRITES): XmlDocument {
  if (bytes.length > reading.mostBytes) {
    throw new RefusedFile(`${fileName} is larger than ${reading.mostBytes / 1_000_000} MB, which is more than Kitplan reads of an XML file.`);
  }
  const { text, remarks } = xmlText(bytes, fileName);
  return { root: new XmlReader(text, fileName, reading).read(), remarks };
}

/** An element whose end has not come yet. */
type Open = { readonly fullName: string; readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: XmlElement[]; readonly line: number; text: string };

class XmlReader {
  readonly #text: string;
  readonly #fileName: string;
  readonly #reading: XmlReading;
  readonly #open: Open[] = [];
  #at = 0;
  #elements = 0;
  #root: XmlElement | null = null;
  /** The line of `#lineAt`, so that lines are counted once. */
  #line = 1;
  #lineAt = 0;
  #lineEnd: number;

  constructor(text: string, fileName: string, reading: XmlReading) {
    this.#text = text;
    this.#fileName = fileName;
    this.#reading = reading;
    this.#lineEnd = this.#endAfter(0);
  }

  read(): XmlElement {
    while (this.#at < this.#text.length) {
      if (this.#text.startsWith('<', this.#at)) this.#markup();
      else this.#characters();
    }
    const open = this.#open.at(-1);
    if (open !== undefined) throw this.#refused(`ends before <${open.fullName}> of line ${open.line} is closed, so a part of it is missing`);
    if (this.#root === null) throw this.#refused('has no element in it, so there is nothing to read');
    return this.#root;
  }

  #markup(): void {
    if (this.#text.startsWith('<!--', this.#at)) this.#skipTo('-->', 4, 'a comment');
    else if (this.#text.startsWith('<![CDATA[', this.#at)) this.#characterData();
    else if (this.#text.startsWith('<!', this.#at)) throw this.#refused('has a document type of its own, which Kitplan never reads');
    else if (this.#text.startsWith('<?', this.#at)) this.#skipTo('?>', 2, 'an instruction');
    else if (this.#text.startsWith('</', this.#at)) this.#close();
    else this.#element();
  }

  /** @returns where the part begins and ends, without its marks. */
  #skipTo(end: string, from: number, what: string): readonly [number, number] {
    const start = this.#at + from;
    const found = this.#text.indexOf(end, start);
    if (found < 0) throw this.#refused(`has ${what} in line ${this.#lineOf(this.#at)} that is opened and never closed`);
    this.#at = found + end.length;
    return [start, found];
  }

  #characterData(): void {
    const { line, open } = { line: this.#lineOf(this.#at), open: this.#open.at(-1) };
    const [from, to] = this.#skipTo(']]>', 9, 'a CDATA section');
    if (open === undefined) throw this.#refused(`has text outside its outermost element in line ${line}`);
    open.text += this.#text.slice(from, to);
  }

  #characters(): void {
    const next = this.#text.indexOf('<', this.#at);
    const end = next < 0 ? this.#text.length : next;
    const raw = this.#text.slice(this.#at, end);
    const open = this.#open.at(-1);
    if (open !== undefined) open.text += this.#resolved(raw, this.#at);
    else if (raw.trim() !== '') throw this.#refused(`has text outside its outermost element in line ${this.#lineOf(this.#at + raw.search(/\S/))}`);
    this.#at = end;
  }

  #element(): void {
    const line = this.#lineOf(this.#at);
    const fullName = this.#take(OPENING)?.[1];
    if (fullName === undefined) throw this.#refused(`has a “<” in line ${line} that begins no element`);
    if (this.#root !== null) throw this.#refused(`has a second outermost element, <${fullName}>, in line ${line}`);
    this.#elements += 1;
    if (this.#elements > this.#reading.mostElements) throw this.#refused(`has more than ${this.#reading.mostElements.toLocaleString('en-GB')} elements, which is more than Kitplan reads`);
    if (this.#open.length >= MAX_XML_DEPTH) throw this.#refused(`has elements within elements more than ${MAX_XML_DEPTH} deep in line ${line}, which is more than Kitplan reads`);
    const attributes = this.#attributes(fullName);
    const end = this.#take(OPENING_END);
    if (end === null) throw this.#refused(`has a tag <${fullName}> in line ${line} that cannot be read to its end`);
    const element: Open = { fullName, name: withoutPrefix(fullName), attributes, children: [], line, text: '' };
    this.#open.push(element);
    if (end[1] === '/') this.#finish();
  }

  #attributes(element: string): ReadonlyMap<string, string> {
    let found: Map<string, string> | null = null;
    const seen = new Set<string>();
    for (;;) {
      const from = this.#at;
      const attribute = this.#take(ATTRIBUTE);
      if (attribute === null) return found ?? NO_ATTRIBUTES;
      const [, name = '', double, single] = attribute;
      if (seen.has(name)) throw this.#refused(`gives ${name} twice in the tag <${element}> in line ${this.#lineOf(from)}`);
      seen.add(name);
      const value = this.#resolved(double ?? single ?? '', from);
      if (value === INCLUDING) throw this.#refused('asks for other files to be read into it (XInclude), which Kitplan never does');
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      found ??= new Map();
      found.set(name, value);
    }
  }

  #close(): void {
    const line = this.#lineOf(this.#at);
    const name = this.#take(CLOSING)?.[1];
    const open = this.#open.at(-1);
    if (name === undefined) throw this.#refused(`has a closing tag in line ${line} that cannot be read`);
    if (open === undefined) throw this.#refused(`closes <${name}> in line ${line}, which was never opened`);
    if (open.fullName !== name) throw this.#refused(`closes <${name}> in line ${line} while <${open.fullName}> of line ${open.line} is still open`);
    this.#finish();
  }

  #finish(): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const { name, attributes, children, line, text } = open;
    const element: XmlElement = { name, attributes, children, line, text: this.#reading.keepsSpaces ? text : text.trim() };
    const above = this.#open.at(-1);
    if (above === undefined) this.#root = element;
    else above.children.push(element);
  }

  /** Text with its entities resolved. Only the five and numeric ones mean something without a document type. */
  #resolved(raw: string, from: number): string {
    if (!raw.includes('&')) return raw;
    let resolved = '';
    let done = 0;
    for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', done)) {
      ENTITY.lastIndex = at;
      const [whole, decimal, hex, name] = ENTITY.exec(raw) ?? [];
      if (whole === undefined) throw this.#refused(`has a bare “&” in line ${this.#lineOf(from + at)}, where XML wants “&amp;”`);
      const character = name === undefined ? characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) : ENTITIES.get(name);
      if (character === undefined) {
        throw this.#refused(`uses ${whole} in line ${this.#lineOf(from + at)}, which only a document type could explain, and Kitplan never reads one`);
      }
      if (character === null) throw this.#refused(`names the character ${whole} in line ${this.#lineOf(from + at)}, which an XML document cannot hold`);
      resolved += raw.slice(done, at) + character;
      done = at + whole.length;
    }
    return resolved + raw.slice(done);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  /** Asked for in rising order but for refusals, so that the lines of a document are counted once. */
  #lineOf(index: number): number {
    if (index < this.#lineAt) return lineAt(this.#text, index);
    for (; this.#lineEnd < index; this.#lineEnd = this.#endAfter(this.#lineEnd + 1)) this.#line += 1;
    this.#lineAt = index;
    return this.#line;
  }

  /** Where the line ends that a place lies in. Word writes a whole book in one line: its end is looked for once. */
  #endAfter(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? Number.POSITIVE_INFINITY : end;
  }

  #refused(what: string): RefusedFile {
    return new RefusedFile(`${this.#fileName} ${what}.`);
  }
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Null for what XML cannot hold: control characters, halves of a pair, and what is no character at all. */
function characterOf(code: number): string | null {
  const isCharacter = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code < 0x7f) || (code > 0x9f && code < 0xd800)
    || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10_ffff);
  return isCharacter ? String.fromCodePoint(code) : null;
}
