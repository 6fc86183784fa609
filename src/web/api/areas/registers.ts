import { z } from '@hono/zod-openapi';
import { NotThere } from '../../../app/console/refusals.ts';
import { registerDownload, registerTemplate } from '../../../app/console/register-downloads.ts';
import { registerVersionDownload, registerVersions } from '../../../app/console/register-versions.ts';
import { editRegister, isRegisterId, registerForEditing, registerLines } from '../../../app/console/registers.ts';
import type { RegisterId } from '../../../model/register.ts';
import { download } from '../../download.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { answer, body, fileAnswer, fileField, operation } from '../operation.ts';
import { ID, orNull } from '../parameters.ts';

/** The registers that people keep. */
export const registersArea = apiArea();

/** Throws NotThere. */
function idOf({ id }: { readonly id: string }): RegisterId {
  if (!isRegisterId(id)) throw new NotThere();
  return id;
}

const line = z
  .object({
    id: z.string(),
    title: z.string(),
    file: z.string().nullable(),
    rows: z.int(),
    mistakes: z.int(),
    changed: orNull(z.object({ at: z.iso.datetime(), byName: z.string() })),
  })
  .openapi('RegisterLine');

registersArea.openapi(
  operation({
    ...{ method: 'get', path: '/registers', operationId: 'listRegisters', tag: 'registers', summary: '全部台账' },
    responses: { 200: answer(z.object({ registers: z.array(line) }), '台账') },
  }),
  async (c) => {
    const lines = await registerLines(c.get('console'), actorOf(c));
    return c.json({ registers: lines.map((one) => ({ ...one })) }, 200);
  },
);

const row = z.record(z.string(), z.string()).describe('各列的文字，以列标识为名');
const register = z
  .object({
    id: z.string(),
    title: z.string(),
    columns: z.array(
      z.object({
        id: z.string(),
        header: z.string(),
        hint: z.string(),
        choices: z.array(z.string()),
        isKey: z.boolean(),
      }),
    ),
    rows: z.array(row),
    problems: z.array(
      z.object({
        row: z.int().nullable(),
        column: z.string().nullable(),
        what: z.string(),
        value: z.string().optional(),
        remedy: z.string(),
      }),
    ),
    isEditable: z.boolean(),
    version: z.string().describe('保存时须原样交回'),
    file: z.string().nullable(),
  })
  .openapi('Register');

registersArea.openapi(
  operation({
    ...{ method: 'get', path: '/registers/{id}', operationId: 'getRegister', tag: 'registers', summary: '一个台账' },
    request: { params: ID },
    responses: { 200: answer(register, '台账') },
  }),
  async (c) => {
    const id = idOf(c.req.valid('param'));
    const { title, columns, rows, problems, isEditable, version, file } = await registerForEditing(
      c.get('console'),
      actorOf(c),
      id,
    );
    return c.json(
      {
        ...{ id, title, isEditable, version, file },
        columns: columns.map((column) => ({ ...column, choices: [...column.choices] })),
        rows: rows.map(({ texts }) => ({ ...texts })),
        problems: problems.map(({ row, columnId, what, value, remedy }) => ({
          ...{ row, column: columnId, what, remedy },
          ...(value === undefined ? {} : { value }),
        })),
      },
      200,
    );
  },
);

const change = z
  .object({
    before: z.string().describe('此前的版本；空为没有'),
    after: z.string().describe('现在的版本'),
    summary: z.string().describe('各行的变化'),
  })
  .openapi('RegisterChange');

registersArea.openapi(
  operation({
    ...{ method: 'put', path: '/registers/{id}', operationId: 'saveRegister', tag: 'registers' },
    summary: '保存台账全部各行；版本已变的返回 409',
    request: { params: ID, body: body(z.strictObject({ version: z.string(), rows: z.array(row) })) },
    responses: { 200: answer(change, '已保存') },
  }),
  async (c) => {
    const id = idOf(c.req.valid('param'));
    const { before, after, summary } = await editRegister(c.get('console'), actorOf(c), id, c.req.valid('json'));
    return c.json({ before, after, summary }, 200);
  },
);

