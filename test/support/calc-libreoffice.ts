import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice's program, from SOFFICE_PATH or the search path; null where it is not installed. */
export function officeProgram(): string | null {
  const named = process.env.SOFFICE_PATH ?? 'soffice';
  return spawnSync(named, ['--version'], { stdio: 'ignore' }).status === 0 ? named : null;
}

/** In a profile of its own: always work formulas out when a workbook is opened, whatever is stored beside them (0); or never (1). */
const settings = (when: 0 | 1): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${when}</value></prop></item>
</oor:items>
`;

/** Opens a workbook in LibreOffice, has every formula worked out (or none, to measure the rest), and answers the workbook that it saves. */
export function recalculatedByOffice(program: string, bytes: Uint8Array, when: 0 | 1 = 0): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'kitplan-office-'));
  try {
    const profile = join(folder, 'profile', 'user');
    mkdirSync(profile, { recursive: true });
    writeFileSync(join(profile, 'registrymodifications.xcu'), settings(when));
    const source = join(folder, 'forecast.xlsx');
    writeFileSync(source, bytes);
    execFileSync(program, [
      '--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved'), source,
    ], { stdio: 'ignore', timeout: 120_000 });
    return readFileSync(join(folder, 'saved', 'forecast.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
