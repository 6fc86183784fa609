import { capturedPage, type SafePage } from '../extract/captured-page.ts';
import { type FileKind, fileKind } from '../extract/files/kind.ts';
import type { Capture, OpenedCapture, View } from '../model/capture.ts';
import type { Ref } from '../model/evidence.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { type FileView, fileView, largePageView } from './evidence-view-file.ts';
import { type PictureBytes, pictureBytes } from './evidence-view-picture.ts';
import { withCited } from './evidence-view-records.ts';
import { isRegisterCopy, type RegisterView, registerView } from './evidence-view-register.ts';
import { failureWords, problemWords, troubleWords } from './evidence-view-words.ts';

/** When and how something was looked at. Texts in Chinese, instants ISO in UTC. */
export interface Look {
  readonly url: string;
  /** Where redirects ended. */
  readonly finalUrl: string;
  readonly view: View;
  /** Number of the list page, from 1. */
  readonly page: number;
  readonly capturedAt: string;
  /** Lower-case hex of the payload as it was sent, which was compared with it; '' where nothing came. */
  readonly sha256: string;
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** Why it was not read for what it says; null where it was. */
  readonly trouble: string | null;
  /** Of a look that brought the same again: when what is shown was first kept. Else null. */
  readonly keptAt: string | null;
}

/** One piece of evidence, to be shown. */
export type EvidenceView =
  | ({ readonly kind: 'page'; readonly look: Look } & SafePage)
  | ({ readonly look: Look } & FileView)
  | ({ readonly kind: 'picture'; readonly look: Look } & PictureBytes)
  | RegisterView
  /** The look brought nothing; `what` says what happened. */
  | { readonly kind: 'no-answer'; readonly look: Look; readonly what: string }
  /** It cannot be shown any more, or is no evidence; `what` says why, and what to do. */
  | { readonly kind: 'gone'; readonly what: string };

/** The picture of a page. */
export interface Screenshot extends PictureBytes {
  readonly capturedAt: string;
  /** False: it is of another look at the page, or of another page of the list, and must be shown with its own time. */
  readonly isOfSameLook: boolean;
}

/**
 * Opens what a finding cites and shows it, with its quote marked. The data folder is opened for this alone, so that a
 * crawl may write to it meanwhile and a restored backup is seen at once. Evidence that is missing, damaged, or other
 * than the reference says is shown as `gone`; only what nobody foresaw is thrown.
 */
export async function viewEvidence(data: string, ref: Ref): Promise<EvidenceView> {
  try {
    if (isRegisterCopy(ref.record)) return await registerView(data, ref);
    return await withCited(data, ref, async ({ look, payload }) => {
      const { opened, keptAt } = await payload(look);
      return shown(opened, lookOf(look, keptAt), ref.quote);
    });
  } catch (error) {
    if (error instanceof UserError) return { kind: 'gone', what: problemWords(error) };
    throw error;
  }
}

/**
 * The picture that a browser took of the page at the cited look; where none was taken then, the one nearest to it. Null
 * where there is none, or a register is cited. Throws UserError: 2 for a record that is none, 4 where evidence is
 * missing or damaged.
 */
export async function screenshotOf(data: string, ref: Ref): Promise<Screenshot | null> {
  if (isRegisterCopy(ref.record)) return null;
  return withCited(data, ref, async ({ look, picture, payload }) => {
    const taken = await picture();
    if (!taken) return null;
    const { opened } = await payload(taken);
    const bytes = pictureBytes(opened.body);
    if (!bytes)
      throw new UserError(EXIT.damaged, [
        { place: {}, what: '页面截图不是可以显示的图片', value: taken.record, remedy: '请查看页面本身' },
      ]);
    const isOfSameLook = taken.runId === look.runId && look.page === taken.page;
    return { ...bytes, capturedAt: taken.capturedAt, isOfSameLook };
  });
}

/** What a browser would show as a page, where the site calls it one. */
const PAGE_KINDS: ReadonlySet<FileKind> = new Set(['html', 'word-html', 'text', 'unknown']);
/** Reading a larger one would keep everyone else waiting. */
const LARGEST_PAGE = 2 * 1024 * 1024;

async function shown(opened: OpenedCapture, look: Look, quote: string | undefined): Promise<EvidenceView> {
  const { body, sha256, contentType, finalUrl, result } = opened;
  if (sha256 === '') return { kind: 'no-answer', look, what: failureWords(result) };
  if (body.length === 0) return { kind: 'no-answer', look, what: emptyWords(opened) };
  const picture = pictureBytes(body);
  if (picture) return { kind: 'picture', look, ...picture };
  const kind = fileKind(body);
  const isPage = kind === 'html' || (PAGE_KINDS.has(kind) && /html/i.test(contentType));
  if (!isPage) return { look, ...(await fileView(opened, quote)) };
  const page = body.length > LARGEST_PAGE ? null : capturedPage(body, contentType, finalUrl, quote);
  return page ? { kind: 'page', look, ...page } : { look, ...largePageView(opened) };
}

const lookOf = ({ url, finalUrl, view, page, capturedAt, sha256, result }: Capture, keptAt: string | null): Look => {
  const status = result.tag === 'responded' ? result.status : null;
  return { url, finalUrl, view, page, capturedAt, sha256, status, trouble: troubleWords(result), keptAt };
};

/** Of no bytes. */
const NO_BYTES = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const emptyWords = ({ sha256, result }: Capture): string =>
  sha256 === NO_BYTES ? failureWords(result) : '网站的应答不能解压，或解压后没有内容';
