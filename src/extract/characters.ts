import { decodeHTML, decodeXML } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { squeeze } from './html.ts';

const NOTHING = (): void => {};

/**
 * A second, independent reading of a page: every character of its source that no tag holds, in order, without white
 * space. No tree is built and nothing is left out but scripts and style sheets, so that whatever the first reading
 * shows stands here too, unless one of them went wrong.
 */
export const htmlCharacters = (html: string): string =>
  charactersOf(html, false, (name, isInside) => (name === 'script' || name === 'style' ? !isInside : null), true);

/** The same of a part of an office file: what stands between tags of one name, such as `w:t`. */
export const xmlCharacters = (xml: string, tag: string): string =>
  charactersOf(xml, true, (name, isInside) => (name === tag ? isInside : null), false);

/** `keeps` says of a tag that opens or closes whether text counts from there on; null: as before. */
function charactersOf(
  source: string,
  xmlMode: boolean,
  keeps: (name: string, isOpening: boolean) => boolean | null,
  atStart: boolean,
): string {
  const parts: string[] = [];
  let isKept = atStart;
  let opened = '';
  const decoded = xmlMode ? decodeXML : decodeHTML;
  const turn = (name: string, isOpening: boolean): void => {
    isKept = keeps(xmlMode ? name : name.toLowerCase(), isOpening) ?? isKept;
  };
  const tokenizer = new Tokenizer(
    // Left to decode by itself it looks at every character of every attribute.
    { xmlMode, decodeEntities: false },
    {
      ontext: (from, to) => {
        if (isKept) parts.push(decoded(source.slice(from, to)));
      },
      ontextentity: NOTHING,
      onopentagname: (from, to) => {
        opened = source.slice(from, to);
        turn(opened, true);
      },
      onclosetag: (from, to) => turn(source.slice(from, to), false),
      onselfclosingtag: () => {
        if (xmlMode) turn(opened, false);
      },
      onopentagend: NOTHING,
      onattribdata: NOTHING,
      onattribentity: NOTHING,
      onattribend: NOTHING,
      onattribname: NOTHING,
      oncdata: NOTHING,
      oncomment: NOTHING,
      ondeclaration: NOTHING,
      onend: NOTHING,
      onprocessinginstruction: NOTHING,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return squeeze(parts.join(''));
}
