/**
 * What is said over HTTP: every route, what it takes and what it gives, as shapes that check and types that are
 * inferred from them. The server answers by it, the OpenAPI document is made from it, the page may import it.
 */
import { createRoute, z } from "@hono/zod-openapi";
import { basisStatuses, channels, harmKinds, parseMoment, proofClasses } from "../model/index.ts";
import { keyStates } from "../questions/index.ts";
import { recordBytesMax, recordIdPattern, recordsMax, storeBytesMax } from "../store/index.ts";

export { type FoundingQuestion, foundingQuestion } from "../questions/index.ts";

/** Texts of a person file; a real one has a few thousand characters. */
export const personCharactersMax = 200_000;
/** A request is one person and a few lists; more is no question. */
export const bodyBytesMax = 512 * 1024;
/** Base64 takes four characters for three bytes; ids and punctuation take little. */
const asBase64 = (bytes: number) => Math.ceil(bytes / 3) * 4;
const punctuationBytes = 1024;
export const recordBodyBytesMax: number = asBase64(recordBytesMax) + punctuationBytes;
export const storeBodyBytesMax: number = asBase64(storeBytesMax) + 2 * recordsMax * punctuationBytes;
/** What somebody may have in hand at the start; a person has a few dozen things. */
const wordsMax = 200;
const wordCharactersMax = 200;

const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly();
const bilingual = z.object({ en: z.string(), zh: z.string() }).readonly();
const minutes = z.number().min(0);
const basis = z.enum(basisStatuses);
const word = z.string().max(wordCharactersMax);

const step = z
  .object({
    flow: z.string(),
    institution: z.string(),
    title: bilingual,
    institutionName: bilingual,
    channel: z.enum(channels).optional(),
    asks: list(z.string()),
    gives: list(z.string()),
    beginsMinutes: minutes,
    atMinutes: minutes,
    basis: z
      .object({ status: basis, seen: z.string(), source: z.string(), unconfirmed: z.boolean() })
      .readonly(),
    after: list(z.int().min(0)),
    discretion: z.literal(true).optional(),
    yesOf: z.enum(["owner", "insider"]).optional(),
    delayMinutes: minutes.optional(),
    assumed: list(z.string()).optional(),
    measures: list(z.string()),
  })
  .readonly();

const way = z.object({ steps: list(step), minutes }).readonly();

const level = z.literal([1, 2, 3]);
const unread = z
  .object({
    institution: z.string(),
    aspect: z.string(),
    lentBy: z.string(),
    level,
    seenAt: z.int(),
    of: z.int(),
    isAnyPlace: z.literal(true).optional(),
  })
  .readonly();
const settled = z.object({ losses: list(z.string()), amount: z.number() }).readonly();
const question = z
  .object({ institution: z.string(), aspect: z.string(), ifNo: settled, ifYes: settled })
  .readonly();

const harmCount = z
  .object({ harm: z.enum(harmKinds), count: z.int(), amount: z.number(), isMore: z.boolean() })
  .readonly();
const sum = z.object({ losses: list(z.string()), amount: z.number(), harms: list(harmCount) }).readonly();
const loss = z
  .object({
    goal: z.string(),
    title: bilingual.optional(),
    amount: z.number().optional(),
    atLeast: z.number().optional(),
    harm: z.enum(harmKinds),
    reachable: z.boolean(),
    verdict: z.enum(["reached", "not-ruled-out", "ruled-out", "not-asked"]),
    distance: z.object({ level, unread: z.int() }).readonly().nullable(),
    unread: list(unread),
    ifSoMinutes: minutes.nullable(),
    ifSoWay: way.nullable(),
    earliestMinutes: minutes.nullable(),
    basis: basis.nullable(),
    way: way.nullable(),
    cheapest: z.object({ lower: z.number(), upper: z.number(), proved: z.boolean() }).readonly().nullable(),
    otherWays: list(z.object({ flows: list(z.string()), cost: z.number() }).readonly()),
  })
  .readonly();

const cutAnswer = z
  .object({
    kind: z.literal("found"),
    measures: list(z.string()),
    effort: z.number(),
    lower: z.number(),
    proved: z.boolean(),
    remaining: list(z.string()),
    remainingAmount: z.number(),
    harms: list(harmCount),
    ownerLockedOut: z.literal(false),
  })
  .readonly();

const anyCut = z.discriminatedUnion("kind", [
  cutAnswer,
  z.object({ kind: z.literal("none") }).readonly(),
  z.object({ kind: z.literal("open"), lower: z.number() }).readonly(),
  z.object({ kind: z.literal("not-asked") }).readonly(),
]);

const frontPoint = z
  .object({
    effort: z.number(),
    remainingAmount: z.number(),
    remaining: list(z.string()),
    harms: list(harmCount),
    measures: list(z.string()),
    proved: z.boolean(),
  })
  .readonly();

