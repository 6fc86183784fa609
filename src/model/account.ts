/** What an account of the console is for. */
export const ROLES = {
  administrator: '管理员',
  inspector: '检查人员',
  unit: '单位',
  reader: '查阅人员',
} as const;
export type Role = keyof typeof ROLES;

/** Somebody who may use the console. Instants are epoch milliseconds. */
export interface Account {
  readonly id: string;
  /** What is typed to log in. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** The unit that an account of the role `unit` belongs to; null for all others. */
  readonly unit: string | null;
  /** Where reminders go; null for nowhere. */
  readonly email: string | null;
  /** The password was set by somebody else and must be changed before anything else. */
  readonly mustChangePassword: boolean;
  readonly disabled: boolean;
  readonly createdAt: number;
  readonly lastLoginAt: number | null;
}

/** Who does something: every use case of the console is told, and asks what this one may. */
export type Actor = Pick<Account, 'id' | 'name' | 'role' | 'unit'>;

/** What can be done in the console, and by which roles. An administrator may do all that an inspector may. */
const RIGHTS = {
  /** Look at findings, scorecards and evidence: a unit only at its own. */
  look: ['administrator', 'inspector', 'reader', 'unit'],
  /** Look at the whole district: rankings, bulletins, all units. */
  'look-at-all': ['administrator', 'inspector', 'reader'],
  decide: ['administrator', 'inspector'],
  'enter-coverage': ['administrator', 'inspector'],
  'edit-registers': ['administrator', 'inspector'],
  'answer-objections': ['administrator', 'inspector'],
  freeze: ['administrator', 'inspector'],
  'start-night': ['administrator', 'inspector'],
  'self-check': ['administrator', 'inspector', 'unit'],
  object: ['unit'],
  'feed-back': ['unit'],
  'read-log': ['administrator', 'inspector'],
  'manage-accounts': ['administrator'],
  'manage-messages': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof RIGHTS;

export const may = ({ role }: Pick<Actor, 'role'>, right: Right): boolean =>
  (RIGHTS[right] as readonly Role[]).includes(role);

/** Whether what belongs to a unit is shown to this one. */
export const seesUnit = ({ role, unit }: Pick<Actor, 'role' | 'unit'>, of: string): boolean =>
  role === 'unit' ? unit === of : true;
