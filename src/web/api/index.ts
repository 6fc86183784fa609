import { z } from '@hono/zod-openapi';
import { apiArea } from './area.ts';
import { accountsArea } from './areas/accounts.ts';
import { bulletinsArea } from './areas/bulletins.ts';
import { evidenceArea } from './areas/evidence.ts';
import { findingsArea } from './areas/findings.ts';
import { jobsArea } from './areas/jobs.ts';
import { logArea } from './areas/log.ts';
import { messagesArea } from './areas/messages.ts';
import { objectionsArea } from './areas/objections.ts';
import { ownArea } from './areas/own.ts';
import { quartersArea } from './areas/quarters.ts';
import { rectificationArea } from './areas/rectification.ts';
import { registersArea } from './areas/registers.ts';
import { scorecardsArea } from './areas/scorecards.ts';
import { unitsArea } from './areas/units.ts';
import { authenticate } from './authentication.ts';
import { DocsPage } from './docs-page.tsx';
import { apiDocument } from './document.ts';
import { apiErrorSchema, notThere, onApiError } from './errors.ts';
import { answer, FAILURES, operation } from './operation.ts';

/** Everything that the pages do, as JSON; the document of it is made of these very routes. */
export const apiRoutes = apiArea();
const registry = apiRoutes.openAPIRegistry;

registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer', description: '接口令牌' });
registry.registerComponent('securitySchemes', 'session', {
  ...{ type: 'apiKey', in: 'cookie', name: 'xunjian' },
  description: '浏览器的登录；以 HTTPS 访问的，名称为 __Host-xunjian。改动须带请求头 x-csrf-token',
});
registry.register('Error', apiErrorSchema);
for (const [name, [, description]] of Object.entries(FAILURES))
  registry.registerComponent('responses', name, {
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  });

apiRoutes.onError(onApiError);
apiRoutes.use(authenticate);
for (const area of [
  ...[ownArea, quartersArea, findingsArea, evidenceArea, objectionsArea, scorecardsArea, registersArea],
  ...[bulletinsArea, rectificationArea, unitsArea, jobsArea, logArea, accountsArea, messagesArea],
])
  apiRoutes.route('/', area);

apiRoutes.openapi(
  operation({
    ...{
      method: 'get',
      path: '/openapi.json',
      operationId: 'getDocument',
      tag: 'own',
      summary: '本接口说明（OpenAPI）',
    },
    responses: { 200: answer(z.any(), 'OpenAPI 3.1') },
  }),
  (c) => c.json(apiDocument(apiRoutes, c.get('console').settings.publicUrl), 200),
);

apiRoutes.openapi(
  operation({
    ...{ method: 'get', path: '/docs', operationId: 'getDocs', tag: 'own', summary: '本接口说明（网页）' },
    responses: { 200: { description: '网页', content: { 'text/html': { schema: z.string() } } } },
  }),
  (c) => c.html(DocsPage({ document: apiDocument(apiRoutes, c.get('console').settings.publicUrl) })),
);

apiRoutes.all('*', notThere);
