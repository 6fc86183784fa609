import type { Random } from '../../demo/random.ts';
import type { Place, TrialUnit } from './types.ts';

const HEADS = [
  '云',
  '松',
  '清',
  '石',
  '平',
  '泽',
  '枫',
  '南',
  '怀',
  '永',
  '澄',
  '屏',
  '沐',
  '嘉',
  '芦',
  '凌',
  '禾',
  '桐',
] as const;
const TAILS = ['溪', '原', '岭', '湾', '川', '坪', '洲', '源', '亭', '浦', '阳', '塘', '江', '山'] as const;
const KINDS = ['县', '区', '市', '新区'] as const;
const SURNAMES = ['蒲', '冉', '岑', '郗', '糜', '鄢', '荀', '娄', '阮', '卞', '司徒', '麦', '宓', '郦', '桑'] as const;
const GIVEN = [
  '砚',
  '知远',
  '若川',
  '望舒',
  '景行',
  '云岫',
  '修竹',
  '见深',
  '一苇',
  '怀瑾',
  '疏桐',
  '行之',
  '秋水',
  '照野',
  '默',
  '溯',
] as const;

/** A person's name that nobody bears, as far as one can tell; different names for different numbers. */
const person = (random: Random): string => random.pick(SURNAMES) + random.pick(GIVEN);

/** So many different names. */
export function people(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(person(random));
  return [...names];
}

const PROVINCES = ['安徽省', '湖南省', '山东省', '江苏省', '四川省'] as const;

export function inventPlace(random: Random): Place {
  const province = random.pick(PROVINCES);
  const head = random.pick(HEADS);
  const district = `${head}${random.pick(TAILS)}${random.pick(KINDS)}`;
  const city = `${random.pick(TAILS)}${random.pick(['州', '阳', '城'])}市`;
  return {
    ...{ province, city, district, sign: head },
    host: `www.trial-${random.hex(6)}.example`,
    areaCode: random.pick(['0558', '0731', '0537', '0517', '0816']),
  };
}

const BUREAUS: readonly (readonly [short: string, full: string])[] = [
  ['司法局', '司法局'],
  ['卫健委', '卫生健康委员会'],
  ['水务局', '水务局'],
  ['交通局', '交通运输局'],
  ['市监局', '市场监督管理局'],
  ['文旅体局', '文化旅游体育局'],
  ['农业农村局', '农业农村局'],
  ['住建局', '住房和城乡建设局'],
  ['教育局', '教育局'],
  ['应急局', '应急管理局'],
  ['人社局', '人力资源和社会保障局'],
  ['城管局', '城市管理局'],
  ['统计局', '统计局'],
];

/** Units of every kind: bureaus with power to enforce, offices without, towns, subdistricts, a hospital. */
export function inventUnits(random: Random, place: Place): TrialUnit[] {
  const short = place.district.slice(-1);
  const bureaus = random.some(BUREAUS, random.int(2, 4)).map(([name, full], i) => {
    const head = full.endsWith('委员会') ? '主任' : '局长';
    return unit(
      `bm${i}`,
      `${short}${name}`,
      `${place.district}${full}`,
      'department',
      true,
      full.endsWith('委员会') ? '本委' : '我局',
      head,
    );
  });
  const plain = unit(
    'bm8',
    `${short}机关事务中心`,
    `${place.district}机关事务服务中心`,
    'department',
    false,
    '本中心',
    '主任',
  );
  const townName = `${random.pick(TAILS)}${random.pick(['口', '桥', '集', '家铺'])}镇`;
  const town = unit('xz0', townName, `${place.district}${townName}人民政府`, 'town', random.chance(3), '我镇', '镇长');
  const streetName = `${random.pick(HEADS)}${random.pick(['北路', '苑', '华', '宁'])}街道`;
  const street = unit(
    'jd0',
    streetName,
    `${place.district}人民政府${streetName}办事处`,
    'subdistrict',
    false,
    '本街道',
    '主任',
  );
  const firm = unit('qs0', `${short}人民医院`, `${place.district}人民医院`, 'enterprise', false, '我院', '院长');
  return [...bureaus, ...random.some([plain, town, street, firm], random.int(2, 4))];

  function unit(
    ...[id, name, fullName, kind, enforcement, self, head]: [
      string,
      string,
      string,
      TrialUnit['kind'],
      boolean,
      string,
      string,
    ]
  ): TrialUnit {
    return {
      ...{ id, name, fullName, kind, enforcement, self, head },
      phone: `${place.areaCode}-${random.int(2, 8)}${random.int(100_000, 999_999)}`,
      address: `${place.district}${random.pick(['人民路', '府前街', '迎宾大道', '建设东路'])}${random.int(1, 298)}号`,
      email: `${random.hex(5)}@${random.pick(['163.com', '126.com', 'yeah.net'])}`,
      code: `11${random.int(340_000, 519_999)}MB${random.int(1_000_000, 9_999_999)}${random.pick(['A', 'K', 'Y', '3'])}`,
    };
  }
}
