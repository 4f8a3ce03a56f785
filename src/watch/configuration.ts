/**
 * Who may send and look, with whom they share, where decisions are sent and how long they are kept: one file, checked
 * whole before anything starts. It holds hashes of keys and names of files, no secret.
 *
 * Sharing is never guessed: an institution sees what others sent only where an agreement names it as a member.
 */
import { z } from "zod";
import { dateShape, helpWith, idShape, readShape, type YamlText } from "../catalog/index.ts";
import { Complaint } from "../model/index.ts";

/**
 * What a key may be used for: sending events, looking at decisions and cases, erasing a person, keeping a stream of signals,
 * reading what the operator's rules say and trying others, putting others in force for the whole folder, putting values on their
 * lists and taking them off.
 */
export const rights = ["send", "look", "erase", "stream", "rules", "put-rules", "lists"] as const;
export type Right = (typeof rights)[number];

export interface ConfiguredKey {
  readonly institution: string;
  /** The last day it opens anything: `2027-06-30`. */
  readonly expires: string;
  readonly may: readonly Right[];
}

export interface Agreement {
  readonly id: string;
  readonly members: readonly string[];
  /** What one member is told of another's event in a person's timeline; in decisions it is never told anything. */
  readonly tells: "nothing" | "when-and-what";
  /** What a person says of themselves (a phone reported lost) is told to every member that knows them, and not by whom. */
  readonly alerts: boolean;
}

export interface Webhook {
  readonly institution: string;
  readonly url: string;
  /** A file beside the configuration that holds the secret. */
  readonly secretFile: string;
  /** The decisions that are sent. */
  readonly sends: readonly string[];
}

/** Whose signed signals are taken as events of this institution. */
export interface Transmitter {
  readonly institution: string;
  /** As it stands in each of its tokens. */
  readonly issuer: string;
  /** Its public keys: a file beside the configuration, or the address it publishes them at. */
  readonly keys: string;
  /** Where they are fetched, for whoever does not push them, and the file with the token they are asked for by. */
  readonly poll?: { readonly url: string; readonly tokenFile: string } | undefined;
}

/** Who may have a stream of our signals. */
export interface Receiver {
  readonly institution: string;
  /** Whom its signals are meant for: `aud` in each. */
  readonly audience: string;
  /** Where they may be pushed; none: it fetches them. */
  readonly pushTo: readonly string[];
}

export interface Configuration {
  /** By what address this service signs its own signals; absent: it sends none and takes none. */
  readonly issuer: string | undefined;
  readonly transmitters: ReadonlyMap<string, Transmitter>;
  readonly receivers: ReadonlyMap<string, Receiver>;
  readonly institutions: readonly string[];
  /** Days for which records are kept; absent: for ever. */
  readonly retainDays: number | undefined;
  /** By hash. */
  readonly keys: ReadonlyMap<string, ConfiguredKey>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** The view of each institution: that of its agreement, or its own. */
  readonly viewOf: ReadonlyMap<string, string>;
  readonly webhooks: readonly Webhook[];
  /** Where spans are told, the file with the token it is asked by, and the share that is traced unasked; absent: nowhere. */
  readonly traces:
    | { readonly endpoint: string; readonly tokenFile: string | undefined; readonly sample: number }
    | undefined;
  /** Institutions that send what others saw: their events may name any institution. */
  readonly gathering: ReadonlySet<string>;
}

/** More members, keys or hooks than any one folder serves. */
const listMax = 500;

const keyShape = z.strictObject({
  hash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, {
      error: "is not the hash of a key: take it from `chainbreak detect key`",
    })
    .describe("Of the key, as `chainbreak detect key` prints it."),
  expires: dateShape.describe("The last day it opens anything."),
  may: z.array(z.enum(rights)).min(1).max(rights.length).describe("What it may be used for."),
});

const webhookShape = z.strictObject({
  url: z
    .string()
    .max(2_000)
    .regex(/^https:\/\/\S+$|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/\S*$/, {
      error: "is not an address: write `https://…` (`http` on this machine only)",
    })
    .describe("Where decisions are sent."),
  "secret-file": z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { error: "is not the name of a file in this folder" })
    .describe("A file in this folder that holds the secret it is signed with."),
  sends: z
    .array(z.enum(["allow", "step-up", "hold", "block"]))
    .min(1)
    .max(4)
    .optional()
    .describe("The decisions that are sent; absent: step-up, hold and block."),
});

