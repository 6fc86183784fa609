import { type Actor, may, seesUnit } from '../../model/account.ts';
import type { Objection, UploadedFile } from '../../model/objection.ts';
import { oneAtATime } from '../registers/one-at-a-time.ts';
import { inspectUpload } from '../uploads/inspect-upload.ts';
import { keepUpload, openUpload } from '../uploads/kept-uploads.ts';
import type { Console } from './console.ts';
import { logEntry } from './log.ts';
import { Conflict, NotAllowed, NotThere, refused } from './refusals.ts';

const LONGEST_TEXT = 4000;

/** What a unit says against a finding of its own. */
export interface ObjectionForm {
  readonly period: string;
  /** Number of the finding. */
  readonly number: string;
  readonly text: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/** Puts an objection on record. Throws NotAllowed, NotThere, UserError for what cannot be taken. */
export async function object(console: Console, actor: Actor, form: ObjectionForm): Promise<void> {
  if (!may(actor, 'object')) throw new NotAllowed();
  // Of two at once the second sees the first: a button pressed twice makes one objection, and keeps one file.
  return oneAtATime(`${console.data}/objections/${actor.unit}`, () => putObjection(console, actor, form));
}

async function putObjection(console: Console, actor: Actor, form: ObjectionForm): Promise<void> {
  const { board, inspection, clock, data } = console;
  const quarter = await board.quarter(form.period);
  const finding = quarter.byNumber(form.number);
  if (!finding || !seesUnit(actor, finding.unit)) throw new NotThere();
  const text = checkedText(form.text, '异议理由');
  if (quarter.said(finding).objections.some(({ answer }) => answer === null))
    throw new Conflict('该问题已有一件异议尚未答复', '请等检查人员答复后再提');
  const file = form.file ? await keptFile(data, form.file) : null;
  const at = clock();
  const period = quarter.period.id;
  const objection = { period, finding: finding.id, unit: finding.unit, text, file };
  const said = { ...objection, byName: actor.name, at: at.toISOString() };
  const about = { subject: finding.id, period, unit: finding.unit };
  const id = await inspection.objections.put(
    said,
    logEntry(actor, at, 'object', { ...about, after: { text, file: file?.name ?? null } }),
  );
  (await board.quarter(period)).objected({ ...said, id, answer: null });
}

async function keptFile(
  data: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<UploadedFile> {
  const inspected = await inspectUpload(bytes, name);
  const sha256 = keepUpload(data, bytes);
  return { name: inspected.name, sha256, size: bytes.length, contentType: inspected.contentType };
}

/** Objections of a quarter that somebody may see, unanswered ones first. Throws NotThere. */
export async function listObjections(
  { board, inspection }: Console,
  actor: Actor,
  period?: string,
): Promise<readonly Objection[]> {
  const quarter = await board.quarter(period);
  const all = (await inspection.objections.of(quarter.period.id)).filter(({ unit }) => seesUnit(actor, unit));
  return [...all.filter(({ answer }) => answer === null), ...all.filter(({ answer }) => answer !== null)];
}

/** Answers an objection. Throws NotAllowed, NotThere, Conflict where somebody answered it already, UserError. */
export async function answerObjection(
  { board, inspection, clock }: Console,
  actor: Actor,
  { id, upheld, text: said }: { readonly id: number; readonly upheld: boolean; readonly text: string },
): Promise<Objection> {
  if (!may(actor, 'answer-objections')) throw new NotAllowed();
  const objection = await inspection.objections.get(id);
  if (!objection) throw new NotThere();
  const at = clock();
  const answer = { upheld, text: checkedText(said, '答复'), byName: actor.name, at: at.toISOString() };
  const { finding, period, unit } = objection;
  const entry = logEntry(actor, at, 'answer-objection', {
    ...{ subject: finding, period, unit },
    after: { upheld, text: answer.text },
  });
  if (!(await inspection.objections.answer(id, answer, entry)))
    throw new Conflict('该异议已由他人答复', '请刷新页面查看');
  const answered = { ...objection, answer };
  (await board.quarter(period)).objected(answered);
  return answered;
}

/** The file of an objection. Throws NotThere where there is none or it is another unit's. */
export async function objectionFile(
  { inspection, data }: Console,
  actor: Actor,
  id: number,
): Promise<{ readonly file: UploadedFile; readonly bytes: Uint8Array }> {
  const objection = await inspection.objections.get(id);
  if (!objection?.file || !seesUnit(actor, objection.unit)) throw new NotThere();
  return { file: objection.file, bytes: openUpload(data, objection.file.sha256) };
}

export function checkedText(text: string, what: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw refused(`没有填写${what}`, `请填写${what}`);
  if (trimmed.length > LONGEST_TEXT) throw refused(`${what}过长`, `请控制在${LONGEST_TEXT}字以内，其余可作为附件提交`);
  return trimmed;
}
