import type { ItemNumbers } from '../../../planning/register/split.ts';

/** Reads a list of items: a line each, the tag and then the serial number, between them a tab, a comma or a semicolon. */
export function readNumbersList(text: string): readonly ItemNumbers[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => {
    const [tag = '', serial = ''] = line.split(/\t|[,;]/).map((cell) => cell.trim());
    return { tag: tag === '' ? null : tag, serial: serial === '' ? null : serial };
  });
}

/** `HC-PL-009`, `HC-PL-010` …: the tag and those that follow it, a line each. A tag without a number counts from 1. */
export function numberedFrom(tag: string, count: number): string {
  const [, before = '', digits = '', after = ''] = /^(.*?)(\d+)(\D*)$/.exec(tag) ?? [];
  const [stem, first, width] = digits === '' ? [`${tag} `, 1, 1] : [before, Number(digits), digits.length];
  return Array.from({ length: count }, (_, at) => `${stem}${String(first + at).padStart(width, '0')}${after}`).join('\n');
}
