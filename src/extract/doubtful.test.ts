import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from './article.ts';
import { htmlCharacters, xmlCharacters } from './characters.ts';
import { doubtfulStretches } from './doubtful.ts';
import { pageOf } from './fixtures.ts';

describe('the second reading of a page', () => {
  it('has every character that no tag holds, without white space', () => {
    expect(
      htmlCharacters(
        '<p class="a>b">各<b>司</b>&nbsp;其 职</p><!-- 略 --><SCRIPT>var a = "<p>无</p>";</SCRIPT>&#12290;',
      ),
    ).toBe('各司其职。');
  });
  it('has what stands between tags of one name in an office file', () => {
    const xml =
      '<w:p><w:r><w:t>各司</w:t><w:tab/><w:t xml:space="preserve">其职 </w:t></w:r><w:delText>删</w:delText><w:t/>无</w:p>';
    expect(xmlCharacters(xml, 'w:t')).toBe('各司其职');
  });
});

describe('stretches that are not confirmed', () => {
  it('are none where both readings are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[一二三四五，。 ]{0,12}$/)), (lines) => {
        const text = lines.join('\n');
        expect(doubtfulStretches(text, text.replace(/\s/g, ''))).toEqual([]);
      }),
    );
  });
  it('are the clauses in which a character differs, and no others', () => {
    const text = '前一行。\n自2023年5月1日起，由区政府办公室负责，特此通知。';
    const other = '前一行。自20235月1日起，由区政府办公室负责，特此通知。';
    expect(doubtfulStretches(text, other)?.map(([from, to]) => text.slice(from, to))).toEqual(['自2023年5月1日起，']);
  });
  it('are not told apart where the other reading is of something else', () => {
    const text = Array.from({ length: 80 }, (_, i) => `第${i}条，`).join('');
    expect(doubtfulStretches(text, '别的文字')).toBeNull();
  });
});

describe('an article', () => {
  const bodyOf = (html: string) => {
    const head = '<h1>关于做好防汛工作的通知</h1><div class="info">时间:2023-05-06</div>';
    const article = readArticle(pageOf(`<div class="content">${head}<div id="zoom">${html}</div></div>`));
    if ('unparsed' in article || !article.body.ok) throw new Error('no body');
    return article.body.value;
  };
  it('is confirmed character by character', () => {
    expect(
      bodyOf('<p>各单位要<span>各</span><b>司</b>其职。</p><table><tr><td>一</td><td></td></tr></table>').doubtful,
    ).toEqual([]);
  });
  it('is in doubt where something hidden stands between its characters', () => {
    const { text, doubtful } = bodyOf('<p>各单位要各司<span style="display:none">不</span>其职，特此通知。</p>');
    expect(doubtful?.map(([from, to]) => text.slice(from, to))).toEqual(['各单位要各司其职，']);
  });
});
