/** Elements that a captured page is shown with; of any other only what it holds. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code del dfn em font i ins kbd label nobr q rp rt ruby s samp small span strike ' +
    'strong sub sup tt u var wbr'
  ).split(' '),
);
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'wbr']);

/** Blocks under another name, shown as plain ones. */
export const PLAIN_BLOCKS: ReadonlySet<string> = new Set([
  'body',
  'dialog',
  'form',
  'frameset',
  'html',
  'listing',
  'optgroup',
  'plaintext',
  'search',
  'ucapcontent',
  'xmp',
]);

/** Gone with all that they hold: they run, lead elsewhere, or are never shown to a reader whose browser runs scripts. */
export const GONE_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'area base basefont bgsound command datalist head link map meta nextid noembed noframes noscript param script source ' +
    'style template title track'
  ).split(' '),
);

/** Shown as a grey box with its name: what they would show was not captured, or could run. */
export const BOXED_ELEMENTS: Readonly<Record<string, string>> = {
  applet: '内嵌对象',
  audio: '音频',
  canvas: '图形',
  embed: '内嵌对象',
  fencedframe: '内嵌页面',
  frame: '内嵌页面',
  iframe: '内嵌页面',
  object: '内嵌对象',
  portal: '内嵌页面',
  svg: '图形',
  video: '视频',
};

/** Attributes that only lay out or name; a value cannot do anything, whatever it is. */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'abbr align bgcolor border cellpadding cellspacing class clear color colspan datetime dir face headers height hidden ' +
    'id lang noshade nowrap reversed rowspan rules scope size span start title valign width'
  ).split(' '),
);
