import { squeeze } from './html.ts';

/** Words of the strips around an article: letter size, printing, sharing, other editions. */
const STRONG =
  /下载(?:本页)?(?:Word|PDF|word|pdf)(?:版)?|打印(?:本页|整页|内容|正文|此页|文章)?|关闭(?:窗口|本页|页面)?|(?:加入)?收藏(?:本页)?|一键分享|分享到?|字号|字体(?:大小)?|浏览(?:次数|量)?[:：]?\d*次?|点击(?:数|率|量)?\d*次?|阅读(?:次数|量)?\d+次?|访问量\d*|电子书|[Hh]5|图文解读|语音播报|动漫(?:解读)?|我要纠错|返回(?:顶部|列表)|复制链接|扫一扫(?:在手机(?:打开|上?查看)(?:当前页|本页)?)?|责任编辑|视力保护色|无障碍(?:浏览|阅读)?|适老模式|长者模式/g;
const WEAK =
  /微信|微博|新浪|QQ空间|空间|手机(?:版|查看)?|标题|正文|附件|解读|大中小|超大|特大|大|中|小|默认|保存|返回|繁体|简体|次|更多/g;
const SEPARATORS = /[|｜丨ΙI·•/、,，:：\-—_~【】[\]()（）<>〈〉《》+]/g;
const CRUMB =
  /^(?:您?(?:现在|当前)?(?:的|所在的?)?位置|您(?:现在|当前)?(?:所在|在)|当前位置)|^首页\s*(?:[>›»＞/]|政[务府])/;
const LONGEST = 120;
/** Some word of a strip, or the letters of 大 中 小: a cheap look before the thorough one. */
const HINT =
  /字\s*[号体]|打印|关闭|收藏|分享|浏览|点击|阅读|访问量|电子书|[Hh]5|解读|播报|动漫|纠错|返回|链接|扫一扫|责任编辑|保护色|障碍|模式|下载|微信|微博|正文|手机|大\s*中\s*小|更多/;

/** Whether a line is nothing but page furniture: 字号 大 中 小, 打印, 电子书 | H5 | 图文解读, a breadcrumb. */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (CRUMB.test(line)) return true;
  if (!HINT.test(line)) return false;
  const text = squeeze(line);
  const strong = text.match(STRONG)?.length ?? 0;
  const rest = text.replace(STRONG, '');
  const weak = rest.match(WEAK)?.length ?? 0;
  if (strong === 0 && weak < 3) return false;
  return rest.replace(WEAK, '').replace(SEPARATORS, '') === '';
}

const END =
  /^(?:上一[篇条]|下一[篇条]|相关(?:链接|文件|阅读|文章|信息|新闻|推荐)\s*[:：]?$|推荐阅读|延伸阅读|扫一扫|责任编辑\s*[:：]|友情链接)|Produced\s+By/i;
const FOOTER = /ICP[备证]|网站标识码|公网安备|版权所有|Copyright|©|^主办(?:单位)?\s*[:：].*(?:技术支持|承办|维护)/i;

/** Whether an article ends before this line: neighbours, related pages. */
export const endsArticle = (line: string): boolean => line.length <= LONGEST && END.test(line);

/** Whether a line can only stand in a site's footer. */
export const isFooterLine = (line: string): boolean => line.length <= 200 && FOOTER.test(line);
