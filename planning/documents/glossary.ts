import type { DocumentFacts } from './facts.ts';
import type { DraftSection } from './draft.ts';
import type { DocumentReader } from './kinds.ts';
import { words, type DocumentBlock, type Words } from './model.ts';

/*
 * Words that not every reader knows, each with what it means in words that every reader does. A document explains those
 * that stand in it, once, in its last part; the check of words that a reader may not know asks here too.
 */

export type Term = {
  /** As it heads its explanation: `Virement`, `DfE`. */
  readonly name: string;
  /** Every form in which it stands in a text. One of capitals is found as it is, the others however they are written. */
  readonly forms: readonly string[];
  /** A sentence without its full stop, after the name and a colon. */
  readonly meaning: string;
  /** Of machines and systems: not for governors, where another word will do. */
  readonly technical: boolean;
};

const term = (technical: boolean) => (name: string, meaning: string, ...others: readonly string[]): Term => ({ name, forms: [name, ...others], meaning, technical });
const plain = term(false);
const technical = term(true);

/** In the order of the alphabet, as they are listed. */
export const GLOSSARY: readonly Term[] = [
  technical('Access point', 'a box, usually on a ceiling, through which devices join the wireless network', 'access points'),
  technical('AUE', 'the day after which a maker sends a device no more updates'),
  technical('AV', 'sound and picture: speakers, cameras, projectors'),
  technical('Backup', 'a copy of the school’s work, kept somewhere else in case the first is lost', 'backups'),
  technical('Broadband', 'the line that joins the school to the internet'),
  plain('Capital', 'money for things that last, such as computers; it may not be spent on running costs', 'capital money', 'capital spending', 'capital budget', 'capital fund', 'capital funds'),
  technical('CCTV', 'cameras that watch the site'),
  plain('CFR', 'the headings under which maintained schools report what they spend', 'consistent financial reporting'),
  technical('Chromebook', 'a simple laptop that works through the internet', 'Chromebooks'),
  technical('Cloud', 'kept on a company’s computers and reached through the internet', 'cloud service', 'cloud services'),
  plain('CPD', 'training for staff'),
  technical('Cyber security', 'keeping systems and what is on them safe from attack', 'cyber'),
  plain('Delegated budget', 'the money that the school is given to run itself'),
  plain('Devolved formula capital', 'a yearly sum from government for buildings and equipment', 'DFC'),
  plain('DfE', 'the Department for Education'),
  technical('Endpoint', 'any device that people work on', 'endpoints'),
  technical('Filtering', 'stopping harmful pages of the internet from being opened in school', 'filtering and monitoring'),
  technical('Firewall', 'what lets wanted traffic into the school’s network and keeps the rest out', 'firewalls'),
  technical('Firmware', 'the program built into a piece of equipment'),
  plain('ICT', 'computers, displays, printers and networks, and the programs and services that run on them'),
  plain('ICT reserve', 'money put aside for ICT, for years that cost more than others'),
  plain('KCSIE', 'the government’s rules on keeping children safe in education'),
  plain('Lease', 'paying to use something that belongs to somebody else', 'leases', 'leased', 'leasing'),
  technical('MFA', 'signing in with a second proof besides the password', 'multi-factor authentication'),
  technical('MFD', 'a printer that also copies and scans', 'MFDs', 'multifunction printer', 'multifunction printers'),
  technical('MIS', 'the program in which the school keeps its records of pupils and staff', 'management information system'),
  plain('Net of VAT', 'without the tax, which the school can usually claim back'),
  technical('Network switch', 'a box that joins the cables of the network', 'network switches', 'switch', 'switches', 'switching'),
  technical('Operating system', 'the program that runs a device and all other programs on it', 'operating systems'),
  technical('Processor', 'the part of a computer that does the work', 'processors', 'CPU'),
  plain('PTA', 'the association of parents and teachers'),
  plain('Pupil premium', 'money for the education of pupils from families with less'),
  technical('RAM', 'the part of a computer that holds what it is working on'),
  plain('Revenue', 'money for the costs of the year, such as paper, repairs and licences', 'revenue budget', 'revenue money', 'revenue spending'),
  plain('SEND', 'special educational needs and disabilities'),
  plain('SENDCo', 'the teacher who leads on special educational needs and disabilities', 'SENCO'),
  technical('Server', 'a computer that keeps files and runs services for the whole school', 'servers'),
  plain('SLT', 'the senior leaders of the school'),
  technical('SSD', 'a kind of disk inside a computer that makes it start and open things faster', 'SSDs', 'solid-state drive'),
  plain('Success criterion', 'how the school will know that an objective is met', 'success criteria'),
  technical('UPS', 'a battery that keeps equipment going while the power is off', 'uninterruptible power supply'),
  plain('Virement', 'money moved from one heading of the budget to another', 'virements'),
  technical('Visualiser', 'a camera that shows a page or an object on the big screen', 'visualisers'),
  technical('VLE', 'the website on which pupils find their lessons and hand in work'),
  plain('WEEE', 'the rules for getting rid of old electrical equipment'),
  technical('Wi-Fi', 'the wireless network', 'WiFi', 'Wi-Fi 5', 'Wi-Fi 6', 'Wi-Fi 6E', 'Wi-Fi 7'),
];

