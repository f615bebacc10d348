/** Where an imported .proto file lies. Those of Google's that only annotations need are in the parser's package. */
import { join } from "node:path";

const ANNOTATIONS = /^google\/(api\/|protobuf\/descriptor)/;

/** @param root of the .proto files. */
export const protoFile = (root: string, target: string): string =>
  ANNOTATIONS.test(target) ? join(root, "../node_modules/protobufjs", target) : join(root, target);
