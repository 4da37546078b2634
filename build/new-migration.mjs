/*
 * Writes the next step of the plan format from db/schema, ready to be read by a person:
 *
 *   npx node build/new-migration.mjs <name>        a new step from what changed in db/schema
 *   npx node build/new-migration.mjs --index       only db/migrations/index.ts, after a step was edited by hand
 *
 * drizzle-kit cannot write STRICT, so it is added here to every CREATE TABLE, rebuilds included. A released
 * step is never edited: its hash is in every plan file that went through it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'db', 'migrations');
const steps = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')).sort() : []);

/** `CREATE TABLE … );` becomes `CREATE TABLE … ) STRICT;`. The closing bracket stands at the start of its line. */
function strict(sqlText) {
  return sqlText.replaceAll(/^CREATE TABLE [\s\S]*?^\);/gmu, (table) => table.replace(/\);$/u, ') STRICT;'));
}

/** SQL as one string constant a step: the one form that Node, Vite and Vitest all read without a loader. People read the .sql files. */
function writeIndex() {
  const entries = steps().map((name) => {
    const body = JSON.stringify(readFileSync(path.join(folder, name), 'utf8'));
    return `  { name: '${path.basename(name, '.sql')}', sql: ${body} },\n`;
  });
  writeFileSync(path.join(folder, 'index.ts'), `${[
    '/* Written by build/new-migration.mjs from the .sql files beside it; a test compares them. */',
    "import type { Migration } from '../migrate.ts';",
    '',
    'export const MIGRATIONS: readonly Migration[] = [',
  ].join('\n')}\n${entries.join('')}];\n`);
}

function generate(name) {
  const before = new Set(steps());
  const kit = path.join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
  const run = spawnSync(process.execPath, [kit, 'generate', '--name', name], { cwd: root, stdio: 'inherit' });
  const added = steps().filter((step) => !before.has(step));
  // drizzle-kit ends with 0 even where it asked a question that nobody could answer.
  if (run.status !== 0 || added.length === 0) throw new Error('drizzle-kit wrote no new step.');
  for (const step of added) {
    const file = path.join(folder, step);
    writeFileSync(file, strict(readFileSync(file, 'utf8')));
    console.log(`db/migrations/${step}: read it before it is committed.`);
  }
}

const [argument] = process.argv.slice(2);
if (argument === undefined) {
  console.error('usage: npx node build/new-migration.mjs <name> | --index');
  process.exitCode = 2;
} else {
  if (argument !== '--index') generate(argument);
  writeIndex();
}
