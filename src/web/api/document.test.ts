import { describe, expect, it } from 'vitest';
import { version } from '../../app/version.ts';
import { pageRoutes } from '../pages/index.ts';
import { apiDocument } from './document.ts';
import { apiRoutes } from './index.ts';

const document = apiDocument(apiRoutes, null);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ name: `${method.toUpperCase()} ${path}`, path, method, operation }] : [];
  }),
);

/** Everything in the document, with the way that leads there. */
function* within(value: unknown, way = '#'): Generator<{ readonly way: string; readonly value: object }> {
  if (typeof value !== 'object' || value === null) return;
  yield { way, value };
  for (const [key, inner] of Object.entries(value)) yield* within(inner, `${way}/${key}`);
}

describe('the document of the API', () => {
  it('says what it is, of which version, and where', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: '巡检控制台接口', version: version() });
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
    expect(apiDocument(apiRoutes, 'https://xunjian.example.gov.cn').servers).toEqual([
      { url: 'https://xunjian.example.gov.cn/api/v1' },
    ]);
  });

  it('has whatever it refers to', () => {
    const refs = [...within(document)].flatMap(({ way, value }) =>
      '$ref' in value ? [{ way, ref: String(value.$ref) }] : [],
    );
    expect(refs.length).toBeGreaterThan(100);
    for (const { way, ref } of refs) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], document);
      expect(found, `${way}: ${ref}`).toBeDefined();
    }
  });

  it('names every operation once, with a summary, a heading that is declared, and its answers', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const headings = (document.tags ?? []).map(({ name }) => name);
    for (const { name, method, operation } of operations) {
      expect(operation.operationId, name).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operation.summary, name).toMatch(/[\u4e00-\u9fff]/);
      expect(operation.tags, name).toHaveLength(1);
      expect(headings).toContain(operation.tags?.[0]);
      const statuses = Object.keys(operation.responses ?? {});
      expect(
        statuses.filter((status) => status.startsWith('2')),
        name,
      ).toHaveLength(1);
      const failures = [
        '400',
        '401',
        '403',
        '404',
        '429',
        '500',
        '503',
        ...(method === 'get' ? [] : ['409', '413', '415']),
      ];
      expect(statuses, name).toEqual(expect.arrayContaining(failures));
    }
  });

  it('declares every parameter that stands in a path, and no other', () => {
    for (const { name, path, operation } of operations) {
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, parameter]) => parameter);
      const declared = (operation.parameters ?? []).flatMap((one) =>
        'in' in one && one.in === 'path' ? [[one.name, one.required]] : [],
      );
      expect(declared, name).toEqual(inPath.map((parameter) => [parameter, true]));
      for (const one of operation.parameters ?? []) expect(one, name).toHaveProperty('schema');
    }
  });

  it('uses only types of JSON Schema, describes every answer, and secures every operation', () => {
    const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
    for (const { way, value } of within(document)) {
      if (!('type' in value) || way.startsWith('#/components/securitySchemes/')) continue;
      // A property may be called `type` too; then it is a schema itself.
      const types = [value.type].flat().filter((type) => typeof type !== 'object');
      for (const type of types) expect(TYPES, way).toContain(type);
    }
    for (const { name, operation } of operations)
      for (const [status, response] of Object.entries(operation.responses ?? {}))
        expect('$ref' in response || response.description, `${name} ${status}`).toBeTruthy();
    const schemes = Object.keys(document.components?.securitySchemes ?? {});
    expect(document.security?.flatMap(Object.keys)).toEqual(schemes);
    expect(operations.filter(({ operation }) => operation.security !== undefined)).toEqual([]);
  });

  it('has every route of the API and no other', () => {
    const routes = apiRoutes.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:([a-z0-9]+)/g, '{$1}')}`);
    expect([...new Set(routes)].sort()).toEqual(operations.map(({ name }) => name).sort());
  });
});

/** What each form of the pages is in the API. */
const COUNTERPARTS: Readonly<Record<string, string>> = {
  'POST /findings/decide': 'POST /quarters/{period}/decisions',
  'POST /findings/:number/objections': 'POST /quarters/{period}/findings/{number}/objections',
  'POST /objections/:id/answer': 'POST /objections/{id}/answer',
  'POST /findings/:number/recheck': 'POST /findings/{number}/recheck',
  'POST /findings/:number/feedback': 'POST /findings/{number}/feedback',
  'POST /coverage': 'PUT /quarters/{period}/coverage',
  'POST /registers/:id': 'PUT /registers/{id}',
  'POST /registers/:id/upload': 'POST /registers/{id}/upload',
  'POST /registers/:id/restore': 'POST /registers/{id}/restore',
  'POST /bulletins/:period/freeze': 'POST /quarters/{period}/bulletin',
  'POST /self-check': 'POST /units/{unit}/self-check',
  'POST /units/:unit/self-check': 'POST /units/{unit}/self-check',
  'POST /jobs/night': 'POST /jobs/night',
  'POST /jobs/audit': 'POST /jobs/audit',
  'POST /jobs/:id/cancel': 'POST /jobs/{id}/cancel',
  'POST /accounts': 'POST /accounts',
  'POST /accounts/:id': 'PATCH /accounts/{id}',
  'POST /accounts/:id/password': 'POST /accounts/{id}/password',
  'POST /messages/test': 'POST /messages/test',
  'POST /messages/:id/resend': 'POST /messages/{id}/resend',
  'POST /password': 'POST /me/password',
  'POST /tokens': 'POST /tokens',
  'POST /tokens/:id/revoke': 'DELETE /tokens/{id}',
};
/** Ends a session, which a token has none of. */
const OF_SESSIONS = ['POST /logout'];

describe('the API', () => {
  it('does whatever a form of the pages does', () => {
    const forms = pageRoutes.routes
      .filter(({ method }) => method !== 'GET' && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(forms)].sort()).toEqual([...Object.keys(COUNTERPARTS), ...OF_SESSIONS].sort());
    const known = new Set(operations.map(({ name }) => name));
    expect(Object.values(COUNTERPARTS).filter((name) => !known.has(name))).toEqual([]);
  });
});
