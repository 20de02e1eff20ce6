import { crc32, deflateRawSync } from 'node:zlib';

/** A member as it is to stand in an archive; what is left out is what an honest program would write. */
export interface PackedMember {
  readonly name: string | Buffer;
  readonly content: string | Uint8Array;
  readonly declared?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** File mode of a Unix system, such as 0o120777 for a symbolic link. */
  readonly mode?: number;
  /** Sizes stand in the list as 64-bit values, as some programs write them however small they are. */
  readonly zip64?: true;
}

interface Parts {
  readonly local: Buffer;
  readonly entry: Buffer;
}

function parts(member: PackedMember, offset: number): Parts {
  const name = Buffer.from(member.name);
  const content = Buffer.from(member.content as Uint8Array);
  const method = member.method ?? 8;
  const packed = method === 8 ? deflateRawSync(content) : content;
  const shared = Buffer.alloc(22);
  shared.writeUInt16LE(member.flags ?? 0x800, 0);
  shared.writeUInt16LE(method, 2);
  shared.writeUInt32LE(member.crc ?? crc32(content), 8);
  shared.writeUInt32LE(packed.length, 12);
  shared.writeUInt32LE(member.declared ?? content.length, 16);
  shared.writeUInt16LE(name.length, 20);
  const start = Buffer.from([0x50, 0x4b, 3, 4, 20, 0]);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(member.mode === undefined ? 20 : 0x314, 4);
  entry.writeUInt16LE(20, 6);
  shared.copy(entry, 8);
  entry.writeUInt32LE(((member.mode ?? 0) * 0x10000) >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  const extra = Buffer.alloc(member.zip64 === true ? 20 : 0);
  if (member.zip64 === true) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(content.length), 4);
    extra.writeBigUInt64LE(BigInt(packed.length), 12);
    entry.writeUInt32LE(0xffffffff, 20);
    entry.writeUInt32LE(0xffffffff, 24);
    entry.writeUInt16LE(extra.length, 30);
  }
  return {
    local: Buffer.concat([start, shared, Buffer.alloc(2), name, packed]),
    entry: Buffer.concat([entry, name, extra]),
  };
}

/** A zip archive written by hand, so that it can lie about what it holds. */
export function zipOf(members: readonly PackedMember[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, entry } = parts(member, offset);
    locals.push(local);
    entries.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
