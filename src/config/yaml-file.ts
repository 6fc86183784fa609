import { readFileSync } from 'node:fs';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { EXIT, type Place, type Problem, UserError } from '../model/user-error.ts';
import { syntaxProblem } from './yaml-syntax.ts';

export type Path = readonly (string | number)[];

/** A YAML file as plain values, with the places they came from. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Whether anything is written at this path. */
  has(path: Path): boolean;
  /** Where the value stands; of something left out, where that which lacks it stands. */
  placeOf(path: Path): Place;
  /** Where the last key of the path stands. */
  placeOfKey(path: Path): Place;
}

/** Enough for shared columns, far too few for a bomb. */
const MAX_ALIASES = 100;

/**
 * Reads a YAML file whose top is a map. Throws UserError (exit code 2) where the file is missing, no file, not
 * UTF-8, not YAML, empty, or has duplicate keys or exploding aliases, each with line and column.
 */
export function readYaml(file: string): YamlFile {
  const text = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const fail = (problems: readonly Problem[]): never => {
    throw new UserError(EXIT.usage, problems);
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => syntaxProblem(error, text, at(error.pos[0])));
    // One slip makes the parser stumble several times in the same line.
    fail(problems.filter(({ place }, i) => problems.findIndex((other) => other.place.line === place.line) === i));
  }
  const value = plainValue(document, at, fail);
  if (!isMap(document.contents)) {
    const remedy = '请参照使用手册填写，每行写成“键: 值”';
    fail([
      {
        place: value === null ? { file } : at(0),
        what: value === null ? '文件是空的' : '文件内容不是规定的 YAML 格式',
        remedy,
      },
    ]);
  }

  const start = (node: unknown): number | null => (node as Node | null)?.range?.[0] ?? null;
  const locate = (path: Path): { value: number | null; key: number | null; found: boolean } => {
    let node: unknown = document.contents;
    let last = { value: start(node), key: start(node) };
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      const pair = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
        : null;
      const next = pair ? pair.value : isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
      if (next === undefined) return { ...last, found: false };
      const key = pair ? start(pair.key) : start(next);
      last = { value: start(next) ?? key, key };
      node = next;
    }
    return { ...last, found: true };
  };
  return {
    file,
    value,
    has: (path) => locate(path).found,
    placeOf(path) {
      const { value: offset, key, found } = locate(path);
      return at((found ? offset : key) ?? 0);
    },
    placeOfKey: (path) => at(locate(path).key ?? 0),
  };
}

function readText(file: string): string {
  const refuse = (what: string, remedy: string, cause?: unknown): never => {
    throw new UserError(EXIT.usage, [{ place: { file }, what, remedy }], { cause });
  };
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return refuse('文件不存在', '请检查文件名和所在目录', error);
    if (code === 'EISDIR') return refuse('这是文件夹，不是文件', '请指定 YAML 文件', error);
    return refuse('文件无法读取', '请检查文件的读取权限', error);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return refuse('文件不是 UTF-8 编码的文本', '请用文本编辑器另存为 UTF-8 编码', error);
  }
}

function plainValue(document: Document, at: (offset: number) => Place, fail: (problems: Problem[]) => never): unknown {
  const dangling: Problem[] = [];
  let first: Place = at(0);
  visit(document, {
    Alias(_, alias) {
      const place = at(alias.range?.[0] ?? 0);
      first = first.line === 1 && first.column === 1 ? place : first;
      if (alias.resolve(document)) return;
      const remedy = `请先用 &${alias.source} 标出被引用的内容，或直接写出内容`;
      dangling.push({ place, what: '引用的内容不存在', value: `*${alias.source}`, remedy });
    },
  });
  if (dangling.length > 0) fail(dangling);
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    return fail([{ place: first, what: '引用（*）层层展开，数量过多', remedy: '请减少引用，直接写出内容' }]);
  }
}