registersArea.openapi(
  operation({
    ...{ method: 'post', path: '/registers/{id}/upload', operationId: 'uploadRegister', tag: 'registers' },
    summary: '以上传的 CSV 或 xlsx 文件替换台账',
    request: {
      params: ID,
      body: { required: true, content: { 'multipart/form-data': { schema: z.strictObject({ file: fileField }) } } },
    },
    responses: { 200: answer(change, '已替换') },
  }),
  async (c) => {
    const id = idOf(c.req.valid('param'));
    const { file } = c.req.valid('form');
    const upload = { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
    const { before, after, summary } = await editRegister(c.get('console'), actorOf(c), id, upload);
    return c.json({ before, after, summary }, 200);
  },
);

registersArea.openapi(
  operation({
    ...{ method: 'post', path: '/registers/{id}/restore', operationId: 'restoreRegister', tag: 'registers' },
    summary: '恢复台账的一个版本',
    request: { params: ID, body: body(z.strictObject({ sha256: z.string() })) },
    responses: { 200: answer(change, '已恢复') },
  }),
  async (c) => {
    const id = idOf(c.req.valid('param'));
    const { before, after, summary } = await editRegister(c.get('console'), actorOf(c), id, c.req.valid('json'));
    return c.json({ before, after, summary }, 200);
  },
);

const version = z.object({
  sha256: z.string(),
  made: orNull(z.object({ at: z.iso.datetime(), byName: z.string(), summary: z.string() })),
});

registersArea.openapi(
  operation({
    ...{ method: 'get', path: '/registers/{id}/versions', operationId: 'listRegisterVersions', tag: 'registers' },
    summary: '台账留存的版本，最近的在前',
    request: { params: ID },
    responses: { 200: answer(z.object({ versions: z.array(version) }), '版本') },
  }),
  async (c) => {
    const versions = await registerVersions(c.get('console'), actorOf(c), idOf(c.req.valid('param')));
    return c.json({ versions: versions.map((one) => ({ ...one })) }, 200);
  },
);

registersArea.openapi(
  operation({
    ...{
      method: 'get',
      path: '/registers/{id}/versions/{sha256}',
      operationId: 'getRegisterVersion',
      tag: 'registers',
    },
    summary: '下载台账的一个版本',
    request: {
      params: ID.extend({ sha256: z.string().openapi({ param: { name: 'sha256', in: 'path' }, description: '版本' }) }),
    },
    responses: { 200: fileAnswer('文件') },
  }),
  async (c) => {
    const { sha256, ...of } = c.req.valid('param');
    const { bytes, name } = await registerVersionDownload(c.get('console'), actorOf(c), { id: idOf(of), sha256 });
    return download(c, bytes, name);
  },
);

registersArea.openapi(
  operation({
    ...{ method: 'get', path: '/registers/{id}/file', operationId: 'getRegisterFile', tag: 'registers' },
    summary: '下载台账文件',
    request: { params: ID },
    responses: { 200: fileAnswer('文件') },
  }),
  async (c) => {
    const { bytes, name } = await registerDownload(c.get('console'), actorOf(c), idOf(c.req.valid('param')));
    return download(c, bytes, name);
  },
);

registersArea.openapi(
  operation({
    ...{ method: 'get', path: '/registers/{id}/template', operationId: 'getRegisterTemplate', tag: 'registers' },
    summary: '下载空白台账',
    request: { params: ID, query: z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') }) },
    responses: { 200: fileAnswer('文件') },
  }),
  async (c) => {
    const of = { id: idOf(c.req.valid('param')), format: c.req.valid('query').format };
    const { bytes, name } = await registerTemplate(c.get('console'), actorOf(c), of);
    return download(c, bytes, name);
  },
);
