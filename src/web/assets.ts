import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { packageRoot } from '../config/package-root.ts';
import type { Env } from './env.ts';

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' } as const;

interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
  readonly digest: string;
}

const own = (name: string): string => join(packageRoot(), 'src', 'web', 'assets', name);
const of = (module: string, file: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${module}/package.json`)), file);

/** All that pages load. */
const FILES: Readonly<Record<string, string>> = {
  'console.css': own('console.css'),
  'console.js': own('console.js'),
  'icon.svg': own('icon.svg'),
  'htmx.min.js': of('htmx.org', 'dist/htmx.min.js'),
  'sse.js': of('htmx-ext-sse', 'sse.js'),
};

const ASSETS: ReadonlyMap<string, Asset> = new Map(
  Object.entries(FILES).map(([name, file]) => {
    const bytes = readFileSync(file);
    const extension = name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES;
    return [
      name,
      { bytes, type: TYPES[extension], digest: createHash('sha256').update(bytes).digest('hex').slice(0, 12) },
    ];
  }),
);

/** Address that changes with the content, so that browsers keep it for ever. */
export function assetUrl(name: string): string {
  const asset = ASSETS.get(name);
  if (!asset) throw new Error(`no asset ${name}`);
  return `/assets/${asset.digest}/${name}`;
}

export const assetRoutes = new Hono<Env>().get('/assets/:digest/:name', (c) => {
  const asset = ASSETS.get(c.req.param('name'));
  if (!asset || asset.digest !== c.req.param('digest')) return c.notFound();
  c.header('Content-Type', asset.type);
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  return c.body(new Uint8Array(asset.bytes));
});
