import { evidenceName, isWebAddress } from '../web-address.ts';

/** The address as a link where it is http(s), else as plain text; a register by its name. */
export function PageLink({ url }: { url: string }) {
  if (!isWebAddress(url)) return <span>{evidenceName(url)}</span>;
  return (
    <a href={url} rel="noreferrer">
      {url}
    </a>
  );
}
