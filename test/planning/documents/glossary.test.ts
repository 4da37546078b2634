import { describe, expect, it } from 'vitest';
import type { DraftSection } from '../../../planning/documents/draft.ts';
import type { SectionSetting } from '../../../planning/documents/facts.ts';
import { GLOSSARY, termsIn, wordsUsed } from '../../../planning/documents/glossary.ts';
import type { DocumentReader } from '../../../planning/documents/kinds.ts';
import { paragraph, plainWords } from '../../../planning/documents/model.ts';

const named = (text: string): string[] => termsIn(text).map(({ term: { name } }) => name);

describe('words that not every reader knows', () => {
  it.each([
    ['The school has 12 laptops.', []],
    ['A virement pays for it.', ['Virement']],
    ['Two Virements, one virement', ['Virement']],
    ['The ICT reserve pays.', ['ICT reserve']],
    ['The ICT reserve pays for ICT.', ['ICT reserve', 'ICT']],
    ['Servers stand on a server', ['Server']],
    ['an observer of servers', ['Server']],
    ['SSD and MIS', ['SSD', 'MIS']],
    ['He was misled, and the mis-hit ups it', []],
    ['Wi-Fi 7 for all', ['Wi-Fi']],
    ['net of VAT', ['Net of VAT']],
    ['DfE, in SEND, not to send', ['DfE', 'SEND']],
    ['', []],
  ])('are found in “%s”', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('are listed by the alphabet, once each, and explained without a word that itself is technical', () => {
    const names = GLOSSARY.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en-GB')));
    const forms = GLOSSARY.flatMap((term) => term.forms.map((form) => form.toLowerCase()));
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
    for (const { name, meaning } of GLOSSARY) {
      expect(termsIn(meaning).filter(({ term }) => term.technical).map(({ term }) => term.name), name).toEqual([]);
      expect(meaning, name).toMatch(/[^.]$/u);
    }
  });
});

const section = (key: string, text: string, optional = false): DraftSection => ({ key, title: key, blocks: [paragraph(text)], optional });
const explained = (sections: readonly DraftSection[], reader: DocumentReader, said: readonly SectionSetting[] = []): string[] =>
  wordsUsed(sections, { settings: { kind: 'strategy', reader, heldFor: null, heldOn: null, sections: said } })
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(plainWords) : [])));

describe('the part that explains them', () => {
  const written = [section('plan', 'A virement buys a server.'), section('standards', 'The firewall stands.', true)];

  it('explains for governors every word that stands in the document, and for the network manager none of their own', () => {
    expect(explained(written, 'governors')).toEqual([
      'Server: a computer that keeps files and runs services for the whole school.', 'Virement: money moved from one heading of the budget to another.',
    ]);
    expect(explained(written, 'technical')).toEqual(['Virement: money moved from one heading of the budget to another.']);
  });

  it('follows the sections that are in, and the school’s own words', () => {
    const said = [{ section: 'plan', included: false, words: null }, { section: 'standards', included: true, words: 'Our MIS is old.' }];
    expect(explained(written, 'governors', said).map((text) => text.split(':')[0])).toEqual(['Firewall', 'MIS']);
  });

  it('is left out where there is nothing to explain', () => {
    expect(wordsUsed([section('plan', 'All is well.')], { settings: { kind: 'strategy', reader: 'governors', heldFor: null, heldOn: null, sections: [] } })).toEqual([]);
  });
});