const address = (from: RegExp, help: string) => z.string().max(2_000).regex(from, { error: help });
const outside = /^https:\/\/\S+$|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/\S*)?$/;
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const noAddress = "is not an address: write `https://…` (`http` on this machine only)";

const transmitterShape = z.strictObject({
  issuer: address(outside, noAddress).describe("Who signs them: `iss` in each of its tokens."),
  keys: address(
    new RegExp(`${outside.source}|${fileName.source}`),
    "is neither an address nor the name of a file in this folder",
  ).describe("Its public keys, as a JWKS: a file in this folder, or where it publishes them."),
  poll: z
    .strictObject({
      url: address(outside, noAddress).describe("The `endpoint_url` of our stream there."),
      "token-file": address(fileName, "is not the name of a file in this folder").describe(
        "A file in this folder with the token that is sent as `Authorization: Bearer`.",
      ),
    })
    .optional()
    .describe("Where its signals are fetched; absent: it pushes them."),
});

const receiverShape = z.strictObject({
  "push-to": z
    .array(address(outside, noAddress))
    .max(10)
    .optional()
    .describe("Where its signals may be pushed; absent: it fetches them."),
  audience: z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .describe(
      "Whom its signals are meant for: `aud` in each; absent: its issuer where it transmits, else its id.",
    ),
});

export const watchShape = z
  .strictObject({
    watch: idShape.describe("The id of this service."),
    signals: z
      .strictObject({
        issuer: address(outside, noAddress).describe(
          "The address others call this service by, without a slash at its end: `iss` in what it signs, `aud` in what it takes.",
        ),
      })
      .optional()
      .describe("Signed signals (OpenID SSF); absent: none are sent and none taken."),
    retain: z
      .string()
      // A chain may be twenty days long, and a hold one more.
      .regex(/^(?:[3-9]\d|[1-9]\d{2,4}) days$/, {
        error: "is not a number of days, 30 at least: write `400 days`",
      })
      .optional()
      .describe("How long events and decisions are kept: `400 days`; absent: for ever."),
    traces: z
      .strictObject({
        endpoint: address(outside, noAddress).describe(
          "Where spans are told, by OTLP over HTTP in JSON: `https://collector.example/v1/traces`.",
        ),
        "token-file": address(fileName, "is not the name of a file in this folder")
          .optional()
          .describe(
            "A file in this folder with the token that is sent as `Authorization: Bearer`; absent: none is.",
          ),
        sample: z
          .number()
          .min(0)
          .max(1)
          .optional()
          .describe(
            "The share of requests that is traced though nobody asked: 0.01 is one in a hundred; absent: none.",
          ),
      })
      .optional()
      .describe("Where OpenTelemetry traces are told; absent: nowhere."),
    institutions: z.record(
      idShape,
      z.strictObject({
        keys: z.array(keyShape).max(listMax).describe("The keys by which it is known."),
        webhook: webhookShape.optional().describe("Where its decisions are sent."),
        transmits: transmitterShape
          .optional()
          .describe("Whose signed signals are events of this institution."),
        receives: receiverShape
          .optional()
          .describe("It may have a stream of our signals about its own events."),
        gathers: z
          .boolean()
          .optional()
          .describe("A hub: its events may name the institution each comes from. Absent: only itself."),
      }),
    ),
    agreements: z
      .record(
        idShape,
        z.strictObject({
          members: z.array(idShape).min(2).max(listMax).describe("Institutions that share what they see."),
          tells: z
            .enum(["nothing", "when-and-what"])
            .optional()
            .describe(
              "What a member is told of another's event in a timeline: nothing, or its time and its group.",
            ),
          alerts: z
            .boolean()
            .optional()
            .describe(
              "Whether an alert (a phone reported lost) is told to every member that knows the person, and not by whom it came.",
            ),
        }),
      )
      .optional(),
  })
  .describe("Who may send events to the service, who shares with whom, and where decisions are sent.");

export interface ConfigurationRead {
  readonly configuration: Configuration | undefined;
  readonly complaints: readonly Complaint[];
}

