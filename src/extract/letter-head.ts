import type { Range } from './article-range.ts';
import type { Flow } from './flow.ts';
import { squeeze } from './html.ts';

const LABEL =
  /^(?:(?:来信|写信|去信|留言|提交|咨询|投诉|信件|答复|回复|办结|反馈|回信)(?:时间|日期)|(?:办理|处理|信件|答复|回复)(?:状态|进度))(?=[:：]|$)/;
const LONGEST = 120;

/**
 * What a mailbox's template prints of a letter above its text: when it was sent and answered, and how it stands. Each
 * as `标签：值`, since the letter without them says only half.
 */
export function letterHead(flow: Flow, title: Range, body: Range): string[] {
  const lines: string[] = [];
  for (let i = 0; i < body.from; i++) {
    const block = flow.blocks[i];
    if (!block || block.chrome || block.text.length > LONGEST || (i >= title.from && i < title.to)) continue;
    const text = squeeze(block.text);
    const label = LABEL.exec(text)?.[0];
    if (label === undefined) continue;
    const next = flow.blocks[i + 1];
    const hasValue = text.length > label.length + 1;
    const value = next && !next.chrome && i + 1 < body.from && !LABEL.test(squeeze(next.text)) ? next.text : '';
    lines.push(hasValue ? block.text : `${label}：${value}`);
  }
  return lines;
}
