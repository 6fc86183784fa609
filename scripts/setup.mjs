// Sets up a fresh machine: packages, build, browser and Chinese font. Run again it skips what is done.
// This file is kept in old syntax so that an old Node can read it far enough to say that it is old.
import process from 'node:process';

const REQUIRED = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < REQUIRED[0] || (major === REQUIRED[0] && minor < REQUIRED[1])) {
  console.error(
    `Node.js 版本过低：当前为 ${process.versions.node}，需要 ${REQUIRED.join('.')} 或更高版本。` +
      '请安装 Node.js 20 LTS（或更新的 LTS 版本）后重新运行。',
  );
  process.exitCode = 2;
} else {
  const { setUp } = await import('./setup/main.mjs');
  process.exitCode = await setUp(process.argv.slice(2));
}
