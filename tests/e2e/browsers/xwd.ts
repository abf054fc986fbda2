import { crc32, deflateSync } from 'node:zlib';

/** Turns an X window dump of 32 bits a pixel, least significant byte first (what Xvfb keeps), into a PNG. */
export function screenToPng(dump: Buffer): Buffer {
  const word = (index: number) => dump.readUInt32BE(index * 4);
  const [headerSize, width, height, lineSize, colours] = [word(0), word(4), word(5), word(12), word(19)];
  const start = headerSize + colours * 12;
  const lines = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) {
    let to = y * (width * 3 + 1) + 1;
    for (let from = start + y * lineSize; to < (y + 1) * (width * 3 + 1); from += 4) {
      lines[to++] = dump[from + 2] ?? 0;
      lines[to++] = dump[from + 1] ?? 0;
      lines[to++] = dump[from] ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8); // 8 bits a channel, red green blue
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
