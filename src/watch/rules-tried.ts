/** A changed file of rules as somebody sends it: read with every fault at its place, and put nowhere. */
import { readYaml } from "../catalog/index.ts";
import { type RuleSet, readRules } from "../detect/index.ts";
import { complaintValue, type ToldComplaint } from "./judging.ts";
import { says } from "./refusals.ts";
import { rulesBytesMax } from "./rules-contract.ts";

/** How the file is called in complaints: the sender's own name for it is not asked for. */
export const rulesFileName = "rules.yaml";

export type RulesTried =
  | { readonly kind: "read"; readonly rules: RuleSet }
  | { readonly kind: "unread"; readonly complaints: readonly ToldComplaint[] };

export function tryRules(text: string): RulesTried {
  if (Buffer.byteLength(text) > rulesBytesMax) return { kind: "unread", complaints: [says.largeRules] };
  const { rules, complaints } = readRules(readYaml(text, rulesFileName));
  return rules === undefined
    ? { kind: "unread", complaints: complaints.map(complaintValue) }
    : { kind: "read", rules };
}
