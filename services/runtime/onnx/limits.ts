/**
 * How large a model may be. Far above what the library's models need, far below what hurts a host.
 *
 * @module
 */

export const MAX_FILE_BYTES = 64 * 1024 * 1024;
export const MAX_NODES = 4_096;
export const MAX_TENSORS = 4_096;
export const MAX_ATTRIBUTES = 16;
export const MAX_NODE_NAMES = 64;
export const MAX_RANK = 8;
/** One dimension, of a constant or declared. */
export const MAX_DIMENSION = 1n << 26n;
/** Elements of one tensor: 256 MiB of floats. */
export const MAX_ELEMENTS = 1n << 26n;
/** Numbers in an attribute. */
export const MAX_NUMBERS = 1_024;
export const MAX_NAME_BYTES = 512;
/** One entry of the file's own properties, where text's way to input is told. */
export const MAX_PROPERTY_BYTES = 8 * 1024 * 1024;
export const MAX_PROPERTIES = 16;
export const MAX_PORTS = 8;
