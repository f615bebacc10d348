/**
 * Completion scripts, made from the command tree: what may follow each command, for three shells.
 *
 * @module
 */
import type { Command } from "commander";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

interface Place {
  /** Names of the commands that lead here, parted by blanks; empty at the top. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  /** At the top: those that every command takes. */
  readonly flags: readonly { readonly name: string; readonly about: string }[];
}

function places(program: Command): Place[] {
  const found: Place[] = [];
  const walk = (command: Command, path: string): void => {
    found.push({
      path,
      commands: command.commands.map((c) => ({ name: c.name(), about: c.description() })),
      flags: command.options.map((o) => ({ name: o.long!, about: o.description })),
    });
    for (const child of command.commands) walk(child, `${path} ${child.name()}`.trim());
  };
  walk(program, "");
  return found;
}

const words = ({ path, commands, flags }: Place): string =>
  [...commands, ...(path === "" ? [] : flags)].map(({ name }) => name).join(" ");

/** Walks the words typed so far as far as they are commands. */
function bash(all: readonly Place[]): string {
  const everywhere = all[0]!.flags.map(({ name }) => name).join(" ");
  const cases = all.map((place) => `    "${place.path}") words="${words(place)}" ;;`).join("\n");
  const paths = all.map(({ path }) => `"${path}"`).join("|");
  return `_assay() {
  local path="" next word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${path:+$path }$word"
    case "$next" in
      ${paths}) path="$next" ;;
    esac
  done
  case "$path" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words ${everywhere}" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _assay assay
`;
}

function zsh(all: readonly Place[]): string {
  return `#compdef assay
autoload -U +X bashcompinit && bashcompinit
${bash(all)}`;
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

function fish(all: readonly Place[]): string {
  const lines = ["complete -c assay -f"];
  for (const { path, commands, flags } of all) {
    const seen = path === "" ? [] : path.split(" ").map((name) => `__fish_seen_subcommand_from ${name}`);
    const none =
      commands.length === 0
        ? []
        : [`not __fish_seen_subcommand_from ${commands.map((c) => c.name).join(" ")}`];
    const when = [...seen, ...none].join("; and ");
    const condition = when === "" ? "" : ` -n ${quoted(when)}`;
    for (const { name, about } of commands) {
      lines.push(`complete -c assay${condition} -a ${name} -d ${quoted(about)}`);
    }
    for (const { name, about } of flags) {
      lines.push(`complete -c assay${condition} -l ${name.slice(2)} -d ${quoted(about)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

export function completionScript(program: Command, shell: Shell): string {
  const all = places(program);
  return { bash, zsh, fish }[shell](all);
}
