import type { IncomingMessage } from 'node:http';
import { UserError } from '../src/model/user-error.ts';
import type { LiveDistrict } from './live-district.ts';
import { upkeepPage, upkeepTrouble } from './pages/upkeep.ts';
import { HTML, methodNotAllowed, type Reply, reply } from './reply.ts';

/** Where people mend the site; nothing that the district publishes leads here. */
export const UPKEEP = '/demo/';

/** Names under which this machine reaches the site. Any other is a foreign name that was pointed at it. */
const OWN_NAMES = ['linzi.localhost', 'localhost', '127.0.0.1'];
const MAX_FORM = 4_096;

/** Nobody may frame the page and have its buttons pressed; nothing runs in it. */
const GUARD = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};
const guarded = (one: Reply): Reply => ({ ...one, headers: { ...one.headers, ...GUARD } });

/** Shows the problems of the district's pages, and puts one right or back where a form of this very page asks for it. */
export async function upkeep(live: LiveDistrict, request: IncomingMessage, query: URLSearchParams): Promise<Reply> {
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return guarded(reply(200, HTML, upkeepPage(live.sites, query.get('done') ?? '')));
    case 'POST':
      return guarded(isOwnForm(request) ? await press(live, request) : trouble(403, FOREIGN));
    default:
      return methodNotAllowed('GET, HEAD, POST');
  }
}

const FOREIGN = '操作未执行：请求不是由本页面发出的。请打开本页面后点击按钮。';
const GARBLED = '操作未执行：提交的内容不完整。请返回后重新点击按钮。';

const trouble = (status: number, text: string): Reply => reply(status, HTML, upkeepTrouble(text));

async function press(live: LiveDistrict, request: IncomingMessage): Promise<Reply> {
  const form = await formOf(request);
  const [unit, group, to] = ['unit', 'group', 'to'].map((name) => form?.get(name) ?? '');
  if (!unit || !group || (to !== 'mended' && to !== 'original')) return trouble(400, GARBLED);
  try {
    live.set(unit, group, to === 'mended');
  } catch (error) {
    if (error instanceof UserError) return trouble(400, error.message);
    throw error;
  }
  const done = encodeURIComponent(`${unit}-${group}`);
  return { status: 303, headers: { location: `${UPKEEP}?done=${done}#${done}` }, body: '' };
}

/** Whether a page of this very server sent the form: what pages of others send carries their origin, or none. */
function isOwnForm({ headers: { host = '', origin = '' } }: IncomingMessage): boolean {
  const own = `http://${host}`;
  return origin === own && URL.canParse(own) && OWN_NAMES.includes(new URL(own).hostname);
}

/** The fields sent; null where that is more than this page's forms hold. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read to the end all the same: who is still sending does not hear the answer.
    if (length <= MAX_FORM) chunks.push(chunk);
  }
  return length > MAX_FORM ? null : new URLSearchParams(Buffer.concat(chunks).toString());
}
