import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostFolders } from '../../app/host-folders.ts';
import { hostLog } from '../../app/host-log.ts';
import { planFileIn } from '../../electron/main/plan-file-argument.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'kitplan-folders-')); });
afterEach(() => rmSync(folder, { recursive: true }));

describe('where Kitplan keeps its settings and plans', () => {
  it('is the same folder for the window and the command line on each system', () => {
    expect(hostFolders({ env: {}, platform: 'linux', userFolder: '/home/office' }))
      .toEqual({ home: '/home/office/.config/kitplan', plansFolder: '/home/office/Documents/Kitplan' });
    expect(hostFolders({ env: { XDG_CONFIG_HOME: '/srv/config' }, platform: 'linux', userFolder: '/home/office' }).home)
      .toBe('/srv/config/kitplan');
    expect(hostFolders({ env: { APPDATA: 'C:\\Users\\office\\AppData\\Roaming' }, platform: 'win32', userFolder: 'C:\\Users\\office' }))
      .toEqual({ home: 'C:\\Users\\office\\AppData\\Roaming\\Kitplan', plansFolder: 'C:\\Users\\office\\Documents\\Kitplan' });
    expect(hostFolders({ env: {}, platform: 'darwin', userFolder: '/Users/office' }))
      .toEqual({ home: '/Users/office/Library/Application Support/Kitplan', plansFolder: '/Users/office/Documents/Kitplan' });
  });

  it('is one folder of the school’s choice with KITPLAN_HOME, plans included', () => {
    expect(hostFolders({ env: { KITPLAN_HOME: '/media/stick/kit', XDG_CONFIG_HOME: '/srv' }, platform: 'linux', userFolder: '/home/office', documents: '/d' }))
      .toEqual({ home: '/media/stick/kit', plansFolder: '/media/stick/kit/plans' });
  });

  it('follows a desktop that calls Documents something else', () => {
    mkdirSync(join(folder, '.config'));
    writeFileSync(join(folder, '.config', 'user-dirs.dirs'), '# comment\nXDG_DESKTOP_DIR="$HOME/Bureau"\nXDG_DOCUMENTS_DIR="$HOME/Dogfennau"\n');
    expect(hostFolders({ env: {}, platform: 'linux', userFolder: folder }).plansFolder).toBe(`${folder}/Dogfennau/Kitplan`);
    expect(hostFolders({ env: {}, platform: 'linux', userFolder: folder, documents: '/told/by/electron' }).plansFolder).toBe('/told/by/electron/Kitplan');
  });

  it('takes no notice of a configuration folder that is not a whole path', () => {
    expect(hostFolders({ env: { XDG_CONFIG_HOME: 'config' }, platform: 'linux', userFolder: '/home/office' }).home).toBe('/home/office/.config/kitplan');
  });
});

describe('the log', () => {
  it('keeps each fault with its time, and never more than two files', () => {
    const home = join(folder, 'new');
    const log = hostLog(home, () => new Date('2026-11-21T09:30:00Z'));
    log('first');
    expect(readFileSync(join(home, 'kitplan.log'), 'utf8')).toBe('2026-11-21T09:30:00.000Z first\n');
    log('x'.repeat(1_000_001));
    log('last');
    expect(readFileSync(join(home, 'kitplan.log'), 'utf8')).toBe('2026-11-21T09:30:00.000Z last\n');
    expect(readFileSync(join(home, 'kitplan.log.old'), 'utf8')).toContain('first\n');
  });

  it('that cannot be written stops nothing', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => hostLog(join(folder, 'file'), () => new Date())('lost')).not.toThrow();
  });
});

describe('a plan named when Kitplan is started', () => {
  it('is found among the switches that the system adds, and its folder is where it was typed', () => {
    expect(planFileIn(['kitplan', '--no-first-run', 'Hillcrest School.kitplan'], '/home/office')).toBe('/home/office/Hillcrest School.kitplan');
    expect(planFileIn(['kitplan', '/work/app', '/plans/a.KITPLAN'], '/home/office')).toBe('/plans/a.KITPLAN');
    expect(planFileIn(['odd.kitplan'], '/home/office')).toBeNull();
    expect(planFileIn(['kitplan', '--open=x.kitplan', 'register.csv'], '/home/office')).toBeNull();
  });
});
