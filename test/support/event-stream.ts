/** An event as the HTML standard (section 9.2) has browsers read it. */
interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** What an `EventSource` would be told by this address, one after another; heartbeats are left out. */
export async function* eventsOf(url: string, cookie: string, signal?: AbortSignal): AsyncGenerator<ServerEvent> {
  const answer = await fetch(url, { headers: { cookie }, ...(signal && { signal }) });
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/event-stream') || !answer.body)
    throw new Error(`${url}: ${answer.status} ${answer.headers.get('content-type')}`);
  let rest = '';
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    rest += piece;
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.replace(/^\w*: ?/, '')]);
      const data = fields.flatMap(([name, value = '']) => (name === 'data' ? [value] : []));
      const event = fields.find(([name]) => name === 'event')?.[1] ?? 'message';
      if (data.length > 0) yield { event, data: data.join('\n') };
    }
  }
}
