import { TOPICS, type Topic } from '../model/topic.ts';
import { topicOfPath } from './path-words.ts';
import { EMPTY_NAME, NAME_RULES, TITLE_RULES, TREE_NAME, type WordRule } from './topic-words.ts';

/** What is known of a column before anybody has said what it is for. */
export interface ColumnSigns {
  readonly name: string;
  readonly url: string;
  /** Names above it in the tree, nearest first. */
  readonly above: readonly string[];
  /** Titles of its documents, as many as its first page shows. */
  readonly titles: readonly string[];
}

export interface TopicGuess {
  readonly topic: Topic;
  /** 0–1, two decimals. */
  readonly confidence: number;
  /** In Chinese: the reason, for the inspector who confirms it. */
  readonly why: string;
}

interface Sign {
  readonly topic: Topic;
  readonly weight: number;
  readonly why: string;
}

/** A name that holds none of the words is of some other topic more often than not. */
const UNKNOWN: Sign = { topic: 'other', weight: 0.3, why: '名称中没有主题用语' };
const EXACT = 0.98;
/** What stands above, the address and the content weigh less than the name: none of them was given to this column alone. */
const ABOVE = 0.6;
const ABOVE_EMPTY_NAME = 0.85;
const PATH = 0.5;
const CONTENT = 0.65;
const LEAST_SHARE = 0.5;
/** How much a second opinion takes from the first. */
const DOUBT = 0.3;

/** Proposes the topic of a column from its name, its place in the tree, its address and what is published in it. */
export function classifyTopic(signs: ColumnSigns): TopicGuess {
  const all = [nameSign(signs.name), ...aboveSign(signs), ...pathSign(signs.url), ...contentSign(signs.titles)];
  const scores = new Map<Topic, number>();
  for (const { topic, weight } of all) scores.set(topic, 1 - (1 - (scores.get(topic) ?? 0)) * (1 - weight));
  const [best = ['other', 0], second] = [...scores].sort(([, a], [, b]) => b - a);
  const [topic, score] = best;
  const doubt = second ? second[1] * DOUBT : 0;
  const reasons = all.filter((sign) => sign.topic === topic).map(({ why }) => why);
  const rival = second && second[1] >= 0.4 ? `；也可能是${TOPICS[second[0]]}` : '';
  return {
    topic,
    confidence: Math.round(Math.min(0.99, score) * (1 - doubt) * 100) / 100,
    why: `${reasons.join('；')}${rival}`,
  };
}

/** Full-width letters, brackets and white space play no part in what a name means. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』《》【】[\]]/g, '')
    .replace(/[>»›+]+$/, '');

function nameSign(given: string): Sign {
  const name = plainName(given);
  const exact = Object.entries(TOPICS).find(([, title]) => title === name);
  if (exact) return { topic: exact[0] as Topic, weight: EXACT, why: `名称即主题“${name}”` };
  if (EMPTY_NAME.test(name)) return UNKNOWN;
  const found = firstOf(NAME_RULES, name);
  if (!found) return UNKNOWN;
  const { rule, word } = found;
  const why = rule.topic === 'other' ? `名称含“${word}”，不属于主题表中的主题` : `名称含“${word}”`;
  return { topic: rule.topic, weight: rule.sure, why };
}

function aboveSign({ name, above }: ColumnSigns): Sign[] {
  const isEmpty = EMPTY_NAME.test(plainName(name));
  for (const label of above) {
    const plain = plainName(label);
    if (TREE_NAME.test(plain)) continue;
    const found = firstOf(NAME_RULES, plain);
    if (!found || found.rule.topic === 'other') continue;
    const { topic, sure } = found.rule;
    return [{ topic, weight: sure * (isEmpty ? ABOVE_EMPTY_NAME : ABOVE), why: `上级栏目为“${label}”` }];
  }
  return [];
}

function pathSign(url: string): Sign[] {
  const found = topicOfPath(url);
  return found ? [{ topic: found.topic, weight: PATH, why: `网址含“${found.word}”` }] : [];
}

function contentSign(titles: readonly string[]): Sign[] {
  const counts = new Map<Topic, number>();
  for (const title of titles) {
    const found = firstOf(NAME_RULES, plainName(title)) ?? firstOf(TITLE_RULES, title);
    const own = found?.rule.topic === 'other' ? (firstOf(TITLE_RULES, title) ?? found) : found;
    if (own && own.rule.topic !== 'other') counts.set(own.rule.topic, (counts.get(own.rule.topic) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most || most[1] / titles.length < LEAST_SHARE) return [];
  const [topic, count] = most;
  const weight = CONTENT * (count / titles.length) * (titles.length > 1 ? 1 : 0.8);
  return [{ topic, weight, why: `所列${titles.length}条标题中${count}条属于${TOPICS[topic]}` }];
}

function firstOf(rules: readonly WordRule[], text: string): { readonly rule: WordRule; readonly word: string } | null {
  for (const rule of rules) {
    const match = rule.words.exec(text);
    if (match) return { rule, word: match[0] };
  }
  return null;
}
