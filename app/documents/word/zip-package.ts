import { crc32, deflateRawSync } from 'node:zlib';

/** The first day that the format knows: the same parts make the same bytes at any hour. */
const NO_TIME = { time: 0, date: 0x21 };
const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;

/** Packs the parts of an Office document into one file, in their order. */
export function zipPackage(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const title = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = commonFields(bytes, packed, title);
    const header = Buffer.concat([uint32(LOCAL_HEADER), common, title]);
    bodies.push(header, packed);
    directory.push(Buffer.concat([uint32(DIRECTORY_ENTRY), uint16(VERSION), common, Buffer.alloc(10), uint32(at), title]));
    at += header.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([uint32(END_OF_DIRECTORY), Buffer.alloc(4), uint16(parts.size), uint16(parts.size), uint32(list.length), uint32(at), uint16(0)]);
  return new Uint8Array(Buffer.concat([...bodies, list, end]));
}

/** What an entry's own header and the directory both say of it, up to the length of its extra field. */
const commonFields = (bytes: Uint8Array, packed: Uint8Array, title: Uint8Array): Buffer => Buffer.concat([
  uint16(VERSION), uint16(FLAGS), uint16(DEFLATED), uint16(NO_TIME.time), uint16(NO_TIME.date),
  uint32(crc32(bytes)), uint32(packed.length), uint32(bytes.length), uint16(title.length), uint16(0),
]);

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
