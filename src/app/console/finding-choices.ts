import { builtInChecks } from '../../../checks/index.ts';
import { type Actor, seesUnit } from '../../model/account.ts';
import { TOPICS, type Topic } from '../../model/topic.ts';
import type { Quarter } from './quarter.ts';

/** Something to choose, with what people read of it. */
export type Choice = readonly [id: string, text: string];

/** What the findings of a quarter can be filtered by: only what there is. */
export interface FindingChoices {
  readonly units: readonly Choice[];
  /** Groups of the rulebook, in its order. */
  readonly groups: readonly Choice[];
  readonly topics: readonly Choice[];
  /** Checks with their messages (`check/message`). */
  readonly checks: readonly { readonly id: string; readonly title: string; readonly messages: readonly Choice[] }[];
}

/** By quarter, then by unit; `` for the whole district. What is found does not change while a quarter lives. */
const known = new WeakMap<Quarter, Map<string, FindingChoices>>();

/** Worked out once for a quarter: of a unit's account what its own findings can be filtered by. */
export function findingChoices(quarter: Quarter, actor: Actor): FindingChoices {
  const ofQuarter = known.get(quarter) ?? new Map<string, FindingChoices>();
  known.set(quarter, ofQuarter);
  const whose = actor.role === 'unit' ? (actor.unit ?? '') : '';
  const choices = ofQuarter.get(whose) ?? choicesOf(quarter, actor);
  ofQuarter.set(whose, choices);
  return choices;
}

function choicesOf({ findings, sources }: Quarter, actor: Actor): FindingChoices {
  const units = new Map<string, string>();
  const groups = new Set<string>();
  const topics = new Set<Topic>();
  const checks = new Map<string, { readonly title: string; readonly messages: Set<string> }>();
  for (const { unit, unitName, group, topic, check, checkTitle, message } of findings) {
    if (!seesUnit(actor, unit)) continue;
    units.set(unit, unitName);
    if (group) groups.add(group.id);
    topics.add(topic);
    const ofCheck = checks.get(check) ?? { title: checkTitle, messages: new Set() };
    checks.set(check, ofCheck);
    if (message !== '') ofCheck.messages.add(message);
  }
  return {
    units: [...units],
    groups: sources.rulebook.groups.filter(({ id }) => groups.has(id)).map(({ id, title }) => [id, title]),
    topics: Object.entries(TOPICS).filter(([id]) => topics.has(id as Topic)),
    checks: [...checks].map(([id, { title, messages }]) => ({
      ...{ id, title },
      messages: [...messages].map((message) => [`${id}/${message}`, messageName(id, message)]),
    })),
  };
}

/** A message without what differs from finding to finding. */
function messageName(check: string, message: string): string {
  const template = builtInChecks.find(({ id }) => id === check)?.messages[message]?.text;
  if (template === undefined) return message;
  return template.replace(/（[^（）]*\{[^（）]*）/g, '').replace(/\{[^{}]*\}/g, '…');
}
