import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetUrl } from '../assets.ts';

/** The frame of every page of the console. */
export function Document({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="htmx-config" content='{"allowEval":false,"includeIndicatorStyles":false,"historyCacheSize":0}' />
          <title>{`${title} - 巡检`}</title>
          <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={assetUrl('console.css')} />
          <script src={assetUrl('htmx.min.js')} defer />
          <script src={assetUrl('sse.js')} defer />
          <script src={assetUrl('console.js')} defer />
        </head>
        <body>{children}</body>
      </html>
    </>
  );
}
