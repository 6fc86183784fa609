import { escapeHtml } from './mark-quote.ts';

/** For a browser that is shown the document without the headers that should come with it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** Written last and with force, so that no style of a page can hide the mark. */
const STYLE = `
html{background:#fff;color:#000}
body{margin:8px;font-family:sans-serif;line-height:1.6;overflow-wrap:break-word}
img{max-width:100%}
.xunjian-file table{border-collapse:collapse;margin:0 0 1em}
.xunjian-file td{border:1px solid #bbb;padding:2px 6px;vertical-align:top}
.xunjian-file p{margin:0 0 .4em}
[data-link]{color:#0b57b0;text-decoration:underline;cursor:help}
.xunjian-box,.xunjian-control{display:inline-block;max-width:100%;padding:2px 8px;border:1px solid #999;background:#eee;color:#444;font-size:13px;line-height:1.5;vertical-align:middle}
.xunjian-control{background:#fff;min-width:1em;min-height:1.4em}
mark.xunjian-quote.xunjian-quote.xunjian-quote{display:inline!important;visibility:visible!important;font-size:max(1em,12px)!important;text-indent:0!important;color:#000!important;background:#ffe58f!important;outline:2px solid #b45309!important;scroll-margin:30vh 0!important}
`;

/**
 * A whole document around harmless markup. Always UTF-8, and says so in its first bytes, before anything of the page.
 * `styles`: harmless rules (`safeSheet`).
 */
export const safeDocument = (title: string, styles: string, body: string): string =>
  `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>
${styles}</style>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
