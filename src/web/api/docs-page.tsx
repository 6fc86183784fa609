import { Document } from '../parts/document.tsx';
import { API } from './address.ts';
import type { ApiDocument } from './document.ts';
import { TAGS } from './operation.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly query: readonly string[];
  readonly body: readonly string[];
}

/** All operations of the API for people to read, from its document. */
export function DocsPage({ document }: { readonly document: ApiDocument }) {
  const operations = operationsOf(document);
  const { title, version, description = '' } = document.info;
  return (
    <Document title={title}>
      <main id="main">
        <h1>{`${title} ${version}`}</h1>
        <div class="card">
          {description.split('\n').map((line) => line !== '' && <p>{coded(line)}</p>)}
          <p>
            各字段的名称、类型和说明见 <a href={`${API}/openapi.json`}>openapi.json</a>，地址一律以 <code>{API}</code>{' '}
            开头。
          </p>
          <p>
            <a href="/">返回首页</a>
          </p>
        </div>
        {Object.values(TAGS).map((tag) => (
          <section class="card">
            <h2>{tag}</h2>
            <dl class="operations">{operations.filter((one) => one.tag === tag).map(Entry)}</dl>
          </section>
        ))}
      </main>
    </Document>
  );
}

/** What stands between backticks is code. */
const coded = (line: string) => line.split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part));

const Entry = ({ method, path, summary, query, body }: Operation) => (
  <>
    <dt>
      <code>{`${method.toUpperCase()} ${path}`}</code>
    </dt>
    <dd>
      {summary}
      {query.length > 0 && <div class="small soft">{`查询参数：${query.join('、')}`}</div>}
      {body.length > 0 && <div class="small soft">{`请求体：${body.join('、')}`}</div>}
    </dd>
  </>
);

function operationsOf({ paths = {} }: ApiDocument): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method): Operation[] => {
      const { summary = '', tags = [], parameters = [], requestBody } = item[method] ?? {};
      if (item[method] === undefined) return [];
      const query = parameters.flatMap((one) => ('in' in one && one.in === 'query' ? [one.name] : []));
      const body = requestBody && 'content' in requestBody ? Object.keys(requestBody.content) : [];
      return [{ method, path, summary, tag: tags[0] ?? '', query, body }];
    }),
  );
}
