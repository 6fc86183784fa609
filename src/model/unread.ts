import type { Topic } from './topic.ts';
import type { Why } from './why.ts';

/** A list page, document or attachment that could not be read, whether or not a check rests on it. */
export interface UnreadPart {
  readonly unit: string;
  readonly topic: Topic;
  /** Address of the page or file. */
  readonly url: string;
  readonly why: Why;
  /** For people: which document or attachment, and what happened. */
  readonly text: string;
  /** ISO instant (UTC) of the attempt; null where there was none. */
  readonly capturedAt: string | null;
}
