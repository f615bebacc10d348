/** The tables that a server of all services needs: their methods, and every message that an `Any` may carry. */
import type protobuf from "protobufjs";
import { apiServices, httpRoutes } from "./http-routes.ts";

const HEAD = "// Made by `npm run proto` from all .proto files. Do not edit.\n";

/** `gen/api/methods.ts`. */
export function generateMethods(root: protobuf.Root, within: (path: string) => string): string {
  const imports: string[] = [];
  const rows: string[] = [];
  apiServices(root).forEach((service, i) => {
    const home = within(service.filename!).replace(/\.proto$/, ".ts");
    imports.push(`import { ${service.name} as S${i} } from "../${home}";`);
    const name = service.fullName.slice(1);
    for (const method of service.methodsArray) {
      const routes = httpRoutes(method).map(
        ({ verb, template }) => `{ verb: "${verb}", template: "${template}" }`,
      );
      rows.push(
        `  { service: "${name}", name: "${method.name}", ...S${i}.${method.name}, routes: [${routes.join(", ")}] },`,
      );
    }
  });
  return (
    `${HEAD}import type { ApiMethod } from "../../wire/api-method.ts";\n${imports.join("\n")}\n\n` +
    `export const API_METHODS = [\n${rows.join("\n")}\n] as unknown as readonly ApiMethod[];\n`
  );
}

/** `gen/api/types.ts`. @param files generated ones, relative to `gen/`. */
export function generateTypes(files: readonly string[]): string {
  const shown = files.filter((file) => /^(assay|cosmos)\//.test(file)).sort();
  const imports = shown.map((file, i) => `import * as f${i} from "../${file}";`);
  return (
    `${HEAD}import { MessageType } from "../../wire/message-type.ts";\n${imports.join("\n")}\n\n` +
    `const files: readonly object[] = [${shown.map((_, i) => `f${i}`).join(", ")}];\n` +
    "export const MESSAGE_TYPES: readonly MessageType<object>[] = files\n" +
    "  .flatMap((file) => Object.values(file))\n" +
    "  .filter((item): item is MessageType<object> => item instanceof MessageType);\n"
  );
}
