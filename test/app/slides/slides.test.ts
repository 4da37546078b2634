import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeSlides } from '../../../app/documents/slides/slide-writer.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { officeProgram } from '../../support/calc-libreoffice.ts';
import { awkwardSchool, DOCUMENT_SCHOOLS, factsFor, hillcrest } from '../../support/document-schools.ts';
import { slideNames, slidesFaults, wordsIn } from '../../support/pptx-structure.ts';
import { xlsxParts } from '../../support/xlsx-structure.ts';

const briefing = (plan: PlanSnapshot, parts: Parameters<typeof factsFor>[2] = {}): DocumentModel => composeDocument(factsFor(plan, 'slides', parts));
const recommended = (plan: PlanSnapshot): number => plan.scenarios.find((each) => each.recommended)?.id ?? 1;

/** The words of each slide, and of what is said with it, in their order. */
function textsOf(file: Uint8Array): { readonly slides: readonly string[][]; readonly notes: readonly string[][] } {
  const parts = xlsxParts(file);
  const words = (name: string): string[] => { const root = parts.xml.get(name); return root === undefined ? [] : wordsIn(root); };
  const names = slideNames(parts);
  return { slides: names.map(words), notes: names.map((name) => words(name.replace('slides/slide', 'notesSlides/notesSlide'))) };
}

describe.each(Object.entries(DOCUMENT_SCHOOLS))('the slides of %s', (_, school) => {
  it('are five, sound in structure, each with its title, its number and what is said with it', async () => {
    const plan = await school();
    for (const model of [briefing(plan), briefing(plan, { scenarioId: recommended(plan) })]) {
      const file = await writeSlides(model);
      expect(slidesFaults(file)).toEqual([]);
      const { slides, notes } = textsOf(file);
      expect(slides).toHaveLength(5);
      for (const [at, section] of model.sections.entries()) {
        expect(slides[at]?.[0]).toBe(section.title);
        expect(slides[at]).toContain(`${at + 1} of 5`);
        expect(notes[at]).toEqual(expect.arrayContaining([...section.notes]));
        expect(section.notes.length).toBeGreaterThan(0);
      }
    }
  });

  it('are the same bytes whenever they are made of the same figures', async () => {
    const model = briefing(await school());
    expect(Buffer.compare(await writeSlides(model), await writeSlides(model))).toBe(0);
  });
});

describe('what the school writes itself', () => {
  it('goes on over more slides where one does not hold it, and nothing of it is lost', async () => {
    const own = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1} of what the head wants to say about the costs, at some length, so that it fills a line or two.`);
    const model = briefing(await hillcrest(), { settings: { sections: [{ section: 'costs', included: true, words: own.join('\n\n') }] } });
    const file = await writeSlides(model);
    expect(slidesFaults(file)).toEqual([]);
    const { slides } = textsOf(file);
    expect(slides.length).toBeGreaterThan(5);
    for (const paragraph of own) expect(slides.flat().filter((text) => text === paragraph)).toHaveLength(1);
    expect(slides.filter(([title]) => title?.endsWith('(continued)')).length).toBe(slides.length - 5);
  });

  it('is parted where it is one paragraph that no slide holds', async () => {
    const own = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ');
    const { slides } = textsOf(await writeSlides(briefing(await hillcrest(), { settings: { sections: [{ section: 'now', included: true, words: own }] } })));
    expect(slides.flat().filter((text) => text.startsWith('word')).join(' ')).toBe(own);
  });
});

const program = officeProgram();
describe.runIf(program !== null)('in LibreOffice', () => {
  it('the slides open and are as many pages', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kitplan-slides-'));
    try {
      const plan = await awkwardSchool();
      writeFileSync(join(folder, 'slides.pptx'), await writeSlides(briefing(plan, { scenarioId: recommended(plan) })));
      execFileSync(program ?? '', ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'slides.pptx')], { stdio: 'ignore', timeout: 120_000 });
      expect(readdirSync(folder)).toContain('slides.pdf');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
if (program === null) it.skip('the slides open in LibreOffice: it is not installed here', () => {});
