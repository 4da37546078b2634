import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Runs a script under this Node, which says that it is another. */
const under = (version: string, script: string) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`
    + `Object.defineProperty(process, 'version', { value: 'v${version}' });`;
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, join(root, 'build', script)], { encoding: 'utf8' });
};

describe('a Node that cannot run Kitplan', () => {
  it.each(['20.20.2', '22.13.1', '18.0.0', '9.11.2'])('%s gets one sentence with where it is, and no crash', (version) => {
    for (const script of ['check-node.mjs', 'kitplan.mjs', 'start.mjs']) {
      const { status, stdout, stderr } = under(version, script);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^Kitplan needs Node\\.js 22\\.14 or newer; this is v${version.replaceAll('.', '\\.')} at .+\\.\n.*npm ci.*\n$`, 'u'));
    }
  });

  it.each(['22.14.0', '23.0.0', '24.21.0', '100.0.0'])('is not %s', (version) => {
    expect(under(version, 'check-node.mjs')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});
