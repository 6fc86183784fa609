import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { htmlCharacters, xmlCharacters } from './characters.ts';

/** The same by the parser that decodes references while it reads. */
function parsedCharacters(html: string): string {
  let text = '';
  let skipped = 0;
  const isSkipped = (name: string): boolean => name === 'script' || name === 'style';
  const parser = new Parser({
    onopentagname: (name) => {
      if (isSkipped(name)) skipped += 1;
    },
    onclosetag: (name) => {
      if (isSkipped(name)) skipped -= 1;
    },
    ontext: (piece) => {
      if (skipped === 0) text += piece;
    },
  });
  parser.end(html);
  return text.replace(/(?:[\s\u200b\u200c\u2060]|\u200d)+/g, '');
}

const piece = fc.oneof(
  fc.constantFrom(
    '<p class="a">',
    '</p>',
    '<b style="x:&quot;1&quot;">',
    '</b>',
    '<br>',
    "<td title='a\"b>c'>",
    '<a href=x&amp;y>',
  ),
  fc.constantFrom(
    '&nbsp;',
    '&amp;',
    '&#19968;',
    '&#x4e8c;',
    '&lt;',
    '&copy',
    '&amp',
    '&notit;',
    '&',
    '&#',
    '&#x;',
    '& ',
  ),
  fc.constantFrom('一二 三', '第1条', 'a', ' ', '\n', '1 > 2', '"', "'", '='),
  fc.constantFrom('<!-- 一 -->', '<script>if (a < b) "<p>"</script>', '<style>p > a {}</style>', '<!DOCTYPE html>'),
);

it('finds the characters that a parser finds which decodes references by itself', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('');
      expect(htmlCharacters(html)).toBe(parsedCharacters(html));
    }),
    { numRuns: 500 },
  );
});

it('takes the characters of one tag of an office file', () => {
  expect(xmlCharacters('<w:p><w:t a="&lt;">甲&amp;乙</w:t><w:x>丙</w:x><w:t/>丁<w:t>&#25096;</w:t></w:p>', 'w:t')).toBe(
    '甲&乙戈',
  );
});
