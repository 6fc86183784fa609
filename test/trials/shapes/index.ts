import { gkmlpt } from './gkmlpt.ts';
import { gongkai } from './gongkai.ts';
import { jcms } from './jcms.ts';
import { plainNew, plainOld } from './plain.ts';
import type { Shape } from './shape.ts';
import { trs } from './trs.ts';
import { vsb } from './vsb.ts';

export const SHAPES: Readonly<Record<string, Shape>> = { gongkai, trs, vsb, jcms, gkmlpt, plainOld, plainNew };
