/*
 * What goes into the installers. Everything but Electron and better-sqlite3 is bundled, so node_modules stays
 * out except for that one; sources, the command line with its loopback host, source maps and samples stay out.
 */

/** better-sqlite3 brings a built binary for every system: each installer carries its own only. */
const prebuilt = (system) => [{
  from: 'node_modules/better-sqlite3/prebuilds',
  to: 'node_modules/better-sqlite3/prebuilds',
  filter: [`${system}-\${arch}.node`],
}];

/** @type {import('electron-builder').Configuration} */
export const packaging = {
  appId: 'uk.kitplan.app',
  productName: 'Kitplan',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'build/resources' },
  files: [
    'out/main/**', 'out/preload/**', 'out/reader/**', 'out/typesetter/**', 'out/client/**', 'LICENSE',
    '!**/*.map',
    '!node_modules/**',
    'node_modules/better-sqlite3/package.json', 'node_modules/better-sqlite3/LICENSE', 'node_modules/better-sqlite3/lib/**',
  ],
  asar: true,
  // A native module is loaded by the system, which cannot look inside the archive.
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  fileAssociations: [{ ext: 'kitplan', name: 'Kitplan plan', description: 'A school’s ICT plan', role: 'Editor', mimeType: 'application/vnd.kitplan' }],
  linux: {
    files: prebuilt('linux'), target: ['AppImage', 'deb'], category: 'Office', synopsis: 'A school’s ICT plan',
    maintainer: 'Kitplan',
  },
  win: { files: prebuilt('win32'), target: ['nsis'] },
  mac: { files: prebuilt('darwin'), target: ['dmg'], category: 'public.app-category.business' },
  publish: null,
};