const holdingPower = z
  .object({
    condition: z.string(),
    matters: z.boolean(),
    setBy: z.string(),
    setByInstitution: z.string(),
    heldMinutes: minutes.nullable(),
    liftedBy: z.string().nullable(),
    liftedByInstitution: z.string().nullable(),
    heldIfSetAtOnceMinutes: minutes.nullable(),
    eachRoundMinutes: minutes.nullable(),
    way: way.nullable(),
    weakestLift: z
      .object({ proof: z.enum(proofClasses), institution: z.string(), flow: z.string() })
      .readonly()
      .nullable(),
    doesWithout: list(z.string()),
  })
  .readonly();

const notice = z
  .object({
    institution: z.string(),
    flow: z.string(),
    seenBy: list(z.string()),
    heldBackBy: list(z.string()).optional(),
    notBeforeMinutes: minutes,
    withinMinutes: minutes,
    toldIn: list(z.tuple([z.number(), z.number()]).readonly()).optional(),
    calledOffBy: z.string(),
    first: list(z.object({ institution: z.string(), flow: z.string() }).readonly()),
    basis: basis.nullable(),
  })
  .readonly();

const puttingOff = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("found"), measures: list(z.string()), firstLossMinutes: minutes }).readonly(),
  z.object({ kind: z.literal("none") }).readonly(),
  z.object({ kind: z.literal("not-asked") }).readonly(),
]);

const measure = z
  .object({
    id: z.string(),
    title: bilingual,
    how: bilingual.optional(),
    by: z.enum(["person", "institution"]),
    institution: z.string().optional(),
    effort: z.number(),
    matters: z.boolean(),
    isAct: z.boolean(),
    isUnproven: z.literal(true).optional(),
    doesWithout: list(z.string()),
  })
  .readonly();

/** The answer of an audit; field by field what src/questions/audit/answer.ts says. */
export const auditAnswerShape = z
  .object({
    label: z.enum(["exact", "as-read", "bounded", "truncated"]),
    person: z.string(),
    held: list(z.string()),
    measures: list(z.string()),
    currency: z.string().optional(),
    asOf: z.string().optional(),
    withinMinutes: minutes.optional(),
    goals: list(z.string()).optional(),
    coverage: z
      .object({
        judged: z.int(),
        notJudged: list(z.string()),
        cutShort: list(z.string()),
        aspects: z.object({ of: z.int(), read: z.int() }).readonly().nullable(),
        unjudgedSums: list(
          z.object({ thing: z.string(), attribute: z.string(), amount: z.number().nullable() }).readonly(),
        ),
        assumed: list(z.string()),
        rules: z.int(),
        capabilities: z.int(),
      })
      .readonly(),
    basis: basis.nullable(),
    losses: list(loss),
    reachableAmount: z.number(),
    harms: list(harmCount),
    verdicts: z.object({ reached: sum, near: sum, far: sum, ruledOut: sum }).readonly().nullable(),
    questions: list(question),
    settleAll: list(z.int()),
    near: z
      .object({
        helps: list(
          z.object({ measure: z.string(), moved: list(z.string()), amount: z.number() }).readonly(),
        ),
        measures: list(z.string()),
        left: list(z.string()),
        cut: z
          .object({
            measures: list(z.string()),
            effort: z.number(),
            lower: z.number(),
            proved: z.boolean(),
            covers: list(z.string()),
          })
          .readonly()
          .nullable(),
      })
      .readonly()
      .nullable(),
    cuts: z
      .object({
        person: anyCut,
        institution: anyCut,
        both: anyCut,
      })
      .readonly(),
    putsOff: z.object({ person: puttingOff, institution: puttingOff, both: puttingOff }).readonly(),
    alone: list(z.string()),
    answered: list(z.object({ goal: z.string(), notices: list(notice) }).readonly()),
    reopened: list(z.object({ condition: z.string(), goals: list(z.string()) }).readonly()),
    answeredInPart: list(
      z
        .object({
          goal: z.string(),
          notices: list(notice),
          limitsTo: z
            .object({ amount: z.number(), of: z.number().optional(), withinMinutes: minutes })
            .readonly()
            .optional(),
        })
        .readonly(),
    ),
    answering: z.enum(["found", "none", "open", "not-asked"]),
    limits: list(
      z
        .object({
          measure: z.string(),
          goal: z.string(),
          harm: z.enum(harmKinds),
          amount: z.number(),
          of: z.number().optional(),
          withinMinutes: minutes,
        })
        .readonly(),
    ),
    front: list(frontPoint),
    conditions: list(holdingPower),
    catalogue: list(measure),
  })
  .readonly()
  .openapi("AuditAnswer");

