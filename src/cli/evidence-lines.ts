import type { Damage, Hit } from '../app/evidence-damage.ts';
import type { VerifyOutcome } from '../app/evidence-verify.ts';

/** Captures named one by one under each damage. */
const MOST_NAMED = 10;
const MEGABYTE = 1_000_000;

const VIEWS: Record<Hit['view'], string> = {
  http: '网页应答',
  rendered: '浏览器画面',
  screenshot: '截图',
  subrequest: '页面数据',
};

/** What a verification found, for the terminal: every damage with its place, what it hits, and the remedy. */
export function verifyLines({ files, records, bytes, captures, registers, damages, notes }: VerifyOutcome): string[] {
  const size = (bytes / MEGABYTE).toFixed(1);
  return [
    `已核验取证文件 ${files} 个、记录 ${records} 条（${size} MB），并与索引 ${captures} 条逐一核对。`,
    ...(registers > 0 ? [`已核验台账副本 ${registers} 份。`] : []),
    damages.length === 0 ? '结论：取证记录完好。' : `结论：发现损坏 ${damages.length} 处。`,
    ...damages.flatMap(damageLines),
    ...notes.map((note) => `提示：${note}。`),
  ];
}

function damageLines({ file, offset, length, what, url, captures, remedy }: Damage, index: number): string[] {
  const place = [
    file,
    ...(offset === null ? [] : [`偏移 ${offset}`]),
    ...(length === null ? [] : [`长 ${length} 字节`]),
  ];
  return [
    '',
    `${index + 1}. ${place.join('，')}：${what}`,
    ...(url ? [`   网址：${url}`] : []),
    ...(captures.length > 0 ? [`   涉及取证 ${captures.length} 条${unitsOf(captures)}：`] : []),
    ...captures.slice(0, MOST_NAMED).map((hit) => `   - ${hit.capturedAt} ${VIEWS[hit.view]} ${hit.url}`),
    ...(captures.length > MOST_NAMED ? [`   - 其余 ${captures.length - MOST_NAMED} 条请用 --format json 查看`] : []),
    `   处理：${remedy}。`,
  ];
}

function unitsOf(captures: readonly Hit[]): string {
  const units = [...new Set(captures.map(({ unit }) => unit).filter((unit) => unit !== ''))];
  return units.length > 0 ? `（单位：${units.join('、')}）` : '';
}
