import { z } from '@hono/zod-openapi';
import { answerObjection, listObjections, object, objectionFile } from '../../../app/console/objections.ts';
import { download } from '../../download.ts';
import { actorOf, type WebContext } from '../../env.ts';
import { apiArea } from '../area.ts';
import { answer, body, DONE, fileAnswer, fileField, operation } from '../operation.ts';
import { countOf, ID, NUMBER, PERIOD } from '../parameters.ts';
import { objection, objectionShape } from '../shapes/objection.ts';

/** What units say against findings, and what they are answered. */
export const objectionsArea = apiArea();

objectionsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/objections', operationId: 'listObjections', tag: 'objections' },
    summary: '异议，未答复的在前；单位只看到本单位的',
    request: { params: PERIOD },
    responses: { 200: answer(z.object({ objections: z.array(objection) }), '异议') },
  }),
  async (c) => {
    const all = await listObjections(c.get('console'), actorOf(c), c.req.valid('param').period);
    return c.json({ objections: all.map(objectionShape) }, 200);
  },
);

const asJson = z.strictObject({ text: z.string().describe('理由') });
const asForm = z.strictObject({ text: z.string(), file: fileField.optional().describe('附件') });

objectionsArea.openapi(
  operation({
    ...{ method: 'post', path: '/quarters/{period}/findings/{number}/objections', tag: 'objections' },
    ...{ operationId: 'object', summary: '对本单位的问题提出异议；附件以表单提交' },
    request: {
      params: PERIOD.extend(NUMBER.shape),
      body: {
        required: false,
        content: { 'application/json': { schema: asJson }, 'multipart/form-data': { schema: asForm } },
      },
    },
    responses: DONE,
  }),
  async (c) => {
    const { text = '', file = null } = givenIn(c);
    const given = file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    await object(c.get('console'), actorOf(c), { ...c.req.valid('param'), text, file: given });
    return c.body(null, 204);
  },
);

/** Whichever of the two was sent; the other was left empty. */
function givenIn(c: WebContext): { readonly text?: string; readonly file?: File | undefined } {
  const { valid } = c.req as unknown as { valid(target: 'json' | 'form'): z.infer<typeof asForm> };
  return { ...valid.call(c.req, 'json'), ...valid.call(c.req, 'form') };
}

objectionsArea.openapi(
  operation({
    ...{ method: 'post', path: '/objections/{id}/answer', operationId: 'answerObjection', tag: 'objections' },
    summary: '答复异议',
    request: {
      params: ID,
      body: body(z.strictObject({ upheld: z.boolean().describe('异议是否成立'), text: z.string() })),
    },
    responses: { 200: answer(objection, '已答复的异议') },
  }),
  async (c) => {
    const given = { id: countOf(c.req.valid('param').id), ...c.req.valid('json') };
    return c.json(objectionShape(await answerObjection(c.get('console'), actorOf(c), given)), 200);
  },
);

objectionsArea.openapi(
  operation({
    ...{ method: 'get', path: '/objections/{id}/file', operationId: 'getObjectionFile', tag: 'objections' },
    summary: '异议的附件',
    request: { params: ID },
    responses: { 200: fileAnswer('附件') },
  }),
  async (c) => {
    const { file, bytes } = await objectionFile(c.get('console'), actorOf(c), countOf(c.req.valid('param').id));
    return download(c, bytes, file.name);
  },
);
