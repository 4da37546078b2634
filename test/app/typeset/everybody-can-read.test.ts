import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TYPESETTER_FONTS } from '../../../app/documents/typeset/typesetter-files.ts';
import { drawableIn } from '../../../app/documents/typeset/typst-typesetter.ts';
import { composeDocument, sectionChoices } from '../../../planning/documents/compose.ts';
import { DOCUMENT_KINDS, DOCUMENT_READERS } from '../../../planning/documents/kinds.ts';
import { paragraph, words, type DocumentBlock, type DocumentModel } from '../../../planning/documents/model.ts';
import { AWKWARD_NAMES, DOCUMENT_SCHOOLS, factsFor } from '../../support/document-schools.ts';
import { readFromSource } from '../../support/plan-in-memory.ts';
import { specimen } from '../../support/specimen-document.ts';
import { brokenForSome, brokenMarkup, NOT_STRICT_HERE } from '../../support/strict-typesetter.ts';


describe.skipIf(NOT_STRICT_HERE).each(Object.entries(DOCUMENT_SCHOOLS))('every document of %s', (_, school) => {
  it('is a PDF that everybody can read (PDF/UA-1), with all its sections and for each reader', async () => {
    const base = factsFor(await school(), 'strategy', { settings: { heldFor: AWKWARD_NAMES[1], heldOn: '2026-12-11' } });
    for (const kind of DOCUMENT_KINDS) {
      for (const reader of DOCUMENT_READERS) {
        const facts = { ...base, settings: { ...base.settings, kind, reader } };
        const sections = sectionChoices(facts).map(({ section }) => ({ section, included: true, words: AWKWARD_NAMES.join('\n\n') }));
        const model = composeDocument({ ...facts, settings: { ...facts.settings, sections } });
        expect(brokenForSome(model), `${kind} for ${reader}`).toBeNull();
      }
    }
  }, 120_000);
});

const said = (text: string, layout: DocumentModel['layout'] = 'paper'): DocumentModel => {
  const [first] = specimen().sections;
  return specimen({ layout, title: text, school: text, footer: text, header: { left: text, right: text }, sections: first === undefined ? [] : [{ ...first, title: text, blocks: [paragraph(text), { kind: 'box', title: text, ordered: true, items: [words(text)] }] }] });
};

describe.skipIf(NOT_STRICT_HERE)('the gate', () => {
  it('is passed by every block in every layout', () => {
    for (const layout of ['report', 'paper', 'slides'] as const) expect(brokenForSome(specimen({ layout })), layout).toBeNull();
  });

  it('closes where a picture has no words, a level of heading is left out, there is no title, or a character has no shape', () => {
    const document = '#set document(title: "T")\n';
    expect(brokenMarkup(`${document}= One\nWords.`)).toBeNull();
    expect(brokenMarkup('= One\nWords.')).toContain('title');
    expect(brokenMarkup(`${document}= One\n=== Three`)).toContain('skipped');
    expect(brokenMarkup(`${document}#figure(rect())`)).toContain('alt');
    expect(brokenMarkup(`${document}中文`)).toContain('could not be displayed');
  });

  it.each(AWKWARD_NAMES)('is passed by the name %s', (name) => {
    for (const layout of ['report', 'paper', 'slides'] as const) expect(brokenForSome(said(name, layout)), layout).toBeNull();
  });

  it('is passed by every character that a typeface has, upright, strong and slanted, in both faces', () => {
    const characters = [...drawableIn(TYPESETTER_FONTS.map((name) => readFromSource(name)))].map((character) => String.fromCodePoint(character));
    const [section] = specimen().sections;
    const all = characters.map((text) => words(text, { text, strong: true }, { text, italic: true }));
    const blocks: DocumentBlock[] = [...all.map((each) => ({ kind: 'paragraph', tone: 'body', words: each }) as const), ...all.map((each) => ({ kind: 'paragraph', tone: 'note', words: each }) as const)];
    expect(characters.length).toBeGreaterThan(2_500);
    expect(section && brokenForSome(specimen({ layout: 'paper', sections: [{ ...section, blocks }] }))).toBeNull();
  });

  it('is passed by whatever people type', () => {
    const anything = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit)), maxLength: 60 })), { maxLength: 30 });
    fc.assert(fc.property(anything, (texts) => {
      const [section] = specimen().sections;
      expect(section).toBeDefined();
      expect(brokenForSome({ ...specimen({ layout: 'paper', sections: section === undefined ? [] : [{ ...section, blocks: texts.map((text) => paragraph(text)) }] }) })).toBeNull();
    }), { numRuns: 60 });
  }, 60_000);
});