export const auditRequestShape = z
  .object({
    /** The text of a person file, YAML or JSON; it is read, answered and forgotten. */
    person: z.string().max(personCharactersMax),
    held: z.array(word).min(1).max(wordsMax).readonly(),
    /** The same by name, beside `held`: `open-phone`. */
    starts: z.array(word).max(wordsMax).readonly().optional(),
    /** Whether what counts as known of everybody is held as well; only where it is said. */
    leaked: z.boolean().optional(),
    measures: z.array(word).max(wordsMax).readonly().default([]),
    conditions: z.array(word).max(wordsMax).readonly().default([]),
    /** Only these losses, or kinds of harm; absent: every loss. */
    goals: z.array(word).max(wordsMax).readonly().optional(),
    withinMinutes: z.number().positive().optional(),
    /** `fri 19:30`: when it begins; absent, every office is always open. */
    at: z
      .string()
      .refine((text) => parseMoment(text) !== undefined)
      .optional(),
  })
  .strict()
  .openapi("AuditRequest");
/** What is sent, and the same with what is not said filled in. */
export type AuditRequest = z.input<typeof auditRequestShape>;
export type AuditQuestion = z.output<typeof auditRequestShape>;

const lockedOutKey = z
  .object({
    key: z.string(),
    state: z.enum(keyStates),
    way: way.nullable(),
    basis: basis.nullable(),
    whichever: list(z.string()),
    mayBeTaken: z.boolean(),
    changedBy: list(z.string()),
    unsure: z
      .object({
        unsaid: list(z.string()),
        unread: list(z.object({ institution: z.string(), aspect: z.string() }).readonly()),
        unwritten: list(z.string()),
        agents: list(z.string()),
      })
      .readonly(),
  })
  .readonly();

/** The answer to "locked out?"; field by field what src/questions/locked-out/answer.ts says. */
export const lockedOutAnswerShape = z
  .object({
    person: z.string(),
    held: list(z.string()),
    measures: list(z.string()),
    keys: list(lockedOutKey),
    today: list(z.object({ measure: z.string(), opens: list(z.string()) }).readonly()),
    together: list(z.string()),
    left: list(z.string()),
    worthKnowing: list(z.object({ knowing: z.string(), opens: list(z.string()) }).readonly()),
    catalogue: list(
      z
        .object({ id: z.string(), title: bilingual, how: bilingual.optional(), effort: z.number() })
        .readonly(),
    ),
  })
  .readonly()
  .openapi("LockedOutAnswer");

export const lockedOutRequestShape = z
  .object({
    /** The text of a person file, YAML or JSON; it is read, answered and forgotten. */
    person: z.string().max(personCharactersMax),
    /** Things of the person file: `device.phone`. */
    lost: z.array(word).min(1).max(wordsMax).readonly(),
    /** Whether what counts as known of everybody is known to whoever has them; `true` where it is not said. */
    leaked: z.boolean().default(true),
    measures: z.array(word).max(wordsMax).readonly().default([]),
    conditions: z.array(word).max(wordsMax).readonly().default([]),
  })
  .strict()
  .openapi("LockedOutRequest");
export type LockedOutAsked = z.output<typeof lockedOutRequestShape>;

/** A fault in what was sent. `where` is a place the sender can open: `person.yaml:12:5`, `request:held`. */
export const complaintShape = z
  .object({ code: z.string(), where: z.string(), message: z.string(), help: z.string().optional() })
  .readonly()
  .openapi("Complaint");
export const complaintsShape = z
  .object({ complaints: list(complaintShape) })
  .readonly()
  .openapi("Complaints");
export type ComplaintsAnswer = z.output<typeof complaintsShape>;

export const healthShape = z
  .object({
    status: z.literal("ok"),
    version: z.string(),
    catalogue: z
      .object({ institutions: z.int(), flows: z.int(), measures: z.int(), sources: z.int() })
      .readonly(),
    /** Whether this server keeps sealed records, and in what. */
    store: z.enum(["sqlite", "memory", "none"]),
  })
  .readonly()
  .openapi("Health");
export type Health = z.output<typeof healthShape>;

const recordId = z.string().regex(recordIdPattern).openapi({ example: "4k2m7q" });
const version = z.int().min(1);
/** Sealed where it was made; base64, because JSON is what every client here speaks and no form of another site can send. */
const sealed = z.base64().max(asBase64(recordBytesMax));
const recordHead = z.object({ id: recordId, version }).strict().readonly();
export const recordHeadsShape = z
  .object({ records: list(recordHead) })
  .readonly()
  .openapi("RecordHeads");
export const sealedRecordShape = z
  .object({ id: recordId, version, sealed })
  .strict()
  .readonly()
  .openapi("SealedRecord");
