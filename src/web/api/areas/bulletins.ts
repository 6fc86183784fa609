import { z } from '@hono/zod-openapi';
import { draftFile, draftPreview } from '../../../app/console/bulletin-draft.ts';
import { bulletinState, publishedFile, publishedVersions } from '../../../app/console/bulletins.ts';
import { freezeBulletin } from '../../../app/console/freeze-bulletin.ts';
import { NotThere } from '../../../app/console/refusals.ts';
import { download } from '../../download.ts';
import { actorOf } from '../../env.ts';
import { apiArea } from '../area.ts';
import { answer, body, fileAnswer, operation } from '../operation.ts';
import { countOf, day, PERIOD } from '../parameters.ts';
import { bulletinVersion, bulletinVersionShape } from '../shapes/bulletin.ts';
import { finding, findingNow } from '../shapes/finding.ts';

/** Bulletins: what went out, what would go out today, and letting it go out. */
export const bulletinsArea = apiArea();

bulletinsArea.openapi(
  operation({
    ...{ method: 'get', path: '/bulletins', operationId: 'listBulletins', tag: 'bulletins', summary: '已印发的通报' },
    responses: { 200: answer(z.object({ versions: z.array(bulletinVersion) }), '各季度的各版，最近的在前') },
  }),
  async (c) => {
    const versions = await publishedVersions(c.get('console'), actorOf(c));
    return c.json({ versions: versions.map(bulletinVersionShape) }, 200);
  },
);

const stateSchema = z
  .object({
    versions: z.array(bulletinVersion),
    undecided: z.array(finding).describe('待审核的减分问题，须先审核才能印发'),
    unanswered: z.array(finding).describe('有未答复异议的问题，须先答复才能印发'),
    isCurrent: z.boolean().nullable().describe('最近一版是否与现在的审核结果一致；null 为尚未印发'),
    differences: z
      .array(
        z.object({
          unit: z.string(),
          unitName: z.string(),
          published: z.number().nullable(),
          now: z.number().nullable(),
          gone: z.int().describe('已印发而现在没有或有变化的问题'),
          fresh: z.int().describe('没有印发的问题'),
        }),
      )
      .describe('最近一版与现在的差别'),
    open: z.number().describe('待定的分值'),
    withoutCoverage: z.int().describe('尚未评定重点栏目保障得分的单位'),
    runsUntil: z.iso.date().nullable().describe('季度尚未结束的，为其最后一天'),
  })
  .openapi('BulletinState');

bulletinsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/bulletin', operationId: 'getBulletin', tag: 'bulletins' },
    summary: '一个季度的通报：各版、能否印发、与已印发的差别',
    request: { params: PERIOD },
    responses: { 200: answer(stateSchema, '通报') },
  }),
  async (c) => {
    const of = await bulletinState(c.get('console'), actorOf(c), c.req.valid('param').period);
    const { quarter, versions, undecided, unanswered, isCurrent, differences, open, withoutCoverage, runsUntil } = of;
    return c.json(
      {
        ...{ isCurrent, open, withoutCoverage, runsUntil, differences: [...differences] },
        versions: versions.map(bulletinVersionShape),
        undecided: undecided.map((one) => findingNow(quarter, one)),
        unanswered: unanswered.map((one) => findingNow(quarter, one)),
      },
      200,
    );
  },
);

const freezing = z
  .strictObject({
    publishedOn: day.describe('印发日期'),
    rectifyBy: day.describe('整改期限'),
    seen: z.int().min(0).optional().describe('看到的最近一版，0 为没有；他人同时印发的返回 409，不填不核对'),
  })
  .openapi('Freezing');

bulletinsArea.openapi(
  operation({
    ...{ method: 'post', path: '/quarters/{period}/bulletin', operationId: 'freezeBulletin', tag: 'bulletins' },
    summary: '印发通报，内容不再改变；更正须另印一版',
    request: { params: PERIOD, body: body(freezing) },
    responses: {
      201: answer(
        bulletinVersion.extend({ trouble: z.string().nullable().describe('整改反馈台账没有更新的原因') }),
        '已印发的一版',
      ),
    },
  }),
  async (c) => {
    const { seen, ...days } = c.req.valid('json');
    const form = { ...c.req.valid('param'), ...days, ...(seen === undefined ? {} : { seen }) };
    const frozen = await freezeBulletin(c.get('console'), actorOf(c), form);
    return c.json({ ...bulletinVersionShape(frozen), trouble: frozen.trouble }, 201);
  },
);

bulletinsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/bulletin/draft/preview', tag: 'bulletins' },
    ...{ operationId: 'previewBulletin', summary: '通报草稿的网页预览' },
    request: { params: PERIOD },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  }),
  async (c) => {
    const preview = await draftPreview(c.get('console'), actorOf(c), c.req.valid('param').period);
    if (preview === null) throw new NotThere();
    return c.html(preview);
  },
);

const FORMS = ['docx', 'xlsx', 'html'] as const;

bulletinsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/bulletin/draft/{form}', tag: 'bulletins' },
    ...{ operationId: 'getBulletinDraft', summary: '下载通报草稿' },
    request: {
      params: PERIOD.extend({
        form: z.string().openapi({ param: { name: 'form', in: 'path' }, description: '文件类型', enum: [...FORMS] }),
      }),
    },
    responses: { 200: fileAnswer('文件') },
  }),
  async (c) => {
    const { period, form: asked } = c.req.valid('param');
    const form = FORMS.find((one) => one === asked);
    if (!form) throw new NotThere();
    const [name, content] = await draftFile(c.get('console'), actorOf(c), { period, form });
    return download(c, Buffer.from(content), name);
  },
);

bulletinsArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/bulletin/versions/{version}/{name}', tag: 'bulletins' },
    ...{ operationId: 'getBulletinFile', summary: '下载已印发的文件' },
    request: {
      params: PERIOD.extend({
        version: z.string().openapi({ param: { name: 'version', in: 'path' }, description: '第几版', example: '1' }),
        name: z.string().openapi({ param: { name: 'name', in: 'path' }, description: '文件名' }),
      }),
    },
    responses: { 200: fileAnswer('文件') },
  }),
  async (c) => {
    const { period, version, name } = c.req.valid('param');
    const of = { period, version: countOf(version), name };
    return download(c, await publishedFile(c.get('console'), actorOf(c), of), name);
  },
);
