import { evidenceName, isWebAddress } from '../../../report/web-address.ts';

/**
 * A page as it is on the web now, which must not be taken for the one that was captured. The console is not named to it,
 * and it gets no hold of the console's window.
 */
export function OutsideLink({ url }: { readonly url: string }) {
  if (!isWebAddress(url)) return <span>{evidenceName(url)}</span>;
  return (
    <>
      <a href={url} rel="noreferrer noopener" target="_blank" class="outside">
        {url}
      </a>
      <span class="trace">（打开的是网上现在的页面，可能与取证时不同）</span>
    </>
  );
}