/** The new version is sealed into the bytes, so the writer gives it. */
export const recordWritingShape = z.object({ version, sealed }).strict().readonly().openapi("RecordWriting");
export const replacementShape = z
  .object({
    records: z.array(sealedRecordShape).max(recordsMax).readonly(),
    /** What must be there; absent: whatever is. */
    expects: z.array(recordHead).max(recordsMax).readonly().optional(),
  })
  .strict()
  .readonly()
  .openapi("Replacement");
export const writtenShape = z
  .object({ kind: z.literal("written"), version })
  .readonly()
  .openapi("Written");
export const conflictShape = z
  .object({ kind: z.literal("conflict"), current: z.union([version, z.literal("absent")]) })
  .readonly()
  .openapi("Conflict");
/** A version as an entity tag, `"41"`. */
const tag = z.string().regex(/^"[1-9]\d{0,15}"$/);

const json = <Shape extends z.ZodType>(schema: Shape, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
const refused = json(complaintsShape, "What was wrong with the request, where, and the way out.");
const inStore = {
  400: refused,
  403: refused,
  404: json(complaintsShape, "This server keeps nothing."),
  503: json(complaintsShape, "The store does not answer now."),
};
const outrun = json(conflictShape, "Somebody else wrote meanwhile; nothing was changed.");
const oneRecord = z.object({ id: recordId });

export const routes = {
  health: createRoute({
    method: "get",
    path: "/api/health",
    summary: "Whether the server runs, and what it has read",
    responses: { 200: json(healthShape, "It runs."), 403: refused },
  }),
  founding: createRoute({
    method: "get",
    path: "/api/founding",
    summary: "The audit of the founding case, with only the SIM in the thief's hand",
    responses: { 200: json(auditAnswerShape, "The answer."), 403: refused },
  }),
  audit: createRoute({
    method: "post",
    path: "/api/audit",
    summary: "An audit of a person file",
    request: { body: { required: true, content: { "application/json": { schema: auditRequestShape } } } },
    responses: {
      200: json(auditAnswerShape, "The answer."),
      400: refused,
      403: refused,
      413: refused,
      415: refused,
    },
  }),
  lockedOut: createRoute({
    method: "post",
    path: "/api/locked-out",
    summary: "What the owner could still open if things were lost, and what to do today",
    request: { body: { required: true, content: { "application/json": { schema: lockedOutRequestShape } } } },
    responses: {
      200: json(lockedOutAnswerShape, "The answer."),
      400: refused,
      403: refused,
      413: refused,
      415: refused,
    },
  }),
  listRecords: createRoute({
    method: "get",
    path: "/api/store",
    summary: "Which sealed records are kept",
    responses: { 200: json(recordHeadsShape, "Their ids and versions, by id."), ...inStore },
  }),
  replaceRecords: createRoute({
    method: "put",
    path: "/api/store",
    summary: "Puts sealed records in the place of all that are kept, at once or not at all",
    request: { body: { required: true, content: { "application/json": { schema: replacementShape } } } },
    responses: {
      204: { description: "They are kept." },
      ...inStore,
      413: refused,
      415: refused,
      507: refused,
    },
  }),
  clearRecords: createRoute({
    method: "delete",
    path: "/api/store",
    summary: "Removes every sealed record",
    responses: { 204: { description: "Nothing is kept any more." }, ...inStore },
  }),
  readRecord: createRoute({
    method: "get",
    path: "/api/store/{id}",
    summary: "One sealed record",
    request: { params: oneRecord },
    responses: {
      200: {
        ...json(sealedRecordShape, "The record; its version is its ETag."),
        headers: z.object({ ETag: tag }),
      },
      204: { description: "There is no such record." },
      ...inStore,
    },
  }),
  writeRecord: createRoute({
    method: "put",
    path: "/api/store/{id}",
    summary: "Writes a sealed record, if nobody else was faster",
    request: {
      params: oneRecord,
      headers: z.object({
        "if-match": tag.optional().openapi({ description: "The version this one was made from." }),
        "if-none-match": z.literal("*").optional().openapi({ description: "There must be none yet." }),
      }),
      body: { required: true, content: { "application/json": { schema: recordWritingShape } } },
    },
    responses: {
      200: json(writtenShape, "It is kept, on the disk."),
      ...inStore,
      412: outrun,
      413: refused,
      415: refused,
      428: json(complaintsShape, "Neither If-Match nor If-None-Match, or both."),
      507: json(complaintsShape, "There is no room for it."),
    },
  }),
  removeRecord: createRoute({
    method: "delete",
    path: "/api/store/{id}",
    summary: "Removes a sealed record, if nobody else was faster",
    request: { params: oneRecord, headers: z.object({ "if-match": tag }) },
    responses: { 200: json(writtenShape, "It is gone; the version is its last."), ...inStore, 412: outrun },
  }),
} as const;

/** The OpenAPI document of all routes above. */
export const documentPath = "/api/openapi.json";
