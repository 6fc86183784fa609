import { NotThere } from '../../../app/console/refusals.ts';
import { actorOf, type WebContext } from '../../env.ts';

/** The unit that a page is about: the one in its address, else that of the account. Throws NotThere where it has none. */
export function unitOf(c: WebContext): string {
  const unit = c.req.param('unit') ?? actorOf(c).unit;
  if (unit === null) throw new NotThere();
  return unit;
}
