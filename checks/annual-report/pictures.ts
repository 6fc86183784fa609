import { type NonEmpty, type Ref, refOf } from '../kit.ts';
import type { Answer } from './answer.ts';
import { cut, IN_ORDER } from './answer.ts';
import type { Report } from './match.ts';

/** Whether a browser shows every picture of the report. Only what certainly shows nothing accuses. */
export function judgePictures({ document }: Report): Answer {
  const { body, ref, title } = document;
  if (!body.ok) return { kind: 'unknown', why: body.why, detail: `《${title}》${body.detail}`, refs: [] };
  const { images } = body.value;
  const broken = images.flatMap(({ url, alt, reading }) =>
    reading?.ok && reading.value.fault !== undefined
      ? [{ url, alt, fault: reading.value.fault, ref: reading.ref }]
      : [],
  );
  const [first] = broken;
  if (first) {
    const captures = broken.flatMap((image): readonly Ref[] => (image.ref ? [refOf(image.ref, image.fault)] : []));
    const evidence: NonEmpty<Ref> = [refOf(ref, `图片 ${first.alt || first.url}`), ...captures];
    const more = broken.length > 1 ? `等${broken.length}张` : '';
    return { kind: 'fault', detail: `${first.fault}（${cut(first.url, 100)}${more}）`, evidence };
  }
  for (const { url, reading } of images) {
    if (reading?.ok) continue;
    const detail = `图片 ${cut(url, 100)} ${reading?.detail ?? '未读取'}`;
    return { kind: 'unknown', why: reading?.why ?? 'not-fetched', detail, refs: reading?.ref ? [reading.ref] : [] };
  }
  return IN_ORDER;
}
