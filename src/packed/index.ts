export { bytesAtHand, bytesOfBlob, type ByteSource } from './byteSource';
export type { Directory, Origin } from './directory';
export { openPackedFile, packedDirectory, packedIdentity, type PackedFile } from './packedFile';
export { PackedFileError, damaged, type PackedFault } from './packedFileError';
export { PackWriter, UnpackableError, type PackedSink } from './packWriter';
export { isPacked } from './preamble';
export { openSharedFile, shareFile, type SharedFile } from './sharedFile';
export type { Numbers, SectionReader } from './sections';
