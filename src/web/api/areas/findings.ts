import { z } from '@hono/zod-openapi';
import { decideFindings } from '../../../app/console/decide-findings.ts';
import { findFindings } from '../../../app/console/find-findings.ts';
import { findingChoices } from '../../../app/console/finding-choices.ts';
import { oneFinding } from '../../../app/console/one-finding.ts';
import { DECISION_KINDS, STANDINGS } from '../../../model/decision.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { apiError } from '../errors.ts';
import { keysOf } from '../keys-of.ts';
import { answer, body, operation } from '../operation.ts';
import { NUMBER, orNull, PERIOD, SIZED_PAGE, TRUE } from '../parameters.ts';
import { evidenceRef, evidenceRefs } from '../shapes/evidence.ts';
import { feedback, feedbackShape } from '../shapes/feedback.ts';
import { finding, findingNow, findingShape, findingState, standing, topic } from '../shapes/finding.ts';
import { logEntry, logEntryShape } from '../shapes/log-entry.ts';
import { verdictSchema, verdictShape } from '../shapes/verdict.ts';

/** Findings, one of them with all that is known, and decisions on them. */
export const findingsArea = apiArea();

const filter = SIZED_PAGE.extend({
  unit: z.string().optional(),
  group: z.string().optional().describe('减分项标识；none 为不减分'),
  state: findingState.optional().describe('状态；不填为仍然存在的'),
  standing: standing.optional(),
  message: z.string().optional().describe('检查，或 检查/情形'),
  topic: topic.optional(),
  weight: z.enum(['charged', 'advisory', 'alert']).optional().describe('减分、提醒、须当日告知'),
  objected: TRUE.optional().describe('只要有未答复异议的'),
  text: z.string().max(200).optional().describe('文字中的词，以空格分开'),
  order: z.enum(['newest']).optional().describe('newest 为最近变化的在前；不填按单位'),
});

findingsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/findings', operationId: 'listFindings', tag: 'findings' },
    summary: '问题列表；单位只看到本单位的',
    request: { params: PERIOD, query: filter },
    responses: {
      200: answer(
        z.object({
          total: z.int(),
          page: z.int(),
          pages: z.int(),
          standings: z.record(z.enum(keysOf(STANDINGS)), z.int()).describe('各种审核情况各有多少'),
          findings: z.array(finding),
        }),
        '问题',
      ),
    },
  }),
  async (c) => {
    const { page = 1, pageSize, ...asked } = c.req.valid('query');
    const { period } = c.req.valid('param');
    const list = await findFindings(c.get('console'), actorOf(c), { ...asked, period }, page, pageSize);
    const { all, pages, standings, rows } = list;
    return c.json({ total: all.length, page: list.page, pages, standings, findings: rows.map(findingShape) }, 200);
  },
);

const choice = z.object({ id: z.string(), title: z.string() });

findingsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/finding-choices', operationId: 'getFindingChoices', tag: 'findings' },
    summary: '问题列表可以按哪些单位、减分项、主题、情形筛选',
    request: { params: PERIOD },
    responses: {
      200: answer(
        z.object({
          units: z.array(choice),
          groups: z.array(choice),
          topics: z.array(choice),
          checks: z.array(choice.extend({ messages: z.array(choice) })),
        }),
        '筛选条件',
      ),
    },
  }),
  async (c) => {
    const quarter = await c.get('console').board.quarter(c.req.valid('param').period);
    const { units, groups, topics, checks } = findingChoices(quarter, actorOf(c));
    const named = (list: readonly (readonly [string, string])[]) => list.map(([id, title]) => ({ id, title }));
    return c.json(
      {
        ...{ units: named(units), groups: named(groups), topics: named(topics) },
        checks: checks.map(({ id, title, messages }) => ({ id, title, messages: named(messages) })),
      },
      200,
    );
  },
);

const oneSchema = finding
  .extend({
    verdict: orNull(verdictSchema).describe('最近一次判定；较早的问题没有留存'),
    evidence: z.array(evidenceRef),
    feedback: z.array(feedback).describe('单位的整改反馈'),
    history: z.array(logEntry).describe('经过，最早的在前'),
  })
  .openapi('FindingInFull');

findingsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/findings/{number}', operationId: 'getFinding', tag: 'findings' },
    summary: '一个问题：判定、证据、审核、异议、反馈、经过',
    request: { params: PERIOD.extend(NUMBER.shape) },
    responses: { 200: answer(oneSchema, '问题') },
  }),
  async (c) => {
    const of = await oneFinding(c.get('console'), actorOf(c), c.req.valid('param'));
    const shown: z.infer<typeof oneSchema> = {
      ...findingShape(of.finding),
      verdict: of.verdict && verdictShape(of.verdict),
      evidence: evidenceRefs(of.quarter.period.id, of.finding.number, of.verdict?.evidence ?? []),
      feedback: of.feedback.map(feedbackShape),
      history: of.history.map(logEntryShape),
    };
    return c.json(shown, 200);
  },
);

const decisions = z
  .strictObject({
    kind: z
      .enum(keysOf({ ...DECISION_KINDS, withdrawn: '' }))
      .describe('accepted 确认，rejected 不予认定，advised 改为提醒，repriced 调整分值，withdrawn 撤销审核'),
    points: z.number().optional().describe('调整后的分值；仅 repriced 需要'),
    reason: z.string().default('').describe('理由；accepted 与 withdrawn 以外必填'),
    findings: z
      .array(z.strictObject({ number: z.string(), seen: z.int().min(0).describe('问题的 seen，原样交回') }))
      .describe('一次最多1000个'),
  })
  .openapi('Decisions', {
    example: { kind: 'rejected', reason: '信息已在其他栏目公开', findings: [{ number: '1A2B3C4D', seen: 0 }] },
  });

const outcome = z
  .object({
    made: z.array(finding),
    conflicts: z.array(finding).describe('他人同时作了审核，没有改动；以其现在的情况给出'),
    gone: z.array(finding).describe('已不在判定结果中，无须审核'),
  })
  .openapi('DecisionOutcome');

findingsArea.openapi(
  operation({
    ...{ method: 'post', path: '/quarters/{period}/decisions', operationId: 'decideFindings', tag: 'findings' },
    summary: '审核一个或多个问题；全部与他人的审核冲突的，返回 409',
    request: { params: PERIOD, body: body(decisions) },
    responses: { 200: answer(outcome, '审核结果') },
  }),
  async (c) => {
    const { kind, points = null, reason, findings } = c.req.valid('json');
    const { period } = c.req.valid('param');
    const console = c.get('console');
    const form = { period, findings, reason, points, kind: kind === 'withdrawn' ? null : kind };
    const { made, conflicts, gone } = await decideFindings(console, actorOf(c), form);
    const quarter = await console.board.quarter(period);
    if (made.length + gone.length === 0 && conflicts.length > 0) {
      const details = conflicts.map(({ finding: { number }, decision }) => ({
        number,
        what: decision ? `已由${decision.byName}审核为“${DECISION_KINDS[decision.kind]}”` : '审核已由他人撤销',
      }));
      // Not among the typed answers: an error like those that use cases throw.
      return apiError(c, 409, '所选问题已由他人审核，没有改动', '请重新读取问题，核对后再审核', details) as never;
    }
    return c.json(
      {
        made: made.map((one) => findingNow(quarter, one)),
        conflicts: conflicts.map(({ finding }) => findingNow(quarter, finding)),
        gone: gone.map((one) => findingNow(quarter, one)),
      },
      200,
    );
  },
);
