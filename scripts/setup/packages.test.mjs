import { expect, test } from 'vitest';
import { folderWith } from './fixture.mjs';
import { packagesCurrent } from './packages.mjs';

const lock = (packages) => JSON.stringify({ packages });
const WANTED = {
  '': { name: 'xunjian' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/binary-for-another-machine': { version: '2.0.0', optional: true },
};

const treeWith = (installed) =>
  folderWith({
    'package-lock.json': lock(WANTED),
    ...(installed && { 'node_modules/.package-lock.json': lock(installed) }),
  });

test('what was installed as locked is current, without the optional packages of other machines', () => {
  expect(packagesCurrent(treeWith({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
});

test.each([
  ['nothing is installed', null],
  ['another version is installed', { 'node_modules/a': { version: '1.0.1' } }],
  ['a package lacks', {}],
  [
    'a package is left over that the lock no longer has',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/gone': { version: '1.0.0' } },
  ],
])('not current where %s', (_, installed) => {
  expect(packagesCurrent(treeWith(installed))).toBe(false);
});
