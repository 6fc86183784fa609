#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

const entry = new URL('../dist/src/cli/main.js', import.meta.url);

if (existsSync(entry)) {
  const { main } = await import(entry.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error('程序尚未编译，请先在项目目录运行：npm run setup');
  process.exitCode = 2;
}
