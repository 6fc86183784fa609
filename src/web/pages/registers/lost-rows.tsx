import type { OpenRegister } from '../../../app/registers/open-register.ts';
import type { DraftRow } from './edit-form.ts';

/** What was typed while somebody else saved: it is shown, so that nobody has to think it up again. */
export function LostRows({ open, rows }: { readonly open: OpenRegister; readonly rows: readonly DraftRow[] }) {
  const columns = open.columns.filter(({ id }) => rows.some(({ texts }) => (texts[id] ?? '') !== ''));
  return (
    <section class="card" aria-labelledby="lost">
      <p class="notice error" role="alert">
        台账在打开之后已被他人修改，本次修改没有保存。下面的编辑表是现在的内容，请核对后重新填写。
      </p>
      <h2 id="lost">您填写而与现有台账不同的行</h2>
      {rows.length === 0 && <p>没有不同：您填写的内容台账中都已经有了。</p>}
      {rows.length > 0 && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">操作</th>
                {columns.map(({ header }) => (
                  <th scope="col">{header}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, texts, isDeleted }) => (
                <tr>
                  <td class="nowrap">{isDeleted ? '删除' : key.startsWith('n') ? '新增' : '修改'}</td>
                  {columns.map(({ id }) => (
                    <td class="said">{texts[id] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
