import { z } from '@hono/zod-openapi';
import { type EvidencePlace, evidenceFacts } from '../../../app/console/finding-evidence.ts';
import { actorOf } from '../../env.ts';
import { sendEvidenceFile, sendEvidencePage, sendEvidencePicture } from '../../pages/findings/evidence-routes.ts';
import { apiArea } from '../area.ts';
import { answer, fileAnswer, operation } from '../operation.ts';
import { countOf, NUMBER, PERIOD } from '../parameters.ts';

/** What a finding cites, piece by piece; each is sent as the pages send it. */
export const evidenceArea = apiArea();

const PLACE = PERIOD.extend({
  ...NUMBER.shape,
  index: z.string().openapi({ param: { name: 'index', in: 'path' }, description: '第几件证据，从1起', example: '1' }),
});
const placeOf = ({ period, number, index }: z.infer<typeof PLACE>): EvidencePlace => {
  return { period, number, index: countOf(index) };
};

const facts = z
  .object({
    kind: z.enum(['look', 'register', 'gone']).describe('网页或文件、台账、已不能打开'),
    url: z.string(),
    finalUrl: z.string().nullable().describe('跳转后的网址'),
    capturedAt: z.iso.datetime(),
    sha256: z.string(),
    status: z.int().nullable().describe('HTTP 状态码'),
    trouble: z.string().nullable().describe('没有取得内容、不能判读或不能打开的原因'),
    isRepeated: z.boolean().describe('内容与此前取证时相同'),
    screenshotAt: z.iso.datetime().nullable().describe('网页截图的时间'),
    rows: z.array(z.array(z.string())).describe('台账的各行，首行为表头；仅能修改台账的账号可见'),
    marked: z.array(z.int()).describe('与该问题的单位有关的行，从0起'),
  })
  .openapi('EvidenceFacts');

evidenceArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/findings/{number}/evidence/{index}', tag: 'evidence' },
    ...{ operationId: 'getEvidence', summary: '一件证据的取证情况' },
    request: { params: PLACE },
    responses: { 200: answer(facts, '取证情况') },
  }),
  async (c) => {
    const of = await evidenceFacts(c.get('console'), actorOf(c), placeOf(c.req.valid('param')));
    const { url, capturedAt, sha256 } = of.ref;
    const look = of.kind === 'look' ? of : null;
    const register = of.kind === 'register' ? of : null;
    return c.json(
      {
        ...{ kind: of.kind, url, capturedAt, sha256, finalUrl: look?.finalUrl ?? null, status: look?.status ?? null },
        trouble: of.kind === 'gone' ? of.what : (look?.failure ?? look?.trouble ?? null),
        isRepeated: look?.isRepeated ?? false,
        screenshotAt: look?.screenshot?.capturedAt ?? null,
        rows: (register?.rows ?? []).map((row) => [...row]),
        marked: [...(register?.marked ?? [])],
      },
      200,
    );
  },
);

evidenceArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/findings/{number}/evidence/{index}/page', tag: 'evidence' },
    ...{ operationId: 'getEvidencePage', summary: '取证所得的网页，已去除脚本和外部内容' },
    request: { params: PLACE },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  }),
  (c) => sendEvidencePage(c, placeOf(c.req.valid('param'))),
);

evidenceArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/findings/{number}/evidence/{index}/picture', tag: 'evidence' },
    ...{ operationId: 'getEvidencePicture', summary: '网页截图' },
    request: { params: PLACE },
    responses: { 200: { description: '图片', content: { 'image/*': { schema: z.string() } } } },
  }),
  (c) => sendEvidencePicture(c, placeOf(c.req.valid('param'))),
);

evidenceArea.openapi(
  operation({
    ...{ method: 'get', path: '/quarters/{period}/findings/{number}/evidence/{index}/file', tag: 'evidence' },
    ...{ operationId: 'getEvidenceFile', summary: '取证所得的原始内容' },
    request: { params: PLACE },
    responses: { 200: fileAnswer('文件') },
  }),
  (c) => sendEvidenceFile(c, placeOf(c.req.valid('param'))),
);
