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

const own = (...path: readonly string[]): string => join(packageRoot(), 'src', 'web', 'assets', ...path);
const of = (module: string, file: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${module}/package.json`)), file);

/** The console's look, one file for each kind of thing, in the order in which they are laid over one another. */
const STYLES = [
  ...['base', 'top-bar', 'page', 'figures', 'tables', 'tags', 'forms'],
  ...['overview', 'findings', 'district', 'units-and-jobs', 'api'],
];

/** All that pages load; what is made of several files is one for browsers. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  'console.css': STYLES.map((name) => own('style', `${name}.css`)),
  'console.js': [own('console.js')],
  'icon.svg': [own('icon.svg')],
  'htmx.min.js': [of('htmx.org', 'dist/htmx.min.js')],
  'sse.js': [of('htmx-ext-sse', 'sse.js')],
};

const ASSETS: ReadonlyMap<string, Asset> = new Map(
  Object.entries(FILES).map(([name, files]) => {
    const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
    const extension = name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES;
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return [name, { bytes, type: TYPES[extension], digest }];
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