export function readConfiguration(yaml: YamlText): ConfigurationRead {
  const read = readShape(watchShape, yaml);
  if (read.value === undefined)
    return { configuration: undefined, complaints: [...yaml.complaints, ...read.complaints] };
  const complaints: Complaint[] = [...yaml.complaints];
  const { institutions, agreements = {}, traces } = read.value;
  const names = Object.keys(institutions);
  const viewOf = new Map<string, string>(names.map((name) => [name, ownView(name)]));
  const shared = new Map<string, Agreement>();
  for (const [id, { members, tells = "nothing", alerts = false }] of Object.entries(agreements)) {
    shared.set(id, { id, members, tells, alerts });
    for (const [i, member] of members.entries()) {
      const place = yaml.locate(["agreements", id, "members", i]);
      if (!names.includes(member))
        complaints.push(
          new Complaint({
            code: "watch/unknown-member",
            place,
            message: `no institution \`${member}\` in this file`,
            help: helpWith(member, names, "name it under `institutions` first"),
          }),
        );
      else if (viewOf.get(member) !== ownView(member))
        complaints.push(
          new Complaint({
            code: "watch/two-agreements",
            place,
            message: `\`${member}\` is a member twice`,
            help: "an institution shares by one agreement; join the two, or leave it out of one",
          }),
        );
      else viewOf.set(member, `shared:${id}`);
    }
  }
  const keys = new Map<string, ConfiguredKey>();
  for (const [institution, { keys: own }] of Object.entries(institutions))
    for (const [i, { hash, expires, may }] of own.entries()) {
      if (keys.has(hash))
        complaints.push(
          new Complaint({
            code: "watch/key-twice",
            place: yaml.locate(["institutions", institution, "keys", i, "hash"]),
            message: "the same key stands here twice",
            help: "one key, one institution: make another with `chainbreak detect key`",
          }),
        );
      keys.set(hash, { institution, expires: String(expires), may });
    }
  const webhooks = Object.entries(institutions).flatMap(([institution, { webhook }]) =>
    webhook === undefined
      ? []
      : [
          {
            institution,
            url: webhook.url,
            secretFile: webhook["secret-file"],
            sends: webhook.sends ?? ["step-up", "hold", "block"],
          },
        ],
  );
  const { transmitters, receivers } = signalsIn(read.value, yaml, complaints);
  const gathering = new Set(names.filter((name) => institutions[name]?.gathers === true));
  const configuration = {
    institutions: names,
    gathering,
    keys,
    agreements: shared,
    viewOf,
    webhooks,
    issuer: read.value.signals?.issuer,
    retainDays: read.value.retain === undefined ? undefined : Number.parseInt(read.value.retain, 10),
    transmitters,
    receivers,
    traces:
      traces === undefined
        ? undefined
        : { endpoint: traces.endpoint, tokenFile: traces["token-file"], sample: traces.sample ?? 0 },
  };
  return { configuration: complaints.length > 0 ? undefined : configuration, complaints };
}

/** Who transmits and who receives, by institution. Whoever takes or sends signals has a name they bear. */
function signalsIn(
  { institutions, signals }: z.infer<typeof watchShape>,
  yaml: YamlText,
  complaints: Complaint[],
): Pick<Configuration, "transmitters" | "receivers"> {
  const transmitters = new Map<string, Transmitter>();
  const receivers = new Map<string, Receiver>();
  for (const [institution, { transmits, receives }] of Object.entries(institutions)) {
    if (transmits !== undefined) {
      const { issuer, keys, poll } = transmits;
      const fetched = poll === undefined ? {} : { poll: { url: poll.url, tokenFile: poll["token-file"] } };
      transmitters.set(institution, { institution, issuer, keys, ...fetched });
    }
    if (receives !== undefined)
      receivers.set(institution, {
        institution,
        audience: receives.audience ?? transmits?.issuer ?? institution,
        pushTo: receives["push-to"] ?? [],
      });
    const key = transmits === undefined ? "receives" : "transmits";
    if (signals === undefined && (transmits ?? receives) !== undefined)
      complaints.push(
        new Complaint({
          code: "watch/no-issuer",
          place: yaml.locate(["institutions", institution, key]),
          message: "signals are taken or sent, but this service has no name they could bear",
          help: "write `signals: { issuer: https://… }`, the address others call this service by",
        }),
      );
  }
  return { transmitters, receivers };
}

const ownView = (institution: string): string => `own:${institution}`;

/** The agreement a view rests on; `undefined`: it is an institution's own. */
export const agreementOf = ({ agreements }: Configuration, view: string): Agreement | undefined =>
  view.startsWith("shared:") ? agreements.get(view.slice("shared:".length)) : undefined;
