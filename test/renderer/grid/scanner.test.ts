import { describe, expect, it } from 'vitest';
import { scannedCode } from '../../../renderer/lib/scanner.ts';

/** Letters typed so many milliseconds apart, and Enter as long after the last. */
const typed = (code: string, gap: number) => scannedCode(Array.from(code).map((key, index) => ({ key, at: 1_000 + index * gap })), 1_000 + code.length * gap);

describe('a barcode scanner', () => {
  it('is told by its speed', () => {
    expect(typed('HC-DT-0214', 8)).toBe('HC-DT-0214');
    expect(typed('HC-DT-0214', 30)).toBe('HC-DT-0214');
  });

  it('is no person: ten letters a second are a hand, and so are three letters at once', () => {
    expect(typed('HC-DT-0214', 100)).toBeNull();
    expect(typed('HC-DT-0214', 45)).toBeNull();
    expect(typed('IT3', 5)).toBeNull();
    expect(scannedCode([], 1_000)).toBeNull();
  });
});
