import { describe, expect, it } from 'vitest';
import { GUIDE } from '../../../planning/analysis/conversations/guide.ts';
import { roundSentence } from '../../../planning/analysis/conversations/sentence.ts';
import { accessibilityFaults } from '../../support/axe.ts';
import { openKitplan } from '../../support/browser.ts';
import { openPalette } from '../../support/palette.ts';
import { TODAY, type TestPlan } from '../../support/plan-in-memory.ts';

const LONG = 180_000;

const factsOf = async (kitplan: TestPlan) => (await kitplan.call('plan.snapshot', {})).snapshot;

/** Hillcrest with a round and nothing said: what the sample holds of it is not this test's to know. */
async function beginAfresh(kitplan: TestPlan): Promise<void> {
  const { analysis } = await factsOf(kitplan);
  for (const { id } of analysis.conversations) await kitplan.call('conversation.remove', { id });
  for (const { id } of analysis.round) await kitplan.call('round.remove', { id });
  for (const { id } of analysis.questions) await kitplan.call('question.remove', { id });
}

describe('conversations', () => {
  it('are begun from the round with the guide beside the notes, typed note after note, and lead to a need and a sheet on paper', async () => {
    const opened = await openKitplan({ plan: 'sample' });
    const { page, kitplan } = opened;
    await beginAfresh(kitplan);
    await page.reload();
    const say = page.locator('.page-head .say');
    const sentence = async (): Promise<string> => roundSentence(await factsOf(kitplan), 2026, TODAY).text;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await openPalette(page);
    await page.keyboard.type('Conversations');
    await page.getByRole('option', { name: /^Conversations/u }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Conversations', level: 1 }).waitFor();
    expect(await say.textContent()).toBe('Nobody is on the list of those to be heard this year yet.');
    await page.getByRole('button', { name: 'Add the departments and the usual roles' }).click();
    await page.getByRole('button', { name: 'Music subject lead', exact: true }).waitFor();
    await expect.poll(() => say.textContent()).toBe(await sentence());
    expect(await accessibilityFaults(page)).toEqual([]);

    // Somebody who has no role is told so at the field; what was typed stays.
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Role, not a name').fill('  ');
    await page.getByRole('button', { name: 'Add the person' }).click();
    await page.getByText('Say who, as a role such as SENDCo.').waitFor();
    await page.getByLabel('Kind of person').selectOption('parents');
    await page.getByLabel('Role, not a name').fill('Parent forum');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Parent forum', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Start a conversation with Music subject lead' }).click();
    await page.getByLabel('Held on').fill('1 Dec 2026');
    await page.getByRole('button', { name: 'Start the conversation' }).click();
    await page.getByText('1 December 2026 is still to come.').waitFor();
    await page.getByLabel('Held on').fill('12 October 2026');
    await page.keyboard.press('Enter');
    const guide = page.getByRole('complementary', { name: 'Questions to ask' });
    await expect.poll(() => guide.getByRole('listitem').allTextContents()).toEqual([...GUIDE.subject_lead.need, ...GUIDE.subject_lead.offer]);

    // Enter keeps a note and the next begins in the same field.
    const note = page.getByRole('textbox', { name: 'Note' });
    await page.locator('textarea:focus').waitFor();
    for (const text of ['16 places with 16 GB each', 'No home laptops for assessed work']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Type what was said; a note has at least one character.').waitFor();
    await page.getByText('We offer').click();
    await note.fill('Would share IT3 on Tuesdays');
    await note.press('Enter');
    const notes = async () => (await factsOf(kitplan)).analysis.conversations[0]?.notes.map(({ text, direction }) => `${direction}: ${text}`);
    await expect.poll(notes).toEqual(['need: 16 places with 16 GB each', 'need: No home laptops for assessed work', 'offer: Would share IT3 on Tuesdays']);
    await page.getByRole('button', { name: 'Change the note No home laptops for assessed work' }).click();
    const edit = page.getByRole('form', { name: 'Change the note' });
    await edit.locator('textarea:focus').fill('Home laptops are not an option');
    await edit.getByRole('button', { name: 'Change the note' }).click();
    await page.locator(':focus').and(page.getByRole('button', { name: 'Change the note Home laptops are not an option' })).waitFor();
    await page.getByText('Home laptops are not an option', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    // A note is joined to a need that is there.
    const { value: need } = await kitplan.call('need.add', { name: 'Workstations to record on', statement: 'Sixteen record at once', askedByRole: 'Music subject lead', impact: 'The course cannot start' });
    await page.getByRole('button', { name: 'Back to all conversations' }).click();
    await expect.poll(() => say.textContent()).toBe(await sentence());
    await page.reload();
    await page.locator('.talk-list').getByRole('button', { name: 'Music subject lead' }).click();
    await page.getByLabel('The need that the note is about: 16 places with 16 GB each').selectOption(String(need.id));
    await page.getByRole('button', { name: 'Workstations to record on' }).waitFor();
    await page.getByRole('button', { name: 'Back to all conversations' }).click();

    await page.getByRole('button', { name: 'Music subject lead', exact: true }).first().click();
    await page.getByRole('button', { name: 'Sheet to take along' }).last().click();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.getByRole('article', { name: 'Sheet for a conversation: Music subject lead' });
    const words = await sheet.innerText();
    for (const part of ['Hillcrest School', 'Date', 'Said last time, 12 Oct 2026', 'Would share IT3 on Tuesdays', 'Workstations to record on', 'What the register knows: Music', ...GUIDE.subject_lead.need]) expect(words).toContain(part);
    for (const left of [page.locator('.rail'), page.getByRole('button', { name: 'Print the sheet' }), page.locator('.page-head')]) expect(await left.isVisible()).toBe(false);
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/gu);
    expect(pages?.length).toBe(2);
    await opened.close();
  }, LONG);

  it('have the school’s own questions beside the guide, in the dark too, and another page opens at somebody', async () => {
    const opened = await openKitplan({ plan: 'sample', dark: true, viewport: { width: 1280, height: 800 } });
    const { page, kitplan } = opened;
    await beginAfresh(kitplan);
    await kitplan.call('round.add', { year: 2025, person: { kind: 'senco', role: 'SENDCo' } });
    await page.evaluate(() => window.sessionStorage.setItem('kitplan-page', 'conversations'));
    await page.reload();
    await page.getByRole('button', { name: 'Add those of 2025/26' }).click();
    await page.getByRole('button', { name: 'SENDCo', exact: true }).waitFor();
    await page.getByLabel('For', { exact: true }).selectOption('exams_officer');
    const own = page.getByLabel('Your own question about what they need');
    await own.fill(' ');
    await page.getByRole('button', { name: 'Add the question' }).first().click();
    await page.getByText('Type the question; it has at least one character.').waitFor();
    await own.fill('Which rooms have no power for 30 laptops?');
    await own.press('Enter');
    await page.getByRole('button', { name: 'Change the question Which rooms have no power for 30 laptops?' }).click();
    const change = page.getByLabel('The school’s own question');
    await change.fill('Which exam rooms have no power?');
    await change.press('Enter');
    await page.getByText('Which exam rooms have no power?', { exact: false }).first().waitFor();
    expect((await factsOf(kitplan)).analysis.questions).toMatchObject([{ kind: 'exams_officer', direction: 'need', text: 'Which exam rooms have no power?' }]);
    await page.getByRole('button', { name: 'SENDCo', exact: true }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take off the round' }).click();
    await expect.poll(async () => (await factsOf(kitplan)).analysis.round.map(({ year }) => year)).toEqual([2025]);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'SENDCo', exact: true }).waitFor();
    await opened.close();
  }, LONG);
});
