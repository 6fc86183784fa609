import type { OneFinding } from '../../../app/console/one-finding.ts';
import type { Objection, UploadedFile } from '../../../model/objection.ts';
import { localTime } from '../../../report/words.ts';
import { Field, Hidden, Post } from '../../parts/form.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';

/** What was filled in about an objection and could not be taken. */
export interface ObjectionDraft {
  /** The objection, or the answer to one. */
  readonly text: string;
  /** Whether the answer says that the unit is right. */
  readonly upheld: string;
}

export const NO_OBJECTION: ObjectionDraft = { text: '', upheld: '' };

interface ObjectionsCardProps {
  readonly view: View;
  readonly of: OneFinding;
  readonly back: string;
  readonly draft: ObjectionDraft | undefined;
}

/** What the unit says against the finding, and what was answered; the forms for either. */
export function ObjectionsCard({ view, of, back, draft = NO_OBJECTION }: ObjectionsCardProps) {
  const { finding } = of;
  const { objections } = finding.said;
  const isOpen = objections.some(({ answer }) => answer === null);
  const mayObject = mayIn(view, 'object') && finding.isThere && !isOpen;
  if (objections.length === 0 && !mayObject) return null;
  return (
    <section class="card" aria-labelledby="objections">
      <h2 id="objections">异议</h2>
      {objections.map((objection) => (
        <article class="objection">
          <Raised view={view} objection={objection} />
          {objection.answer === null && mayIn(view, 'answer-objections') && (
            <AnswerForm view={view} objection={objection} back={back} draft={draft} />
          )}
        </article>
      ))}
      {mayObject && <ObjectionForm view={view} of={of} back={back} draft={draft} />}
    </section>
  );
}

function Raised({ view, objection }: { readonly view: View; readonly objection: Objection }) {
  const { id, text, file, byName, at, answer } = objection;
  return (
    <>
      <p class="soft small">{`${byName}于 ${localTime(at, view.timeZone)} 提出`}</p>
      <p class="said">{text}</p>
      {file && (
        <p>
          {'附件：'}
          <a href={`/objections/${id}/file`}>{file.name}</a>
          <span class="soft">{`（${sizeText(file)}）`}</span>
        </p>
      )}
      {answer === null && <p class="soft">待答复。</p>}
      {answer && (
        <div class="answer">
          <p class="soft small">{`${answer.byName}于 ${localTime(answer.at, view.timeZone)} 答复`}</p>
          <p>
            <b>{answer.upheld ? '异议成立' : '异议不成立'}</b>
          </p>
          <p class="said">{answer.text}</p>
        </div>
      )}
    </>
  );
}

const KILOBYTE = 1024;

function sizeText({ size }: UploadedFile): string {
  const kilobytes = Math.ceil(size / KILOBYTE);
  return kilobytes < KILOBYTE ? `${kilobytes} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
}

interface AnswerFormProps extends Pick<ObjectionsCardProps, 'view' | 'back'> {
  readonly objection: Objection;
  readonly draft: ObjectionDraft;
}

function AnswerForm({ view, objection, back, draft }: AnswerFormProps) {
  return (
    <Post action={inQuarter(view, `/objections/${objection.id}/answer`)} csrf={view.csrf}>
      <Hidden name="back" value={back} />
      <fieldset>
        <legend>答复异议</legend>
        <div class="choices">
          <label>
            <input type="radio" name="upheld" value="yes" required checked={draft.upheld === 'yes'} />
            异议成立
          </label>
          <label>
            <input type="radio" name="upheld" value="no" required checked={draft.upheld === 'no'} />
            异议不成立
          </label>
        </div>
        <Field label="答复" hint="答复不改变审核意见；异议成立的，请另行审核为“不予认定”等。">
          <textarea name="text" required maxlength={4000}>
            {draft.text}
          </textarea>
        </Field>
        <button type="submit">答复</button>
      </fieldset>
    </Post>
  );
}

function ObjectionForm({
  view,
  of: { finding },
  back,
  draft,
}: Pick<ObjectionsCardProps, 'view' | 'of' | 'back'> & { readonly draft: ObjectionDraft }) {
  return (
    <Post action={inQuarter(view, `/findings/${finding.number}/objections`)} csrf={view.csrf} files>
      <Hidden name="back" value={back} />
      <h3>提出异议</h3>
      <Field label="理由" hint="请写明哪里判定有误、网页上的哪一处可以证明。">
        <textarea name="text" required maxlength={4000}>
          {draft.text}
        </textarea>
      </Field>
      <Field label="附件（可不附）" hint="PDF、Word、Excel、图片或文本，不超过10 MB。">
        <input type="file" name="file" accept=".pdf,.docx,.doc,.wps,.xlsx,.xls,.et,.png,.jpg,.jpeg,.txt" />
      </Field>
      <button type="submit">提交异议</button>
    </Post>
  );
}
