/** The address as a link where it is http(s), else as plain text: a page may not slip a script or a file into the report. */
export function PageLink({ url }: { url: string }) {
  if (!isWebAddress(url)) return <span>{url}</span>;
  return (
    <a href={url} rel="noreferrer">
      {url}
    </a>
  );
}

function isWebAddress(url: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
