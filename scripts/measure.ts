import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What code weighs, in bytes. */
export interface Weight {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Weighs files that are fetched one by one. */
export function weigh(...files: readonly string[]): Weight {
  const sum = (size: (code: string) => number) => files.reduce((total, code) => total + size(code), 0);
  return {
    minified: sum((code) => Buffer.byteLength(code)),
    gzip: sum((code) => gzipSync(code, { level: 9 }).length),
    brotli: sum(
      (code) => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    ),
  };
}