const isAcronym = (form: string): boolean => /^\p{Lu}{2}|^[A-Z]\p{Ll}?\p{Lu}/u.test(form);
const escaped = (form: string): string => form.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(' ', String.raw`\s+`);
const standing = (form: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(form)}(?![\p{L}\p{N}])`, isAcronym(form) ? 'gu' : 'giu');

/** The longer form first: `ICT reserve` is found before `ICT`, and takes its letters with it. */
const FORMS = GLOSSARY.flatMap((entry) => entry.forms.map((form) => ({ entry, form, pattern: standing(form) }))).toSorted((a, b) => b.form.length - a.form.length);

export type FoundTerm = { readonly term: Term; /** As it stands in the text, where it first does. */ readonly as: string; readonly at: number };

/** The words of a text that not every reader knows, each once, in the order in which they first stand there. */
export function termsIn(text: string): FoundTerm[] {
  const found = new Map<Term, FoundTerm>();
  let rest = text;
  for (const { entry, pattern } of FORMS) {
    rest = rest.replaceAll(pattern, (as: string, at: number) => {
      if (at < (found.get(entry)?.at ?? Infinity)) found.set(entry, { term: entry, as, at });
      return '\u0000'.repeat(as.length);
    });
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at);
}

/** Whether a word of that kind is strange to the reader: those who look after the network know their own words. */
export const strangeTo = (reader: DocumentReader, { technical: isTechnical }: Term): boolean => reader !== 'technical' || !isTechnical;

const runsText = (runs: Words): string => runs.map(({ text }) => text).join('');

/** All that a reader meets in a block, piece by piece. */
export function textsOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'paragraph': return [runsText(block.words)];
    case 'list': return block.items.map(runsText);
    case 'box': return [block.title, ...block.items.map(runsText)];
    case 'figure': return [block.chart.title, ...block.chart.series.map(({ name }) => name), ...(block.ledger === null ? [] : textsOf(block.ledger))];
    case 'table': return [block.caption, ...block.columns.map(({ heading }) => heading), ...block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)), ...(block.note === null ? [] : [block.note])];
  }
}

/** The section's key: the school can leave it out like any other. */
export const WORDS_USED = 'words_used';

/**
 * The last part of a document: what the words mean that stand in its sections as the school has them, its own words
 * among them. None where there is nothing to explain.
 */
export function wordsUsed(sections: readonly DraftSection[], { settings: { reader, sections: said } }: Pick<DocumentFacts, 'settings'>): DraftSection[] {
  const texts = sections.flatMap(({ key, title, blocks, optional = false }) => {
    const own = said.find(({ section }) => section === key) ?? { included: !optional, words: null };
    return own.included ? [title, ...blocks.flatMap(textsOf), own.words ?? ''] : [];
  });
  const terms = new Set(termsIn(texts.join('\n')).map((found) => found.term));
  const explained = GLOSSARY.filter((entry) => terms.has(entry) && strangeTo(reader, entry));
  if (explained.length === 0) return [];
  return [{
    key: WORDS_USED, title: 'Words used', annex: sections.some(({ annex = false }) => annex),
    blocks: [{ kind: 'list', ordered: false, items: explained.map(({ name, meaning }) => words({ text: name, strong: true }, `: ${meaning}.`)) }],
  }];
}
