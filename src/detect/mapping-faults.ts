/**
 * What a mapping names and the catalogue does not have: a flow of an institution that was read, a capability, a secret.
 * An institution nobody has read may be anybody's, so its flows are not looked up.
 */
import { type Catalog, didYouMean, helpWith } from "../catalog/index.ts";
import type { ComplaintCode } from "../model/index.ts";

export interface MappingFault {
  readonly code: ComplaintCode;
  readonly message: string;
  readonly help: string;
}

/** Words of an institution that is spelt almost like one of the catalogue would be read for nobody. */
export function institutionNear(
  institution: string | undefined,
  catalog: Catalog | undefined,
): (MappingFault & { readonly severity: "warning" }) | undefined {
  if (institution === undefined || catalog === undefined || catalog.institutions.has(institution))
    return undefined;
  const near = didYouMean(institution, catalog.institutions.keys());
  return near === undefined
    ? undefined
    : {
        code: "watch/unknown-member",
        message: `no institution \`${institution}\``,
        help: `did you mean \`${near}\`?`,
        severity: "warning",
      };
}

export function wrongFlow(
  flow: string,
  institution: string | undefined,
  catalog: Catalog | undefined,
): MappingFault | undefined {
  const read = institution === undefined ? undefined : catalog?.institutions.get(institution);
  if (read === undefined || read.flows.some(({ id }) => id === flow)) return undefined;
  const known = read.flows.map(({ id }) => id);
  return {
    code: "event/unknown-flow",
    message: `no flow \`${flow}\` at \`${institution}\``,
    help: helpWith(flow, known, "name a flow of the catalogue, or send a `kind`"),
  };
}

interface PatternFault {
  /** Which of the list. */
  readonly at: number;
  readonly fault: MappingFault;
}

/** The texts that no capability of this vocabulary can be. */
export function wrongPatterns(
  texts: readonly string[],
  catalog: Catalog | undefined,
): readonly PatternFault[] {
  return texts.flatMap((text, at) => {
    const fault = catalog === undefined ? undefined : faultOf(text, catalog);
    return fault === undefined ? [] : [{ at, fault }];
  });
}

const notation = "see docs/reference/notation.md";

function faultOf(text: string, { vocabulary }: Catalog): MappingFault | undefined {
  const [, word = "", thing = "", secret] = /^([a-z-]+)\((\w+)(?:\.([a-z-]+))?/.exec(text) ?? [];
  if (!vocabulary.capabilities.has(word))
    return {
      code: "catalog/unknown-capability",
      message: `unknown capability \`${word}\``,
      help: helpWith(word, vocabulary.capabilities.keys(), notation),
    };
  const [, secrets = new Map<string, unknown>()] =
    [...vocabulary.secrets].find(([kind]) => kind === thing) ?? [];
  if (word !== "know" || secret === undefined || secrets.has(secret)) return undefined;
  return {
    code: "catalog/unknown-secret",
    message: `${/^[aeiou]/.test(thing) ? "an" : "a"} ${thing} has no secret \`${secret}\` (in \`${text}\`)`,
    help: helpWith(secret, secrets.keys(), "secrets stand in catalog/capabilities.yaml"),
  };
}
