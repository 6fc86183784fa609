import type { MessageDraft } from '../model/message.ts';

/** What would be markup, a mention of members included. */
const MARKUP = /[<>*_`#[\]~|\\]/g;
const ADDRESS = /(https?:\/\/[\w.:/?&=%#~+@-]+)/;
/** From a character of ASCII to the one of full width, which looks the same to people and is none to markup. */
const FULL_WIDTH = 0xfee0;

const plain = (text: string): string =>
  text.replace(MARKUP, (mark) => String.fromCharCode(mark.charCodeAt(0) + FULL_WIDTH));

const linked = (line: string): string =>
  line
    .split(ADDRESS)
    .map((part, i) => (i % 2 === 1 ? `[${part}](${part})` : plain(part)))
    .join('');

/** A message as the markdown that both robots know: subject in bold, lines as they are, addresses as links. */
export const robotMarkdown = ({ subject, body }: MessageDraft, lineBreak: string): string =>
  [`**${plain(subject)}**`, ...body.split('\n').map(linked)].join(lineBreak);
