import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeOnLetterhead } from '../../../app/documents/word/letterhead.ts';
import { writeWord } from '../../../app/documents/word/word-writer.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { DOCUMENT_FACTS, DOCUMENT_KINDS } from '../../../planning/documents/kinds.ts';
import { officeProgram } from '../../support/calc-libreoffice.ts';
import { awkwardSchool, factsFor, hillcrest } from '../../support/document-schools.ts';
import { letterhead } from '../../support/letterheads.ts';
import { readPdf } from '../../support/read-pdf.ts';

const program = officeProgram();
if (program === null) process.stdout.write('Word documents are not opened in LibreOffice: it is not installed here.\n');

/** Typefaces as wide as ones that LibreOffice brings along, so that its pages end where ours do. */
const FACES = { text: 'Times New Roman', small: 'Arial' };

/** Each document page by page, as LibreOffice lays it out. */
async function openedInOffice(files: Readonly<Record<string, Uint8Array>>): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = mkdtempSync(join(tmpdir(), 'kitplan-word-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${name}.docx`), bytes);
    execFileSync(program ?? '', ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'pdf', '--outdir', join(folder, 'pdf'),
      ...Object.keys(files).map((name) => join(folder, `${name}.docx`))], { stdio: 'ignore', timeout: 200_000 });
    const opened: Record<string, readonly string[]> = {};
    for (const name of readdirSync(join(folder, 'pdf'))) opened[name.replace('.pdf', '')] = (await readPdf(readFileSync(join(folder, 'pdf', name)))).pages.map(({ text }) => text);
    return opened;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(program === null)('Word documents in LibreOffice', () => {
  it('open, each of them whole', async () => {
    const plan = await hillcrest();
    const awkward = await awkwardSchool();
    const kinds = DOCUMENT_KINDS.filter((kind) => DOCUMENT_FACTS[kind].formats.includes('docx'));
    const models = Object.fromEntries(kinds.flatMap((kind) => [[kind, composeDocument(factsFor(plan, kind))], [`awkward-${kind}`, composeDocument(factsFor(awkward, kind))]]));
    const files: Record<string, Uint8Array> = {};
    for (const [name, model] of Object.entries(models)) files[name] = await writeWord(model, FACES);
    const opened = await openedInOffice(files);
    expect(Object.keys(opened).toSorted()).toEqual(Object.keys(models).toSorted());
    for (const [name, { sections }] of Object.entries(models)) expect(opened[name]?.join('').replaceAll(/\s+/g, ''), name).toContain(sections.at(-1)?.title.replaceAll(/\s+/g, '') ?? '');
  }, 240_000);

  it('have their sections on the pages that their contents say, on the school’s own paper too', async () => {
    const model = composeDocument(factsFor(await hillcrest(), 'strategy'));
    const { plain = [], paper = [] } = await openedInOffice({ plain: await writeWord(model, FACES), paper: await writeOnLetterhead(model, await letterhead([['{{title}}'], ['{{body}}']])) });
    for (const pages of [plain, paper]) {
      const said = [...(pages[0] ?? '').matchAll(/^\s*([A-Z]|\d+)\s+(.+?)\.{3,}\s*(\d+)\s*$/gm)].map(([, number = '', title = '', page = '']) => ({ number, title: title.trim(), page: Number(page) }));
      expect(said.map(({ number, title }) => `${number} ${title}`)).toEqual(model.sections.map(({ number, title }) => `${number ?? ''} ${title}`));
      for (const { number, title, page } of said) expect(pages[page - 1], `${title} on page ${page}`).toMatch(new RegExp(`^\\s*${number}\\s+${title}`, 'm'));
    }
  }, 240_000);
});
