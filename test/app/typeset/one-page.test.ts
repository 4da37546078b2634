import { describe, expect, it } from 'vitest';
import { typesetHere } from '../../../app/documents/typeset/typesetter.ts';
import { writeDocument } from '../../../app/documents/writers.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { awkwardSchool, emptySchool, factsFor, hillcrest, largeSchool } from '../../support/document-schools.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { readFromSource } from '../../support/plan-in-memory.ts';

const needs = { typeset: typesetHere(readFromSource).typeset, letterhead: null };

describe('the one-page summary', () => {
  it.each([
    ['Hillcrest', hillcrest, 2], ['a school with nothing yet', async () => Promise.resolve(emptySchool()), undefined],
    ['a school of 20,000 assets', async () => Promise.resolve(largeSchool()), undefined], ['a school of impossible names', awkwardSchool, 3],
  ] as const)('is one page in %s', async (_, school, scenarioId) => {
    const model = composeDocument(factsFor(await school(), 'summary', scenarioId === undefined ? {} : { scenarioId }));
    expect((await readPdf(await writeDocument(model, 'pdf', needs))).pages).toHaveLength(1);
  }, 60_000);

  it('goes on to a second page where the school has written more than a page holds, and loses nothing of it', async () => {
    const words = Array.from({ length: 60 }, (_, at) => `Our own paragraph number ${at + 1}, which the governors asked for.`).join('\n\n');
    const model = composeDocument(factsFor(await hillcrest(), 'summary', { settings: { sections: [{ section: 'risks', included: true, words }] } }));
    const pages = (await readPdf(await writeDocument(model, 'pdf', needs))).pages;
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ text }) => text).join('\n')).toContain('Our own paragraph number 60');
  }, 60_000);
});
