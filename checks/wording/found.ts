import { maskNumbers, type Part, type Ref, refOf } from '../kit.ts';
import type { Hit } from './steady.ts';

/** A hit and the part of the document that it stands in. */
export interface Found<H extends Hit> {
  readonly hit: H;
  readonly part: Part;
}
export type Say<H extends Hit> = (hit: H, text: string) => string;

/** More are counted, not listed. */
export const MOST_SHOWN = 5;

/** What was found, each thing once, with the file that it stands in. */
export function listed<H extends Hit>(found: readonly Found<H>[], say: Say<H>): string {
  const said = found.map(
    ({ hit, part }) => say(hit, part.content.text.slice(hit.from, hit.to)) + (part.isPage ? '' : `（${part.place}）`),
  );
  const once = [...new Set(said)];
  return once.slice(0, MOST_SHOWN).join('、') + (once.length > MOST_SHOWN ? '等' : '');
}

const QUOTED_AROUND = 14;

/** Where it stands, with some words around it; numbers of people that stand there are hidden. */
export function seen({ hit, part }: Found<Hit>): Ref {
  const text = maskNumbers(part.content.text);
  const from = Math.max(text.lastIndexOf('\n', hit.from - 1) + 1, hit.from - QUOTED_AROUND);
  const end = text.indexOf('\n', hit.to);
  const to = Math.min(end < 0 ? text.length : end, hit.to + QUOTED_AROUND);
  return refOf(part.ref, text.slice(from, to));
}
