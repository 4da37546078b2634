import { describe, expect, it } from 'vitest';
import { documentModel } from '../../../app/contract/document-model.ts';
import { composeDocument, sectionChoices } from '../../../planning/documents/compose.ts';
import { DOCUMENT_KINDS } from '../../../planning/documents/kinds.ts';
import { plainWords } from '../../../planning/documents/model.ts';
import { DOCUMENT_SCHOOLS, factsFor, hillcrest } from '../../support/document-schools.ts';


describe.each(Object.entries(DOCUMENT_SCHOOLS))('every document of %s', (_, school) => {
  it('can be made, twice alike, and is plain JSON', async () => {
    const plan = await school();
    for (const kind of DOCUMENT_KINDS) {
      const model = composeDocument(factsFor(plan, kind));
      expect(documentModel.parse(JSON.parse(JSON.stringify(model))), kind).toEqual(model);
      expect(composeDocument(factsFor(plan, kind)), kind).toEqual(model);
    }
  });
});

describe('what the school has said about a document', () => {
  it('leaves a section out, keeps its own words under another, and counts what is left', async () => {
    const plan = await hillcrest();
    const all = sectionChoices(factsFor(plan, 'strategy'));
    const [first] = all;
    const without = composeDocument(factsFor(plan, 'strategy', { settings: { sections: [{ section: first?.section ?? '', included: false, words: null }] } }));
    expect(without.sections.map(({ key }) => key)).not.toContain(first?.section);
    const own = composeDocument(factsFor(plan, 'strategy', { settings: { sections: [{ section: first?.section ?? '', included: true, words: 'First.\n\nSecond.' }] } }));
    expect(own.sections[0]?.blocks.slice(-2).map((block) => (block.kind === 'paragraph' ? [block.tone, plainWords(block.words)] : []))).toEqual([['own', 'First.'], ['own', 'Second.']]);
  });

  it('stands over and under every page', async () => {
    const model = composeDocument(factsFor(await hillcrest(), 'strategy', { settings: { heldFor: 'the Finance committee', heldOn: '2026-12-11' } }));
    expect(model.header).toEqual({ left: 'Hillcrest School: ICT strategy 2026 to 2031', right: 'Draft 1, for the Finance committee, 11 December 2026' });
    expect(model.footer).toBe('Figures as at 21 November 2026, net of VAT. The plan, version 1.');
  });
});
