import { elementsNamed, type XmlElement } from '../xml-element.ts';
import { readXml, type XmlReading } from './read-xml.ts';
import { RefusedFile } from './refused-file.ts';
import { oldWordSentence, startsAsZip } from './sniff.ts';
import { guardPackage, type GuardedPackage, type PackageWords } from './zip-guard.ts';

/*
 * Whether documents may be written on a school's own paper. What they are written on is sent to others and opened by them: nothing
 * in it may run, hold another file, or fetch anything from elsewhere.
 */

/** A letterhead with a large picture; it lies in the plan file, and in its history. */
const MOST_BYTES = 4_000_000;
const TEXT_PART = 'word/document.xml';
const AS_WORD_WRITES: XmlReading = { mostBytes: 10_000_000, mostElements: 200_000, keepsSpaces: true };
const A_LETTERHEAD: PackageWords = { program: 'Word', meant: 'a letterhead' };

/** The namespaces of a form of .docx that hardly any program writes. */
const STRICT = 'http://purl.oclc.org/ooxml/';

/** A placeholder as people type it: Word may have cut it into several runs. */
const PLACEHOLDER = /\{\{\s*([a-z]{1,20})\s*\}\}/gi;
/** Fields that read other files or speak to other programs. */
const FETCHING = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|RD|DATABASE)\b/i;
/** Relationships to elsewhere that do nothing until somebody follows them, and the template a document was made from, which is left out. */
const HARMLESS = /\/(?:hyperlink|attachedTemplate)$/;

/**
 * @returns the placeholders in its text, header and footer, in small letters
 * @throws RefusedFile where it is no Word document, damaged, or holds what documents must not
 */
export function checkLetterhead(bytes: Uint8Array, fileName: string): readonly string[] {
  if (!startsAsZip(bytes)) throw new RefusedFile(oldWordSentence(bytes, fileName) ?? notWord(fileName));
  if (bytes.length > MOST_BYTES) throw new RefusedFile(`${fileName} is larger than ${MOST_BYTES / 1_000_000} MB. A letterhead with smaller pictures works.`);
  const parts = guardPackage(bytes, fileName, A_LETTERHEAD);
  if (!parts.has(TEXT_PART) || !parts.has('[Content_Types].xml')) throw new RefusedFile(notWord(fileName));
  if (Buffer.from(parts.part(TEXT_PART) ?? []).includes(STRICT)) throw new RefusedFile(`${fileName} is saved as Strict Open XML. Save it in Word as “Word Document (.docx)”.`);
  refuseActive(parts, fileName);
  const read = parts.names.filter((name) => /\.(?:xml|rels)$/i.test(name)).map((name) => ({ name, root: readXml(parts.part(name) ?? new Uint8Array(), fileName, AS_WORD_WRITES).root }));
  for (const { name, root } of read) {
    if (name.endsWith('.rels')) refuseRelationships(root, fileName);
    else refuseFields(root, fileName);
  }
  const texts = read.filter(({ name }) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name)).flatMap(({ root }) => paragraphTexts(root));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, key = '']) => key.toLowerCase())))];
}

const notWord = (fileName: string): string => `${fileName} is not a Word document. A letterhead is a .docx: open it in Word and save it as that.`;

function refuseActive({ names, part }: GuardedPackage, fileName: string): void {
  const types = Buffer.from(part('[Content_Types].xml') ?? []).toString('utf8');
  if (names.some((name) => /vbaProject|vbaData/i.test(name)) || /macroEnabled/i.test(types)) {
    throw new RefusedFile(`${fileName} has macros in it. Save it in Word as .docx, which has none.`);
  }
  if (names.some((name) => /^word\/(?:embeddings|activeX|ole)/i.test(name) || /\.(?:bin|exe|js|html?|mht)$/i.test(name))) {
    throw new RefusedFile(`${fileName} has another file or a program inside it. Take the object out in Word and save the letterhead again.`);
  }
}

function refuseRelationships(root: XmlElement, fileName: string): void {
  for (const { attributes } of elementsNamed(root, 'Relationship')) {
    const type = attributes.get('Type') ?? '';
    if (type.endsWith('/aFChunk')) throw new RefusedFile(`${fileName} has another document inside it. Copy its text into the letterhead in Word and save it again.`);
    if (attributes.get('TargetMode')?.toLowerCase() === 'external' && !HARMLESS.test(type)) {
      throw new RefusedFile(`${fileName} fetches something from elsewhere when it is opened, such as a linked picture. In Word, put the picture itself into the letterhead.`);
    }
  }
}

function refuseFields(root: XmlElement, fileName: string): void {
  const simple = elementsNamed(root, 'fldSimple').map(({ attributes }) => [...attributes.values()].join(' '));
  // Word may cut an instruction into several runs, and two fields may stand side by side.
  const instructions = elementsNamed(root, 'p').map((paragraph) => elementsNamed(paragraph, 'instrText').map(({ text }) => text)).flatMap((texts) => [texts.join(''), texts.join(' ')]);
  if ([...simple, ...instructions].some((instruction) => FETCHING.test(instruction))) throw new RefusedFile(`${fileName} has a field that reads other files or starts a program. Take the field out in Word and save the letterhead again.`);
}

/** The text of each paragraph, put together from its runs. */
const paragraphTexts = (root: XmlElement): string[] => elementsNamed(root, 'p').map((paragraph) => elementsNamed(paragraph, 't').map(({ text }) => text).join(''));
