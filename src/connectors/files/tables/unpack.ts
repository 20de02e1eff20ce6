import { gunzipSync } from 'node:zlib';
import { fileKind } from './file-kind.ts';
import { type FileProblem, UnreadableFile } from './sheet.ts';
import { UnpackFailure } from './unpack-failure.ts';
import { unpackLimit } from './unpack-limits.ts';
import { zipMembers } from './zip-members.ts';
import { unpackZstd } from './zstd.ts';

/** A file to be read as it lies, or a problem of a member that is none. */
export type UnpackedFile =
  | {
      /** Name inside the archive; null = the file is no archive. */
      readonly member: string | null;
      /** Name without the ending of its packing. */
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly member: string; readonly problem: FileProblem };

function failure(reason: UnpackFailure['reason'], kind: 'gzip' | 'zstd'): UnreadableFile {
  if (reason === 'too-large') {
    return new UnreadableFile({
      code: 'too-large',
      message: 'The file unpacks to more than 256 MB or to more than 250 times its size.',
      nextStep: 'Unpack it and import what is inside, in parts where it is large.',
    });
  }
  return new UnreadableFile({
    code: 'damaged-archive',
    message: `The compressed file (${kind}) is damaged or cut off.`,
    nextStep: 'Fetch or pack it again.',
  });
}

function gunzip(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    throw new UnpackFailure(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged');
  }
}

async function decompressed(bytes: Uint8Array, kind: 'gzip' | 'zstd'): Promise<Uint8Array> {
  const limit = unpackLimit(bytes.length);
  try {
    return kind === 'gzip' ? gunzip(bytes, limit) : await unpackZstd(bytes, limit);
  } catch (thrown) {
    if (thrown instanceof UnpackFailure) throw failure(thrown.reason, kind);
    throw thrown;
  }
}

async function* members(bytes: Uint8Array): AsyncGenerator<UnpackedFile> {
  for (const member of zipMembers(bytes)) {
    if ('problem' in member) yield { member: member.name, problem: member.problem };
    else yield { member: member.name, name: member.name.slice(member.name.lastIndexOf('/') + 1), bytes: member.bytes };
  }
}

/**
 * The files inside a file: itself where it is not packed, what a gzip or zstd file holds, each member of a zip archive
 * that is no workbook. Archives inside of them are not opened.
 * @throws UnreadableFile
 */
export async function* unpack(name: string, bytes: Uint8Array): AsyncGenerator<UnpackedFile> {
  const kind = fileKind(name, bytes);
  if (kind === 'archive') return yield* members(bytes);
  if (kind === 'text' || kind === 'workbook') return yield { member: null, name, bytes };
  const inner = await decompressed(bytes, kind);
  const innerName = name.replace(/\.(?:gz|gzip|zst|zstd)$/i, '');
  if (!['text', 'workbook'].includes(fileKind(innerName, inner))) {
    throw new UnreadableFile({
      code: 'nested-archive',
      message: 'The compressed file holds another archive; archives inside archives are not opened.',
      nextStep: 'Unpack it and import the files inside.',
    });
  }
  return yield { member: null, name: innerName, bytes: inner };
}
