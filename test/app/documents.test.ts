import { describe, expect, it } from 'vitest';
import { planInMemory } from '../support/plan-in-memory.ts';

describe('documents', () => {
  it('are made of the sample school', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const file = await plan.call('document.file', { kind: 'strategy', format: 'pdf' });
    expect(file.fileName).toBe('Hillcrest School ICT strategy 2026 to 2031 2026-11-21.pdf');
    expect(Buffer.from(file.base64, 'base64').subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('give the annex as a spreadsheet as the development plan gives it', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await plan.call('document.file', { kind: 'annex', format });
      expect(file.base64, format).toBe((await plan.call('documents.annex', { format })).base64);
      expect(file.fileName).toBe(`Hillcrest School ICT annex to the development plan 2026-11-21.${format}`);
    }
  });
});
