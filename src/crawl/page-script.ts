/** Runs in the page: resolves after the next change of its content, or after so many milliseconds without one. */
export const nextChange = (ms: number): string => `new Promise((resolve) => {
  const observer = new MutationObserver(() => done(true));
  const timer = setTimeout(() => done(false), ${ms});
  const done = (changed) => { observer.disconnect(); clearTimeout(timer); resolve(changed); };
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})`;

/**
 * Runs in the page: the control that turns to the next list page, or null. By its words, title, label or class; innermost
 * first; not where it or its list item is disabled, hidden or marked as the end.
 */
export const NEXT_CONTROL = `(() => {
  const WORDS = /^(?:下一?页|后一?页|next|next page|›|»|>)$/i;
  const OFF = /(?:^|[\\s_-])(?:disabled?|forbid|off|end|none|gray|grey|nolink|inactive)(?:$|[\\s_-])/i;
  const says = (text) => {
    const words = text.replace(/[\\s\\u00a0]+/g, ' ').trim();
    return WORDS.test(words) || WORDS.test(words.replace(/ ?[>›»→]+$/, ''));
  };
  const said = (element) => [element.textContent, element.title, element.getAttribute('aria-label'), element.value]
    .some((text) => typeof text === 'string' && says(text));
  const classed = (element) => /(?:^|[\\s_-])next(?:$|[\\s_-])/i.test(element.className?.toString() ?? '') &&
    element.textContent.trim().length <= 4;
  const isOff = (element) => element.disabled === true || element.hasAttribute('disabled') ||
    element.getAttribute('aria-disabled') === 'true' || OFF.test(element.className?.toString() ?? '');
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return width > 0 && height > 0 && style.visibility !== 'hidden' && style.pointerEvents !== 'none' && style.cursor !== 'not-allowed';
  };
  const found = [...document.querySelectorAll('a, button, li, span, div, input[type=button]')]
    .filter((element) => (said(element) || (classed(element) && element.tagName !== 'DIV')) && shown(element))
    .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)));
  return found.find((element) => !isOff(element) && !(element.closest('li') && isOff(element.closest('li')))) ?? null;
})()`;

/** Runs in the page: its height in pixels. */
export const PAGE_HEIGHT = 'document.documentElement.scrollHeight';

/**
 * Runs in the page: the control that makes its list longer, or null. A link to another page is none: «more» of a list on
 * the front page leads to the list.
 */
export const MORE_CONTROL = `(() => {
  const WORDS = /^(?:点击)?(?:(?:加载|查看|显示|展开|浏览)更多|更多加载|load more|show more)(?:数据|内容|信息|文章)?$/i;
  const leads = (element) => {
    const link = element.closest('a');
    return link !== null && !/^(?:|#.*|javascript:.*)$/i.test(link.getAttribute('href') ?? '');
  };
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden' && element.disabled !== true;
  };
  return [...document.querySelectorAll('a, button, span, div, p, input[type=button]')]
    .filter((element) => WORDS.test((element.value || element.textContent).replace(/[\\s.…>»↓]+/g, '')))
    .filter((element, _, all) => !all.some((other) => other !== element && element.contains(other)))
    .find((element) => shown(element) && !leads(element)) ?? null;
})()`;

/** Runs in the page: goes to the bottom of it and of whatever scrolls in it; says whether there was anywhere to go. */
export const SCROLL_DOWN = `(() => {
  const boxes = [document.scrollingElement, ...document.querySelectorAll('div, ul, section, main')]
    .filter((box) => box !== null && box.scrollHeight > box.clientHeight + 20 && box.clientHeight > 0)
    .filter((box) => box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflowY));
  for (const box of boxes) { box.scrollTop = 0; box.scrollTop = box.scrollHeight; }
  window.dispatchEvent(new Event('scroll'));
  return boxes.length > 0;
})()`;
