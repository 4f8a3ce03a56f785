/**
 * An institution's own words, and those of the standards, as words of ours. A mapping file says which kind or which
 * flow a word is, or says inline what whoever does it holds, where neither the list nor the catalogue has it.
 */
import { z } from "zod";
import { type Catalog, helpWith, idShape, readShape, type YamlText } from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";
import { type EventKind, eventKinds, type KindGroup, kindGroups, proofWords } from "./kinds.ts";
import { institutionNear, type MappingFault, wrongFlow, wrongPatterns } from "./mapping-faults.ts";
import { proofSaid } from "./proof-said.ts";

/** What a foreign word amounts to. */
export interface Mapped {
  readonly word: string;
  readonly kind?: EventKind;
  readonly flow?: string;
  readonly proofs: readonly string[];
  readonly initiator?: string;
}

export interface Mapping {
  readonly id: string;
  /** Absent: whoever sends the word. */
  readonly institution?: string;
  readonly words: ReadonlyMap<string, Mapped>;
}

/** Words of the standards, by the last part of a type or by the whole of it. Versions in a type are left out. */
const standardWords: Readonly<Record<string, string>> = {
  // CAMARA, contracts r3: the event type alone, without the notification around it (`standards.ts`).
  "org.camaraproject.sim-swap-subscriptions.swapped": "sim-changed",
  "org.camaraproject.device-reachability-status-subscriptions.reachability-disconnected": "no-service",
  // OpenID CAEP 1.0 and RISC 1.0.
  "https://schemas.openid.net/secevent/caep/event-type/credential-change": "password-changed",
  "https://schemas.openid.net/secevent/caep/event-type/session-established": "sign-in",
  "https://schemas.openid.net/secevent/caep/event-type/session-presented": "app-open",
  "https://schemas.openid.net/secevent/caep/event-type/session-revoked": "notice-sent",
  "https://schemas.openid.net/secevent/risc/event-type/account-credential-change-required": "notice-sent",
  "https://schemas.openid.net/secevent/risc/event-type/account-purged": "account-deleted",
  "https://schemas.openid.net/secevent/risc/event-type/account-disabled": "account-frozen",
  "https://schemas.openid.net/secevent/risc/event-type/account-enabled": "account-unfrozen",
  "https://schemas.openid.net/secevent/risc/event-type/identifier-changed": "mail-added",
  "https://schemas.openid.net/secevent/risc/event-type/identifier-recycled": "number-reassigned",
  "https://schemas.openid.net/secevent/risc/event-type/recovery-activated": "password-reset-requested",
  "https://schemas.openid.net/secevent/risc/event-type/recovery-information-changed": "mail-added",
  // OCSF: class and activity of authentication (3002) and account change (3001).
  "ocsf.300201": "sign-in",
  "ocsf.300101": "account-opened",
  "ocsf.300103": "password-changed",
  "ocsf.300104": "password-reset",
  "ocsf.300105": "account-frozen",
  "ocsf.300106": "account-deleted",
  "ocsf.300109": "account-frozen",
  "ocsf.300112": "account-unfrozen",
  // ISO 20022: a credit transfer, and the report that it went through.
  "pacs.008": "transfer",
  "pain.001": "transfer",
  "pacs.002": "notice-sent",
};

/** What a word amounts to: by a mapping of this institution, by one for all, by a standard; `undefined`: nobody knows. */
export function mappedWord(
  word: string,
  institution: string,
  mappings: readonly Mapping[],
): Mapped | undefined {
  for (const own of [true, false])
    for (const { institution: whose, words } of mappings) {
      const found =
        (whose === undefined) === own || (own && whose !== institution) ? undefined : words.get(word);
      if (found !== undefined) return found;
    }
  const plain = word.replace(/\.v\d+[a-z0-9]*(?=\.)/, "").replace(/^((?:pacs|pain)\.\d{3})\..*$/, "$1");
  const standard = Object.hasOwn(standardWords, plain) ? standardWords[plain] : undefined;
  const kind = standard === undefined ? undefined : eventKinds[standard];
  return standard === undefined || kind === undefined ? undefined : { word: standard, kind, proofs: [] };
}

const wordsMax = 2_000;
const pattern =
  /^[a-z-]+\((?:person|line|sim|device|card|account|mailbox|document)(?:\.[a-z-]+|,(?:card|account))?\)$/;
const patternShape = z.string().regex(pattern);

export const mappingShape = z
  .strictObject({
    mapping: idShape.describe("The id of this mapping."),
    institution: z.exactOptional(idShape.describe("Whose words they are; absent: anybody's.")),
    words: z.record(
      z.string().max(200),
      z.union([
        z.string().max(200),
        z.strictObject({
          kind: z.exactOptional(z.string()),
          flow: z.exactOptional(idShape),
          group: z.exactOptional(z.enum(kindGroups)),
          asks: z.exactOptional(z.array(patternShape).max(20)),
          gives: z.exactOptional(z.array(patternShape).max(20)),
          revokes: z.exactOptional(
            z.array(patternShape).max(20).describe("Taken down; what somebody once held still counts."),
          ),
          harm: z.exactOptional(z.boolean()),
          proofs: z.exactOptional(z.array(z.string()).max(20)),
          initiator: z.exactOptional(z.string().max(200)),
        }),
      ]),
    ),
  })
  .describe("An institution's own words for what happens, as words of the list.");

