import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { folderWith } from './fixture.mjs';
import { headersPrefix } from './headers.mjs';

const header = (abi) => `#ifndef X\n#define NODE_MODULE_VERSION ${abi}\n#endif\n`;
const ABI = '98765';

test('the prefix of the running Node is taken where its headers are there', () => {
  const prefix = folderWith({ 'include/node/node_version.h': header(ABI) });
  expect(headersPrefix(undefined, path.join(prefix, 'bin', 'node'), ABI)).toBe(prefix);
});

test('the headers beside the binary of the npm package node are found', () => {
  const inside = `node_modules/node-${process.platform}-${process.arch}`;
  const prefix = folderWith({ [`${inside}/include/node/node_version.h`]: header(ABI) });
  expect(headersPrefix(undefined, path.join(prefix, 'bin', 'node'), ABI)).toBe(path.join(prefix, inside));
});

test('a setting that names the headers of another Node is passed over', () => {
  const other = folderWith({ 'include/node/node_version.h': header('1') });
  const prefix = folderWith({ 'include/node/node_version.h': header(ABI) });
  expect(headersPrefix(other, path.join(prefix, 'bin', 'node'), ABI)).toBe(prefix);
});

test('no headers that fit: none, so that npm downloads them', () => {
  const prefix = folderWith({ 'bin/node': '' });
  expect(headersPrefix('undefined', path.join(prefix, 'bin', 'node'), ABI)).toBeNull();
});
