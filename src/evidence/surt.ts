/**
 * The key under which an address is sorted in a CDX index: host parts reversed, lower case, `www.` dropped, query
 * parameters in order (`cn,gov,example)/a?b=1`). An address of another scheme is its own key. Always ASCII.
 */
export function surt(url: string): string {
  if (!/^https?:/.test(url) || !URL.canParse(url)) return ascii(url);
  const { hostname, port, pathname, search } = new URL(url.replace(/^(https?:\/\/)www\d*\./, '$1').toLowerCase());
  const host = hostname.split('.').reverse().join(',');
  const query = search.slice(1).split('&').sort().join('&');
  return ascii(`${host}${port && `:${port}`})${pathname}${query && `?${query}`}`);
}

const ascii = (text: string): string => text.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
