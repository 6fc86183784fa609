import type { Gap } from '../evidence/scan-file.ts';
import type { RecordFault } from '../evidence/scan-record.ts';
import type { View } from '../model/capture.ts';
import type { Contradiction, Expected } from '../store/evidence-ledger.ts';

/** A capture whose evidence is damaged. */
export interface Hit {
  readonly url: string;
  readonly view: View;
  readonly page: number;
  readonly capturedAt: string;
  readonly runId: string;
  /** Id of the unit; '' where the page belongs to none. */
  readonly unit: string;
}

export type DamageKind =
  | 'index'
  | 'missing'
  | 'shorter'
  | 'unknown-file'
  | 'gap'
  | 'header'
  | 'no-record'
  | 'row'
  | 'record'
  | 'register'
  | 'no-register'
  | Contradiction;

/** One place where evidence is not what it should be. Texts in Chinese. */
export interface Damage {
  readonly kind: DamageKind;
  /** `evidence/FILE.warc.gz`, `registers/FILE`, or the index. */
  readonly file: string;
  /** In bytes of the file; null where the whole file is meant. */
  readonly offset: number | null;
  readonly length: number | null;
  readonly what: string;
  /** Of the record; '' where it is not known. */
  readonly url: string;
  readonly captures: readonly Hit[];
  readonly remedy: string;
}

const RESTORE = '请从备份恢复该文件；没有备份的，请再次运行 xunjian crawl 重新取证';
const RESTORE_REGISTER = '请从备份恢复该文件；原台账没有改动的，再次运行 xunjian audit 即可重新保存';
const RESTORE_INDEX = '请从备份恢复索引 xunjian.db';

const TEXTS: Record<Exclude<DamageKind, 'row' | 'record'>, readonly [what: string, remedy: string]> = {
  index: ['取证索引已损坏', RESTORE_INDEX],
  missing: ['取证文件不存在', RESTORE],
  shorter: ['取证文件被截短', RESTORE],
  'unknown-file': ['索引引用了未登记的取证文件', `${RESTORE_INDEX}或该取证文件`],
  gap: ['压缩数据损坏，无法读取', RESTORE],
  header: ['压缩头被改动，与同一文件的其他记录不同', RESTORE],
  'no-record': ['索引所指的位置没有记录', RESTORE_INDEX],
  'same-id': ['记录编号重复', RESTORE],
  'no-neighbour': ['所引用的关联记录不存在', RESTORE],
  'wrong-request': ['请求记录与应答记录不对应', RESTORE],
  'no-original': ['重访记录所指的原记录不存在', RESTORE],
  'no-request': ['应答记录没有对应的请求记录', RESTORE],
  register: ['台账副本的内容与其文件名（SHA-256 摘要）不符', RESTORE_REGISTER],
  'no-register': ['判定所引用的台账副本不存在', RESTORE_REGISTER],
};

const FAULTS: Record<RecordFault, string> = {
  crc: '压缩校验不符',
  padding: '压缩数据末尾的填充位被改动',
  head: '记录头无法读取',
  length: '记录长度不符',
  'block-digest': '记录摘要不符',
  'payload-digest': '内容摘要不符',
  fields: '记录头缺少必要的字段或格式不正确',
};

type At = Pick<Damage, 'file'> & Partial<Pick<Damage, 'offset' | 'length' | 'url'>>;

export function damage(kind: keyof typeof TEXTS, at: At, expected: readonly Expected[] = [], detail = ''): Damage {
  const [what, remedy] = TEXTS[kind];
  return { ...blank(kind, at, expected), what: detail ? `${what}（${detail}）` : what, remedy };
}

export const faultyRecord = (faults: readonly RecordFault[], at: At, expected: readonly Expected[]): Damage => ({
  ...blank('record', at, expected),
  what: faults.map((fault) => FAULTS[fault]).join('、'),
  remedy: RESTORE,
});

export const differingRow = (differences: readonly string[], at: At, expected: Expected): Damage => ({
  ...blank('row', at, [expected]),
  what: `索引与记录不一致：${differences.join('、')}`,
  remedy: RESTORE_INDEX,
});

export const gapDamage = (file: string, { offset, length }: Gap, expected: readonly Expected[]): Damage =>
  damage('gap', { file, offset, length }, expected);

function blank(kind: DamageKind, at: At, expected: readonly Expected[]): Omit<Damage, 'what' | 'remedy'> {
  const { file, offset = null, length = null } = at;
  const hits = new Map(expected.map(({ capture, unit }) => [capture.id, { capture, unit }]));
  const captures = [...hits.values()].map(({ capture: { url, view, page, capturedAt, runId }, unit }): Hit => {
    return { url, view, page, capturedAt, runId, unit };
  });
  return { kind, file, offset, length, url: at.url ?? captures[0]?.url ?? '', captures };
}