interface Inline {
  readonly group?: KindGroup;
  readonly asks?: readonly string[];
  readonly gives?: readonly string[];
  readonly harm?: boolean;
}

/** A flow neither the list nor the catalogue has: what it asks and gives, and which acts it is like. */
function inlineKind({ group, asks = [], gives = [], harm }: Inline): EventKind {
  return {
    group: group ?? groupOfGives(gives),
    gives,
    ...(asks.length > 0 ? { asks } : {}),
    ...(harm === true ? { isLoss: true as const } : {}),
  };
}

const groupsOfGives: readonly (readonly [RegExp, KindGroup])[] = [
  [/^(control|receive-sms|receive-call|send-sms)\(/, "line"],
  [/^(borrow|spend-credit|cash-out)\(/, "credit"],
  [/^(charge|drain|skim)\(/, "pay"],
  [/^(pay-with|manage)\(/, "bind"],
  [/^know\(\w+\.(\w+-)?(password|passcode|pin)\)/, "recover"],
  [/^know\(/, "show"],
  [/^(approve-on|authorise-payment|possess|unlock)\(/, "device"],
  [/^(enter|operate|read-mail)\(/, "sign-in"],
];

/** Where no group is said, the most telling thing given decides. */
function groupOfGives(gives: readonly string[]): KindGroup {
  const found = groupsOfGives.find(([pattern]) => gives.some((text) => pattern.test(text)));
  return found?.[1] ?? "other";
}

export interface MappingRead {
  readonly mapping: Mapping | undefined;
  readonly complaints: readonly Complaint[];
}

/** With a catalogue the flows and capabilities it names are looked up as well: one that is misspelt would be nobody's, and silent. */
export function readMapping(yaml: YamlText, catalog?: Catalog): MappingRead {
  const read = readShape(mappingShape, yaml);
  if (read.value === undefined)
    return { mapping: undefined, complaints: [...yaml.complaints, ...read.complaints] };
  const { mapping: id, institution, words } = read.value;
  const complaints: Complaint[] = [...yaml.complaints];
  const complain = (path: readonly (string | number)[], told: MappingFault) =>
    void complaints.push(new Complaint({ ...told, place: yaml.locate(["words", ...path]) }));
  const near = institutionNear(institution, catalog);
  if (near !== undefined) complaints.push(new Complaint({ ...near, place: yaml.locate(["institution"]) }));
  const entries = Object.entries(words);
  if (entries.length > wordsMax)
    complain([], {
      code: "question/too-large",
      message: `more than ${wordsMax} words`,
      help: "one institution a file",
    });
  const mapped = entries.slice(0, wordsMax).map(([word, said]): [string, Mapped] => {
    const is = typeof said === "string" ? { kind: said } : said;
    const proofs = (is.proofs ?? []).map((proof) => proofSaid(proof) ?? proof);
    for (const proof of proofs)
      if (!Object.hasOwn(proofWords, proof)) {
        const help = helpWith(proof, Object.keys(proofWords), "see docs/reference/events.md for the words");
        complain([word, "proofs"], { code: "event/unknown-proof", message: `no proof \`${proof}\``, help });
      }
    for (const key of ["asks", "gives", "revokes"] as const)
      for (const { at, fault } of wrongPatterns(is[key] ?? [], catalog)) complain([word, key, at], fault);
    const noFlow = is.flow === undefined ? undefined : wrongFlow(is.flow, institution, catalog);
    if (noFlow !== undefined) complain(typeof said === "string" ? [word] : [word, "flow"], noFlow);
    const more = { proofs, ...(is.initiator === undefined ? {} : { initiator: is.initiator }) };
    if (is.flow !== undefined) return [word, { word, flow: is.flow, ...more }];
    if (is.kind === undefined && (is.group !== undefined || is.gives !== undefined || is.asks !== undefined))
      return [word, { word: `${id}/${word}`, kind: inlineKind(is), ...more }];
    const kind =
      is.kind !== undefined && Object.hasOwn(eventKinds, is.kind) ? eventKinds[is.kind] : undefined;
    if (kind === undefined) {
      const help = helpWith(
        is.kind ?? "",
        Object.keys(eventKinds),
        "name a kind, a flow, or a group with what it gives",
      );
      complain([word], {
        code: "event/unknown-kind",
        message: `no kind of event \`${is.kind ?? ""}\``,
        help,
      });
      return [word, { word, ...more }];
    }
    return [word, { word: is.kind ?? word, kind, ...more }];
  });
  return {
    mapping: complaints.some(({ severity }) => severity === "error")
      ? undefined
      : { id, ...(institution === undefined ? {} : { institution }), words: new Map(mapped) },
    complaints,
  };
}
