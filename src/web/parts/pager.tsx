interface PagerProps {
  readonly page: number;
  readonly pages: number;
  /** How many there are in all, and what they are (`个问题`). */
  readonly total: number;
  readonly what: string;
  /** Address of a page. */
  readonly href: (page: number) => string;
}

/** Leads through the pages of a list. */
export function Pager({ page, pages, total, what, href }: PagerProps) {
  return (
    <nav class="pager" aria-label="翻页">
      <span>{`共${total}${what}${pages > 1 ? `，第${page}/${pages}页` : ''}`}</span>
      {pages > 1 && (
        <>
          {page > 1 && <a href={href(1)}>首页</a>}
          {page > 1 && (
            <a href={href(page - 1)} rel="prev">
              上一页
            </a>
          )}
          {page < pages && (
            <a href={href(page + 1)} rel="next">
              下一页
            </a>
          )}
          {page < pages && <a href={href(pages)}>末页</a>}
        </>
      )}
    </nav>
  );
}
