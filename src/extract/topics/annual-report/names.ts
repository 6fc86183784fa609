import { squeeze } from '../../html.ts';
import type { NameClaim, SignOff } from './facts.ts';

/** The author's name before the year of a title. */
const TITLE_NAME = /^(.{3,30}?)(?:关于)?(?:19|20)\d\d年/;
const CONTACT_NAME =
  /(?:请|可|欢迎)(?:直接)?(?:与|向|同|和)([^，,。；;：:（(\n]{3,30}?)(?:（[^（）]*）|\([^()]*\))?(?:联系|咨询|反映)/;
/** 本报告由某局按照……编制 */
const AUTHOR =
  /本(?:年度)?报告(?:是)?由([^，,。；;：:（(\n]{3,30}?)(?:（[^（）]*）|\([^()]*\))?(?:根据|按照|依据|依照|负责|组织|编制|编写)/;
/** How a unit speaks of itself. 我区, 我市, 我国 speak of a place; 本单位, 本机关 fit every unit. */
const FORMS =
  /(?<![自敌])(?:我(局|镇|乡|街道|委|中心|院|部门|办公室|办(?![理公法])|处(?![理于在])|大队|支队)|本(局(?!部|域)|镇|乡(?!村)|街道|委|院|中心(?!任务|工作)|办公室|大队|支队))/g;
const QUOTE = 60;

/** By what names a report calls its author, with the places. */
export function readNames(
  titleLines: readonly string[],
  opening: string,
  text: string,
  signOffs: readonly SignOff[],
): NameClaim[] {
  const claims: NameClaim[] = [];
  const title = squeeze(titleLines.join(''));
  const titled = TITLE_NAME.exec(title)?.[1];
  if (titled) claims.push({ place: 'body-title', name: titled, count: 1, text: title.slice(0, QUOTE) });
  const author = AUTHOR.exec(opening);
  const written = squeeze(author?.[1] ?? '');
  if (author && written.length >= 3)
    claims.push({ place: 'author', name: written, count: 1, text: author[0].slice(0, QUOTE) });
  const contact = CONTACT_NAME.exec(opening) ?? CONTACT_NAME.exec(text);
  const contacted = contact ? squeeze(contact[1] ?? '') : '';
  if (contact && contacted.length >= 3) {
    claims.push({ place: 'contact', name: contacted, count: 1, text: contact[0].slice(0, QUOTE) });
  }
  for (const { unit, lines } of signOffs) {
    if (unit !== null) claims.push({ place: 'signature', name: unit, count: 1, text: lines.join(' ').slice(0, QUOTE) });
  }
  return [...claims, ...readForms(text)];
}

function readForms(text: string): NameClaim[] {
  const forms = new Map<string, { count: number; text: string }>();
  for (const match of text.matchAll(FORMS)) {
    const name = match[1] ?? match[2] ?? '';
    const known = forms.get(name);
    const context = text.slice(Math.max(0, match.index - 12), match.index + 24).replace(/\s+/g, ' ');
    forms.set(name, { count: (known?.count ?? 0) + 1, text: known?.text ?? context });
  }
  return [...forms].map(([name, found]) => ({ place: 'text', name, ...found }));
}
