/**
 * How large is a zip when unpacked, by its own directory, before anything is unpacked? A directory that lies about sizes
 * is found by whoever unpacks; one that tells of a bomb is refused here.
 */
export const unpackedBytesMax = 256 * 1024 * 1024; // a bill of a hundred thousand rows unpacks to a tenth of this

export function isTooWideUnpacked(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let i = 0; i + 46 <= bytes.length; i++) {
    if (bytes[i] !== 0x50 || view.getUint32(i, true) !== 0x02014b50) continue;
    total += view.getUint32(i + 24, true);
    if (total > unpackedBytesMax) return true;
  }
  return false;
}
