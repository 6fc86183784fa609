import type { OpenRegister } from '../../../app/registers/open-register.ts';
import { Field, Post } from '../../parts/form.tsx';
import type { View } from '../../view.ts';

/** A file in the place of the whole register. */
export function UploadCard({ view, open }: { readonly view: View; readonly open: OpenRegister }) {
  return (
    <section class="card" aria-labelledby="upload">
      <h2 id="upload">上传文件替换</h2>
      <p class="soft small">
        上传的文件替换整个台账，原有内容作为历史版本保存。可先下载
        <a href={`/registers/${open.id}/template/xlsx`}>空白模板</a>填写。
      </p>
      <Post action={`/registers/${open.id}/upload`} csrf={view.csrf} files class="row ends">
        <Field label="文件" hint="CSV（UTF-8 或 GB18030）或 xlsx">
          <input type="file" name="file" accept=".csv,.xlsx" required />
        </Field>
        <button type="submit" data-confirm={`确定用所选文件替换整个${open.title}吗？`}>
          上传并替换
        </button>
      </Post>
    </section>
  );
}
