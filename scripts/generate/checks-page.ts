import { z } from 'zod';
import { builtInChecks } from '../../checks/index.ts';
import type { AnyCheck } from '../../src/audit/check.ts';
import { loadRulebook } from '../../src/config/rulebook.ts';
import type { Rulebook } from '../../src/model/rulebook.ts';
import { TOPIC_IDS, TOPICS } from '../../src/model/topic.ts';

const RULEBOOKS = ['linzi-2023', 'linzi-default'] as const;

/** docs/checks.md: every check with what it says, what that costs, what it rests on and what can be set. */
export function checksPage(): string {
  const rulebooks = RULEBOOKS.map(loadRulebook);
  return [
    '<!-- Written by npm run generate from the checks and the rulebooks; edit those. -->',
    '# Checks',
    '',
    'What the built-in checks ask, what they say where something is wrong, and what that costs a unit in a quarter. One',
    'deduction per group, unit and quarter. *advisory*: pointed out, costs nothing; *alert*: told the same day, never',
    'charged. The page of each check tells what counts as proof, its limits, and how it could accuse wrongly;',
    '[checks/README.md](../checks/README.md) tells how to write one.',
    '',
    '| check | | asks of | messages |',
    '| --- | --- | --- | --- |',
    ...builtInChecks.map(
      (check) =>
        `| [${check.id}](#${anchorOf(check)}) | ${check.title} | ${scopeOf(check)} | ${Object.keys(check.messages).join(', ')} |`,
    ),
    '',
    ...builtInChecks.flatMap((check) => sectionOf(check, rulebooks)),
  ].join('\n');
}

/** As code hosts make anchors of headings. */
const anchorOf = ({ id, title }: AnyCheck): string =>
  `${id} ${title}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

function scopeOf({ judges = 'columns', topics, registers = [] }: AnyCheck): string {
  if (judges === 'registers') return `registers: ${registers.join(', ')}`;
  return topics.length === TOPIC_IDS.length ? 'every topic' : topics.map((topic) => TOPICS[topic]).join('、');
}

function sectionOf(check: AnyCheck, rulebooks: readonly Rulebook[]): string[] {
  const params = paramsOf(check);
  return [
    `## ${check.id} ${check.title}`,
    '',
    `Asks of ${scopeOf(check)}${check.enforcementOnly ? '; only of units with enforcement power' : ''}. Proof, limits and guards: [checks/${check.id}](../checks/${check.id}/README.md).`,
    '',
    `Basis: ${check.basis.map(({ document, clause }) => `${document}${clause}`).join('; ')}.`,
    '',
    `| message | says | remedy | ${RULEBOOKS.join(' | ')} |`,
    `| --- | --- | --- | ${RULEBOOKS.map(() => '---').join(' | ')} |`,
    ...Object.entries(check.messages).map(([name, message]) =>
      row(name, message.text, message.fix, ...rulebooks.map((rulebook) => costOf(rulebook, check, name))),
    ),
    '',
    ...(params.length === 0
      ? []
      : ['| parameter | standard |', '| --- | --- |', ...params.map(([name, standard]) => row(name, standard)), '']),
  ];
}

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;

function costOf({ groups }: Rulebook, { id, messages }: AnyCheck, name: string): string {
  if (messages[name]?.alert) return '*alert*';
  if (messages[name]?.advisory) return '*advisory*';
  const group = groups.find((one) => one.messages.includes(`${id}/${name}`));
  if (!group || group.advisory) return '*advisory*';
  const dearest = Math.max(group.points, ...(group.steps ?? []).map(({ points }) => points));
  return dearest > group.points ? `${group.points} to ${dearest}` : String(group.points);
}

/** Parameters with the values they have where a rulebook sets none. */
function paramsOf({ params }: AnyCheck): (readonly [name: string, standard: string])[] {
  const { properties = {} } = z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => {
    const standard = typeof schema === 'object' ? schema.default : undefined;
    return [`\`${name}\``, `\`${JSON.stringify(standard)}\``] as const;
  });
}
