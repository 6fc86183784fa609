import type { Table } from '../../model/document.ts';
import { POST_WORDS, personName } from './persons.ts';

export interface Leader {
  readonly name: string;
  /** As printed, '' where the page names none. */
  readonly post: string;
  readonly duties: string;
}

const NAME_HEAD = /^(?:领导)?姓名$/;
const POST_HEAD = /^(?:现任)?(?:职务|职位|岗位|职务职级|现任职务|职务名称|任职)/;
const DUTY_HEAD = /分工|职责|分管|负责/;
const LABEL = /^(?:领导)?(姓名|职务|现任职务|职位|工作分工|分工|领导分工|分管工作|主要职责|工作职责)\s*[:：]\s*(.*)$/;

/** The people that a page names with their posts and duties, from tables and from prose, each once, in order. */
export function readLeaders(content: { readonly text: string; readonly tables: readonly Table[] }): Leader[] {
  const found = new Map<string, Leader>();
  const add = (leader: Leader): void => {
    const known = found.get(leader.name);
    if (!known) found.set(leader.name, leader);
    else if (known.post === '' || known.duties === '')
      found.set(leader.name, { ...known, post: known.post || leader.post, duties: known.duties || leader.duties });
  };
  for (const table of content.tables) for (const leader of leadersOfTable(table)) add(leader);
  const lines = content.text.split('\n').map((line) => line.trim());
  for (const leader of [...labelledLeaders(lines), ...proseLeaders(lines)]) add(leader);
  return [...found.values()];
}

function leadersOfTable({ rows }: Table): Leader[] {
  const flat = rows.map((row) => row.map((cell) => cell.replace(/\s/g, '')));
  const headAt = flat.findIndex((row) => {
    const at = row.findIndex((cell) => NAME_HEAD.test(cell));
    const heads = row.some((cell) => POST_HEAD.test(cell) || DUTY_HEAD.test(cell));
    return at >= 0 && (heads || personName(row[at + 1] ?? '', true) !== null);
  });
  const head = flat[headAt];
  if (!head) return [];
  const nameAt = head.findIndex((cell) => NAME_HEAD.test(cell));
  // 姓名 beside its value instead of above it: one person a table.
  const beside = personName(head[nameAt + 1] ?? '', true);
  if (beside && !head.some((cell) => POST_HEAD.test(cell))) return [sidewaysLeader(flat, rows, beside)];
  const postAt = head.findIndex((cell) => POST_HEAD.test(cell));
  const dutyAt = head.findIndex((cell, c) => c !== postAt && DUTY_HEAD.test(cell));
  return rows.slice(headAt + 1).flatMap((row) => {
    const name = personName(row[nameAt] ?? '', true);
    return name ? [{ name, post: row[postAt] ?? '', duties: row[dutyAt] ?? '' }] : [];
  });
}

function sidewaysLeader(flat: readonly string[][], rows: readonly (readonly string[])[], name: string): Leader {
  const cellBeside = (head: RegExp): string => {
    for (const [r, row] of flat.entries()) {
      const at = row.findIndex((cell) => head.test(cell) && cell.length <= 6);
      const value = at < 0 ? undefined : row.findIndex((cell, c) => c > at && cell !== row[at]);
      if (value !== undefined && value >= 0) return rows[r]?.[value] ?? '';
    }
    return '';
  };
  return { name, post: cellBeside(POST_HEAD), duties: cellBeside(DUTY_HEAD) };
}

/** Blocks of lines 姓名：… 职务：… 分工：… */
function labelledLeaders(lines: readonly string[]): Leader[] {
  const leaders: Leader[] = [];
  let open: { name: string; post: string; duties: string } | null = null;
  for (const line of lines) {
    const match = LABEL.exec(line);
    if (!match) continue;
    const [, label = '', value = ''] = match;
    if (label === '姓名') {
      const [, nameText = value, post = ''] = /^(.{2,8}?)\s+职务\s*[:：]\s*(.*)$/.exec(value) ?? [];
      const name = personName(nameText, true);
      open = name ? { name, post, duties: '' } : null;
      if (open) leaders.push(open);
    } else if (open && /职务|职位/.test(label)) open.post ||= value;
    else if (open) open.duties ||= value.replace(/[。；]$/, '');
  }
  return leaders;
}

/** 岑溯, 岑　溯, 司徒疏桐; of two words with a space between them the second is the post: 岑溯 局长. */
const NAME = '(\\p{Script=Han}{2,4}|\\p{Script=Han}(?:[\\s\\u3000]+\\p{Script=Han}){1,2})';
const NAME_FIRST = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十\\d]+[)）]?[、.．]?\\s*)?${NAME}(?:同志)?\\s*[:：，,\\s—-]\\s*(.+)$`,
  'u',
);
const POST_FIRST = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十\\d]+[)）]?[、.．]?\\s*)?(\\S{2,40}?)[\\s:：]+${NAME}(?:同志)?(?:\\s*[:：，,。]\\s*(.*)|\\s+(\\S.*))?$`,
  'u',
);
/** 张某某（党组书记、局长）, alone or behind a label or in a list. */
const POST_BEHIND = new RegExp(`(?:^|[:：、，,；;\\s])${NAME}[（(]([^）)（(]{2,30})[)）]`, 'gu');
const DUTIES_BEGIN = /[，,。；;：:\s]*(?:主持|负责|分管|协助|主管|联系|牵头|统筹|领导).*/s;

/** Lines such as `张某某：党工委书记，主持全面工作` or `局长 李某某：负责…`. */
function proseLeaders(lines: readonly string[]): Leader[] {
  return lines.flatMap((line) => {
    if (line.length > 600 || LABEL.test(line)) return [];
    const first = NAME_FIRST.exec(line);
    const name = first ? personName(first[1] ?? '') : null;
    if (first && name) {
      const rest = first[2] ?? '';
      const post = rest.replace(DUTIES_BEGIN, '');
      if (post.length <= 60 && POST_WORDS.test(post)) return [{ name, post, duties: dutiesOf(rest) }];
    }
    const behind = [...line.matchAll(POST_BEHIND)].flatMap(([, text = '', post = '']) => {
      const found = POST_WORDS.test(post) && !/[。，,；;]/.test(post) ? personName(text) : null;
      return found ? [{ name: found, post, duties: '' }] : [];
    });
    if (behind.length > 0) return behind;
    const second = POST_FIRST.exec(line);
    const later = second ? personName(second[2] ?? '') : null;
    const post = second?.[1] ?? '';
    return second && later && POST_WORDS.test(post)
      ? [{ name: later, post, duties: dutiesOf(second[3] ?? second[4] ?? '') }]
      : [];
  });
}

const dutiesOf = (text: string): string =>
  (DUTIES_BEGIN.exec(text)?.[0] ?? '').replace(/^[，,。；;：:\s]+/, '').replace(/[。；;]$/, '');
