import { type NonEmpty, type Ref, refOf, type Unit } from '../kit.ts';
import { type Answer, IN_ORDER, quoted } from './answer.ts';
import type { Report } from './match.ts';

/** What stands around the word that tells one agency from another. */
const AROUND =
  /^(?:.{2,3}省)?(?:.{2,4}市)?(?:.{0,3}(?:区|县))?|(?:人民政府|街道办事处|办事处|委员会|办公室|分局|街道|管理局|局|镇|乡|中心)+$/gu;
/** Only what is called like an agency of its own, not a government above or an office for all. */
const AGENCY = /(?:局|镇|乡|街道|办事处|委员会|镇人民政府|乡人民政府)$/;
/** The author before the year of a title. */
const TITLE_NAME = /^(.{3,30}?)(?:关于)?(?:19|20)\d\d年/;
/** How units of a kind never call themselves; 本部门预算 is a term that all of them use. */
const FOREIGN_FORMS: Readonly<Record<Unit['kind'], RegExp | null>> = {
  department: /[我本](?:镇|乡|街道)(?!预算|决算)/,
  town: /[我本](?:局|部门|委|街道)(?!预算|决算|预决算|整体)/,
  subdistrict: /[我本](?:局|部门|委|镇|乡)(?!预算|决算|预决算|整体)/,
  enterprise: null,
};

/**
 * Whether the report names another unit as its author, in a title, as its author or under it, or speaks of itself as one of another
 * kind would. Names that share any character with the unit's own may be older, shorter or higher forms of it.
 */
export function judgeNames({ said, document }: Report, unit: Unit): Answer {
  const own = [unit.fullName, unit.name, ...unit.aliases];
  const foreign = said.names.filter(({ place, name, text }) => {
    if (place === 'text') return FOREIGN_FORMS[unit.kind]?.test(text) === true;
    return place !== 'contact' && isAnother(name, own);
  });
  const titled = TITLE_NAME.exec(document.title.replace(/\s/g, ''))?.[1] ?? '';
  const quotes = [...(isAnother(titled, own) ? [document.title] : []), ...foreign.map(({ text }) => text)];
  const [first, ...others] = quotes;
  if (first === undefined) return IN_ORDER;
  const evidence: NonEmpty<Ref> = [refOf(said.ref, first), ...others.map((text) => refOf(said.ref, text))];
  return { kind: 'fault', detail: quoted(quotes), evidence };
}

function isAnother(name: string, own: readonly string[]): boolean {
  if (!AGENCY.test(name) || own.some((one) => one.includes(name) || name.includes(one))) return false;
  const core = coreOf(name);
  const known = new Set(own.flatMap((one) => Array.from(coreOf(one))));
  return core !== '' && !Array.from(core).some((character) => known.has(character));
}

const coreOf = (name: string): string => name.replace(AROUND, '').replace(/[和与及暨]/g, '');
