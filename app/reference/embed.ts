import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of `data/embedded.ts`: every CSV file of the folder as one constant. A packed application has no
 * folder to read from, so the program carries the text itself.
 */
export function embeddedSource(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv')).sort();
  const entries = files.map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(readFileSync(join(folder, name), 'utf8'))},\n`);
  return [
    '// Written by app/reference/embed.ts from the CSV files beside it. Change those, then write it again.\n',
    'export const EMBEDDED_CSV = {\n', ...entries, '} as const;\n',
  ].join('');
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, 'data');
  writeFileSync(join(folder, 'embedded.ts'), embeddedSource(folder));
}
