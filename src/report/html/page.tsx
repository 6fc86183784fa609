import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { STYLE } from './style.ts';

/** Nothing is loaded and no script runs, whatever a captured page contained. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

interface PageProps {
  readonly title: string;
  /** What the page adds to the common style. */
  readonly style?: string;
  readonly children: Child;
}

/** The frame of every HTML file: it needs nothing else, opens from disk and prints on A4. */
export function Page({ title, style = '', children }: PageProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <title>{title}</title>
        <style>{raw(STYLE + style)}</style>
      </head>
      <body>{children}</body>
    </html>
  );
}
