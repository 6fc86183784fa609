import { z } from '@hono/zod-openapi';
import type { ListedFinding } from '../../../app/console/find-findings.ts';
import type { Quarter } from '../../../app/console/quarter.ts';
import type { QuarterFinding } from '../../../app/console/quarter-finding.ts';
import { DECISION_KINDS, type Decision, STANDINGS } from '../../../model/decision.ts';
import { FINDING_STATES } from '../../../model/finding.ts';
import { TOPIC_IDS } from '../../../model/topic.ts';
import { keysOf } from '../keys-of.ts';
import { orNull } from '../parameters.ts';
import { objection, objectionShape } from './objection.ts';

export const topic = z.enum(TOPIC_IDS).describe('主题');
export const standing = z.enum(keysOf(STANDINGS)).describe('审核情况；pending 待审核');
export const findingState = z.enum(keysOf(FINDING_STATES)).describe('状态');

const decision = z
  .object({
    kind: z.enum(keysOf(DECISION_KINDS)),
    points: z.number().nullable().describe('调整后的分值；仅 repriced 有'),
    reason: z.string(),
    byName: z.string(),
    at: z.iso.datetime(),
    on: z.iso.date(),
    version: z.int().describe('审核的序号'),
  })
  .openapi('Decision');

export const finding = z
  .object({
    number: z.string().describe('问题编号').openapi({ example: '1A2B3C4D' }),
    id: z.string().describe('判定的标识，各夜不变'),
    unit: z.string(),
    unitName: z.string(),
    check: z.string(),
    checkTitle: z.string(),
    message: z.string(),
    topic,
    subject: z.string(),
    text: z.string(),
    group: orNull(z.object({ id: z.string(), title: z.string(), points: z.number() })).describe(
      '减分项；null 为不减分',
    ),
    advisory: z.boolean(),
    alert: z.boolean().describe('须当日告知'),
    state: orNull(findingState),
    firstSeen: z.iso.date().nullable(),
    since: z.iso.date().nullable(),
    isThere: z.boolean().describe('最近一次判定中是否仍然存在'),
    cost: z.number().describe('按目前审核情况单独减分的分值'),
    standing,
    decision: orNull(decision),
    earlier: orNull(decision).describe('问题再次出现以前的审核，已不作数'),
    seen: z.int().describe('审核时须原样交回，用于发现他人同时作的审核；0 为尚未审核'),
    objections: z.array(objection),
  })
  .openapi('Finding');

type FindingShape = z.infer<typeof finding>;

const decisionShape = ({ kind, points, reason, byName, at, on, version }: Decision): z.infer<typeof decision> => {
  return { kind, points, reason, byName, at, on, version };
};

export function findingShape({ said, group, ...of }: ListedFinding): FindingShape {
  const { number, id, unit, unitName, check, checkTitle, message, topic, subject, text, advisory, alert } = of;
  const { state, firstSeen, since, isThere, cost } = of;
  const seen = said.decision ?? said.earlier;
  return {
    ...{ number, id, unit, unitName, check, checkTitle, message, topic, subject, text, advisory, alert },
    ...{ state, firstSeen, since, isThere, cost, standing: said.standing },
    group: group && { id: group.id, title: group.title, points: group.points },
    decision: said.decision && decisionShape(said.decision),
    earlier: said.earlier && decisionShape(said.earlier),
    seen: seen?.version ?? 0,
    objections: said.objections.map(objectionShape),
  };
}

/** A finding as it stands in its quarter now. */
export const findingNow = (quarter: Quarter, one: QuarterFinding): FindingShape =>
  findingShape({ ...one, said: quarter.said(one), cost: quarter.costOf(one) });
