/*
 * Stops with one sentence where this Node cannot run Kitplan: older ones crash without a word when the plan
 * file's database loads. Written in old JavaScript on purpose, so that an old Node can still read it.
 */
/* global process, console */
var found = process.versions.node.split('.').map(Number);
var enough = found[0] > 22 || (found[0] === 22 && found[1] >= 14);

if (!enough) {
  console.error(
    'Kitplan needs Node.js 22.14 or newer; this is ' + process.version + ' at ' + process.execPath + '.\n' +
    'On Linux x64 "npm ci" brings the right one along; elsewhere it is at https://nodejs.org.'
  );
  process.exit(1);
}
