import { crc32, deflateSync } from 'node:zlib';
import { randomFor } from '../random.ts';

const WIDTH = 420;
const HEIGHT = 220;
const BARS = 8;
const WHITE = 0;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A bar chart as a palette PNG; which bars are how high depends on the seed alone. */
export function pngBytes(seed: string): Buffer {
  const random = randomFor(`png ${seed}`);
  const heights = Array.from({ length: BARS }, () => random.int(20, HEIGHT - 20));
  const slot = WIDTH / BARS;
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(WIDTH + 1, WHITE);
    for (let x = 0; x < WIDTH; x += 1) {
      const bar = Math.floor(x / slot);
      const inside = x % slot > slot * 0.25 && HEIGHT - y <= (heights[bar] ?? 0);
      row[x + 1] = y === HEIGHT - 1 ? 3 : inside ? 1 + (bar % 2) : WHITE;
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from([255, 255, 255, 31, 95, 167, 214, 120, 40, 90, 90, 90]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
