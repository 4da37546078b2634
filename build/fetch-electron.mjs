/*
 * Fetches Electron's program and unpacks it, telling its parent how far it is. A process of its own, so that
 * the parent can end it at any moment. The package's own script unpacks: it finds the fetched archive in the
 * cache and checks it against the checksums that the package brings.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const packageFolder = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'node_modules', 'electron');
const fromElectron = createRequire(path.join(packageFolder, 'package.json'));
const { downloadArtifact } = await import(pathToFileURL(fromElectron.resolve('@electron/get')).href);

process.on('disconnect', () => process.exit(1));

await downloadArtifact({
  version: fromElectron('./package.json').version,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
  checksums: fromElectron('./checksums.json'),
  cacheRoot: process.env.electron_config_cache,
  downloadOptions: {
    quiet: true,
    getProgressCallback: async ({ percent }) => { process.send({ percent: Math.min(99, Math.floor(percent * 100)) }); },
  },
});
process.send({ percent: 100 });
process.exitCode = spawnSync(process.execPath, [path.join(packageFolder, 'install.js')], { stdio: 'ignore' }).status ?? 1;
process.disconnect();
