import { forkChild } from '../processes/fork-child.ts';
import { READER_HEAP_MB, type SpawnReader } from './spawn-reader.ts';

/**
 * A `SpawnReader` for hosts that run under Node: one forked process for each file.
 * @param entry path of the reader's entry: the built bundle, or `app/intake/reader/main.ts` itself.
 */
export const forkReader = (entry: string): SpawnReader => forkChild({ entry, heapMb: READER_HEAP_MB });
