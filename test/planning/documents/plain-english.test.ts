import { daleChall } from 'dale-chall';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { GLOSSARY, textsOf } from '../../../planning/documents/glossary.ts';
import { DOCUMENT_KINDS, DOCUMENT_READERS, type DocumentKind } from '../../../planning/documents/kinds.ts';
import { plainWords, type DocumentModel } from '../../../planning/documents/model.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { emptySchool, factsFor, hillcrest } from '../../support/document-schools.ts';
import { SCHOOL_WORDS } from './school-words.ts';

const EASY = new Set(daleChall);
const EXPLAINED = new Set(GLOSSARY.flatMap(({ forms, meaning }) => [...forms, meaning].flatMap((text) => tokensOf(text))));

/** Words as they stand, in small letters. What has a figure in it, such as a room or a number of kit, is no word. */
function tokensOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'./-]*/gu) ?? []).flatMap((token) => token.split(/[./]/u))
    .filter((token) => !/\p{N}/u.test(token)).map((token) => token.toLowerCase().replaceAll(/^[’'-]+|[’'-]+$/gu, '')).filter((token) => token.length > 1);
}

/** An easy word with an ending that leaves it easy: `years`, `moved`, `running`, `school’s`. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:’s|s’|n’t)$/u, ['']], [/ies$/u, ['y']], [/(?:ied|ier|iest)$/u, ['y']], [/(?:es|s)$/u, ['', 'e']], [/ed$/u, ['', 'e']], [/ing$/u, ['', 'e']], [/ly$/u, ['', 'le']], [/(?:er|est)$/u, ['', 'e']],
];
const isListed = (word: string): boolean => EASY.has(word) || SCHOOL_WORDS.has(word) || EXPLAINED.has(word);
const isKnown = (word: string): boolean => isListed(word)
  || ENDINGS.some(([ending, instead]) => ending.test(word) && instead.some((end) => [word.replace(ending, end), word.replace(ending, end).replace(/(.)\1$/u, '$1')].some(isListed)))
  || (word.includes('-') && word.split('-').every((part) => part.length < 2 || isKnown(part)));

/** All that the school has written itself: its names, statements and reasons. They are its own words, whoever knows them. */
function ownTexts(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string' && /\p{L}/u.test(value)) into.add(value.replace(/[.\s]+$/u, ''));
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) ownTexts(each, into);
  return into;
}

/** A document's own sentences, with each piece of the school's words as one word that everybody knows. */
class Ours {
  readonly #texts: readonly string[];
  readonly #words: ReadonlySet<string>;

  constructor(plan: PlanSnapshot) {
    // Kinds of kit come with Kitplan: their names must be plain too.
    const own = [...ownTexts({ ...plan, categories: [] })];
    this.#texts = own.filter((text) => /\s/u.test(text)).flatMap((text) => [text, text.charAt(0).toLowerCase() + text.slice(1)]).toSorted((a, b) => b.length - a.length);
    this.#words = new Set(own.filter((text) => !/\s/u.test(text) && !/^\p{Ll}+$/u.test(text)).flatMap(tokensOf));
  }

  of(text: string): string {
    return this.#texts.reduce((left, own) => left.replaceAll(own, 'it'), text);
  }

  /** Words that somebody may not know and that nobody explains. */
  strange(text: string): string[] {
    return [...new Set(tokensOf(this.of(text)).filter((word) => !isKnown(word) && !this.#words.has(word)))].toSorted();
  }
}

const textOf = ({ title, opening, sections }: DocumentModel): string =>
  [title, plainWords(opening), ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(textsOf), ...section.notes])].join('\n');

/** What is read as sentences: paragraphs, the items of lists, and what is said with a slide. */
const sentencesOf = ({ opening, sections }: DocumentModel, ours: Ours): string[] =>
  [plainWords(opening), ...sections.flatMap(({ blocks, notes }) => [...blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'box' ? textsOf(block) : [])), ...notes])]
    .map((text) => ours.of(text)).flatMap((text) => text.split(/(?<=[.?!:;])\s+/u)).filter((sentence) => sentence !== '');

const lengthOf = (sentence: string): number => sentence.split(/\s+/u).length;

/** Nobody reads a sentence of more words at one go; on the whole they are half as long. */
const MOST_WORDS = 36;
const USUAL_WORDS = 18;

describe('the documents of Hillcrest', () => {
  let plan: PlanSnapshot;
  let ours: Ours;
  const made = (kind: DocumentKind, reader: (typeof DOCUMENT_READERS)[number]): DocumentModel =>
    composeDocument(factsFor(plan, kind, { scenarioId: plan.scenarios.find(({ recommended }) => recommended)?.id ?? 1, settings: { reader, heldFor: 'the Finance committee', heldOn: '2026-12-11' } }));
  beforeAll(async () => {
    plan = await hillcrest();
    ours = new Ours(plan);
  });

  it('use no word that a reader may not know and nobody explains', () => {
    const strange = DOCUMENT_KINDS.flatMap((kind) => (['governors', 'leadership'] as const).flatMap((reader) => ours.strange(textOf(made(kind, reader))).map((word) => `${word} (${kind})`)));
    expect([...new Set(strange)]).toEqual([]);
  });

  it('say it in sentences that can be read at one go, and that are short on the whole', () => {
    for (const kind of DOCUMENT_KINDS) {
      const lengths = sentencesOf(made(kind, 'governors'), ours).map((sentence) => ({ sentence, words: lengthOf(sentence) }));
      expect(lengths.filter(({ words }) => words > MOST_WORDS), kind).toEqual([]);
      const mean = lengths.reduce((sum, { words }) => sum + words, 0) / Math.max(1, lengths.length);
      expect(mean, kind).toBeLessThanOrEqual(USUAL_WORDS);
    }
  });

  it('name no part of Kitplan and nothing of how it is built', () => {
    const BANNED = ['snapshot', 'engine', 'module', 'database', 'utilise', 'leverage', 'stakeholder', 'stakeholders', 'robust', 'seamless', 'capex', 'sku', 'please', 'oops', 'undefined', 'nan', 'null'];
    for (const kind of DOCUMENT_KINDS) for (const reader of DOCUMENT_READERS) {
      const words = new Set(tokensOf(ours.of(textOf(made(kind, reader)))));
      expect(BANNED.filter((word) => words.has(word)), `${kind} for ${reader}`).toEqual([]);
    }
  });
});

describe('the reading test itself', () => {
  it('finds a word that nobody explains, however it ends, and leaves the school its own', async () => {
    const ours = new Ours(await hillcrest());
    expect(ours.strange('We leverage hyperconverged switches in 2028/29, replacing HC-ST-01.')).toEqual(['hyperconverged', 'leverage']);
    expect(ours.strange('The school’s laptops are moved; running costs were paid earlier.')).toEqual([]);
  });

  it('holds for a school that has nothing yet', () => {
    const ours = new Ours(emptySchool());
    expect([...new Set(DOCUMENT_KINDS.flatMap((kind) => ours.strange(textOf(composeDocument(factsFor(emptySchool(), kind))))))]).toEqual([]);
  });
});
