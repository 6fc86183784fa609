export const LOCKED_FILE = '文件已加密，不能读取';

/** Thrown by the reader of a file that it understands but may not, or cannot, read as a whole; says why in Chinese. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
