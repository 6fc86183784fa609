/** Comments, strings, the signs that structure a style sheet, and what stands between them. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|<!--|-->|[{}();]|[^{}();"'/<-]+|[/<-]/g;

const SIDES = '(?:-(?:top|right|bottom|left))?';
/** Properties that only colour, measure and align: none moves text over other text, puts in any, or runs anything. */
const PROPERTY = new RegExp(
  `^(?:color|background(?:-(?:color|image|repeat|size|position))?|font(?:-(?:family|size|style|weight))?|line-height|letter-spacing|white-space|word-(?:break|spacing|wrap)|overflow-wrap|text-(?:align|decoration|indent)|vertical-align|(?:margin|padding)${SIDES}|border${SIDES}(?:-(?:width|style|color))?|border-(?:collapse|spacing|radius)|(?:min-|max-)?(?:width|height)|box-sizing|float|clear|display|visibility|list-style(?:-type|-position)?|table-layout|caption-side|flex(?:-(?:direction|wrap|grow|shrink|basis))?|align-items|justify-content|gap)$`,
);
/** Raster pictures that stand in the page itself; a drawing (SVG) can hold scripts. */
const IN_PLACE = 'data:image/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=]+';
const VALUE = new RegExp(
  `^(?:[\\w\\s#%.,+*/\\u2e80-\\ufffd-]|"[\\w\\s\\u2e80-\\ufffd-]*"|'[\\w\\s\\u2e80-\\ufffd-]*'|(?:rgba?|hsla?|calc)\\([\\w\\s#%.,+*/-]*\\)|url\\((["']?)${IN_PLACE}\\1\\))+$`,
  'i',
);
/** No attribute selectors, no escapes, no strings: nothing that could end the rule or the style sheet. */
const SELECTOR = /^[\w\s.#,:>+~*()\u2e80-\ufffd-]+$/;
const HIDING = /^(?:display:none|visibility:(?:hidden|collapse))$/i;
/** More is a library's, of no use for one page. */
const LARGEST_SHEET = 300_000;

const SAFE_PICTURE = new RegExp(`^\\s*(${IN_PLACE})\\s*$`, 'i');

/** The address of a raster picture that stands in the page itself; null for any other. */
export const pictureInPlace = (address: string): string | null => SAFE_PICTURE.exec(address)?.[1] ?? null;

/**
 * The declarations of a `style` attribute that can do no harm, as `name:value` joined by semicolons; '' for none. Known good ones
 * are kept, nothing else: no address but of a picture in place, no expression, no escape. `!important` is dropped.
 */
export const safeDeclarations = (css: string): string => declarationsOf(css).join(';');

/**
 * The rules of a style sheet that can do no harm; '' for none. At-rules are dropped, and so is what hides elements: the readers of
 * pages do not consult style sheets, so what they quote from has to be seen.
 */
export function safeSheet(css: string): string {
  if (css.length > LARGEST_SHEET) return '';
  let safe = '';
  let selector = '';
  let body = '';
  let depth = 0;
  let isNested = false;
  for (const token of tokensOf(css)) {
    if (token === '{') {
      depth += 1;
      if (depth > 1) isNested = true;
    } else if (token === '}') {
      depth = Math.max(0, depth - 1);
      if (depth > 0) continue;
      if (!isNested) safe += safeRule(selector.trim(), body);
      selector = '';
      body = '';
      isNested = false;
    } else if (depth > 0) body += token;
    else selector = token === ';' ? '' : selector + token;
  }
  return safe;
}

function safeRule(selector: string, body: string): string {
  if (!SELECTOR.test(selector)) return '';
  const shown = declarationsOf(body).filter((declaration) => !HIDING.test(declaration));
  return shown.length === 0 ? '' : `${selector}{${shown.join(';')}}\n`;
}

function declarationsOf(css: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const token of tokensOf(css)) {
    if (token === '(') depth += 1;
    else if (token === ')') depth = Math.max(0, depth - 1);
    if (token === ';' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.flatMap(safeDeclaration);
}

function safeDeclaration(text: string): readonly string[] {
  const colon = text.indexOf(':');
  const property = text.slice(0, Math.max(0, colon)).trim().toLowerCase();
  const value = text
    .slice(colon + 1)
    .replace(/!\s*important\s*$/i, '')
    .trim();
  return PROPERTY.test(property) && VALUE.test(value) ? [`${property}:${value}`] : [];
}

const tokensOf = (css: string): readonly string[] =>
  (css.match(TOKEN) ?? []).filter((token) => !token.startsWith('/*') && token !== '<!--' && token !== '-->');
