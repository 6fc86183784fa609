import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFor } from '../../demo/random.ts';
import { auditFileText } from '../../src/app/audit-file.ts';
import type { Audit } from '../../src/model/audit.ts';
import type { CivilDate } from '../../src/model/civil-date.ts';
import type { TrackedFinding } from '../../src/model/finding.ts';
import type { Topic } from '../../src/model/topic.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { openInspection } from '../../src/store/inspection/open-inspection.ts';

export const AS_OF = '2023-08-08' as CivilDate;
const PERIOD = '2023Q2';

type Told = readonly [check: string, message: string, topic: Topic, text: string];

/** What findings are about, in the rulebook's groups and beside them. */
const MESSAGES: readonly [Told, ...Told[]] = [
  ['guide', 'stale', 'guide', '信息公开指南未更新至2023年（页面日期2022-03-01）'],
  ['policy-format', 'unformatted', 'policy-docs', '政策文件缺少主题分类、有效性'],
  ['double-random', 'no-plan', 'double-random', '未发布2023年度双随机抽查计划'],
  ['enforcement', 'no-duties', 'enforcement', '未发布执法职责和权限、执法岗位信息'],
  ['periodic', 'overdue', 'statistics', '2023年5月统计数据逾期未公开'],
  ['timeliness', 'late', 'policy-docs', '文件自成文之日起超过20个工作日公开'],
  ['wording', 'typo', 'other', '疑有错别字：“名付其实”应为“名副其实”'],
];

/** A quarter with so many findings, spread over the units: its audit, and their history, as nights leave them. */
export async function writeQuarter(data: string, units: readonly string[], findings: number): Promise<void> {
  const random = randomFor('quarter');
  const verdicts = Array.from({ length: findings }, (_, at): Verdict => {
    const unit = units[at % units.length] ?? '';
    const [check, message, topic, text] = random.pick(MESSAGES);
    const subject = `http://127.0.0.1/${unit}/doc_${at}.html`;
    const seen = { url: subject, capturedAt: '2023-08-07T18:00:00.000Z', sha256: random.hex(64) };
    return {
      ...{ id: `${unit}/${check}/${message}/${topic}/${subject}`, unit, check, topic, column: null, subject },
      ...{ verdict: 'fail', message, advisory: random.chance(3), state: 'defective', text: `《第${at}号文件》${text}` },
      fix: '请在原栏目中更正或补充，并核对同类内容。',
      basis: [{ document: '临政办字〔2021〕8号', clause: '第十四条（三）' }],
      reason: null,
      evidence: [{ ...seen, record: `evidence/bench.warc.gz#${at}`, quote: text }],
    };
  });
  const audit: Audit = {
    ...{ schema: 'xunjian.audit/1', district: '测速区', asOf: AS_OF, period: PERIOD },
    units: units.map((id) => ({ id, name: `${id}局`, kind: 'department' })),
    run: { id: 'bench', startedAt: '2023-08-07T18:00:00.000Z', captures: findings, unreadable: 0 },
    verdicts,
    deductions: [],
    scores: units.map((unit) => ({
      ...{ unit, base: 15, coverage: 5, coverageFrom: 'suggested', deducted: 0, total: 20, open: 0 },
      keyColumns: { total: 4, updated: 4, unread: 0 },
    })),
  };
  mkdirSync(join(data, 'audits'), { recursive: true });
  writeFileSync(join(data, 'audits', `${PERIOD}.json`), auditFileText({ audit, unread: [] }));
  const { findings: history, close } = await openInspection(data);
  try {
    const night = { run: 'bench', lookedUntil: '2023-08-07T20:00:00.000Z', asOf: AS_OF };
    await history.take(night, units, () => verdicts.map(trackedOf));
    await history.keepDetails(verdicts);
  } finally {
    await close();
  }
}

const trackedOf = (verdict: Verdict, at: number): TrackedFinding => {
  const { id, unit, check, topic, subject, text, message, advisory } = verdict;
  const days = { firstSeen: AS_OF, lastSeen: AS_OF, since: AS_OF };
  return {
    id,
    unit,
    check,
    topic,
    subject,
    text,
    message: message ?? '',
    advisory,
    state: at % 9 === 0 ? 'new' : 'open',
    ...days,
  };
};
