/** Ids as targets.yaml wants them. */
const ID = /^[a-z][a-z0-9-]*$/;
/** Parts of addresses that name no unit. */
const COMMON = /^(?:index|default|main|list|gkmlpt|col|xxgk|zwgk|zfxxgk|gongkai|www|site|bm|bmxxgk|public|column|web)$/;

/** An id for a unit out of its address: the slug of `/site_x/`, else its folder, else its own host; `unit-3` where none fits. */
export function unitId(home: string | null, siteHost: string, taken: ReadonlySet<string>, order: number): string {
  const id = home === null ? null : slugOf(new URL(home), siteHost);
  const base = id ?? `unit-${order}`;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

function slugOf({ pathname, hostname }: URL, siteHost: string): string | null {
  const site = /\/site_([^/]+)\//.exec(`${pathname}/`)?.[1];
  const folders = pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replace(/\.\w+$/, ''));
  const host = hostname === siteHost ? undefined : hostname.split('.')[0];
  const candidates = [site, ...folders.reverse(), host];
  const fits = candidates
    .filter((part) => part !== undefined)
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .find((part) => ID.test(part) && !COMMON.test(part));
  return fits ?? null;
}
