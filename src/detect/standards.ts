/**
 * Events as the standards write them, told in our fields: security event tokens of OpenID SSF (CAEP, RISC), OCSF account
 * changes and authentications, payments of ISO 20022 as JSON, notifications and answers of CAMARA's network APIs.
 *
 * A value is known by its own marks, never by a file's name. What a standard does not say (often: the person's id at
 * this institution) is taken from what comes nearest, an account, a number or an address, and is only a name here.
 * What is none of these is returned as it came.
 */
import { fromCamara } from "./standards-camara.ts";
import { isMap, type Json, mapIn, textIn, valueIn, without } from "./standards-values.ts";

/** Our fields, as if they had been written; `undefined`: it is none of the standards'. */
export function fromStandard(value: Json): Json | undefined {
  const own = ofStandard(value);
  if (own !== undefined) return { ...timeBeside(value), ...without(own), ...saidBeside(value) };
  const { data } = value;
  const inner = isMap(data) ? ofStandard(data) : undefined;
  if (inner === undefined) return undefined;
  // A CloudEvent around it says who sends it, and of whom.
  const around = {
    institution: textIn(value, "source")?.split("/").at(-1),
    person: textIn(value, "subject"),
  };
  return { ...without(around), ...timeBeside(value), ...without(inner), ...saidBeside(value) };
}

const ofStandard = (value: Json): Json | undefined =>
  fromToken(value) ?? fromOcsf(value) ?? fromIso20022(value) ?? fromCamara(value);

/** What whoever sends it says beside the standard in our words counts more. */
const saidBeside = (value: Json): Json =>
  Object.fromEntries(
    ["id", "institution", "person", "device", "place"].flatMap((name) =>
      typeof value[name] === "string" ? [[name, value[name]] as const] : [],
    ),
  );

/** When it happened counts more than when it was sent. */
const timeBeside = ({ time }: Json): Json => (typeof time === "string" ? { time } : {});

/** Seconds or milliseconds since 1970; after the year 5138 nobody counts in seconds. */
function timeOf(number: unknown): string | undefined {
  if (typeof number !== "number" || !Number.isFinite(number) || number < 0 || number > 1e14) return undefined;
  return new Date(number > 1e11 ? number : number * 1_000).toISOString();
}

const hostOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : (/^[a-z]+:\/\/([^/:?#]+)/i.exec(address)?.[1] ?? address);

// --- OpenID Shared Signals: RFC 8417 tokens with CAEP 1.0 and RISC 1.0 events ---

const tokenWords: Readonly<Record<string, string>> = {
  "caep/session-revoked": "notice-sent",
  "caep/session-established": "sign-in",
  "caep/session-presented": "app-open",
  "caep/token-claims-change": "notice-sent",
  "caep/assurance-level-change": "notice-sent",
  "caep/device-compliance-change": "notice-sent",
  "caep/risk-level-change": "notice-sent",
  "risc/account-credential-change-required": "notice-sent",
  "risc/account-purged": "account-deleted",
  "risc/account-disabled": "account-frozen",
  "risc/account-enabled": "account-unfrozen",
  "risc/identifier-changed": "mail-added",
  "risc/identifier-recycled": "number-reassigned",
  "risc/credential-compromise": "notice-sent",
  "risc/opt-in": "notice-sent",
  "risc/opt-out-initiated": "notice-sent",
  "risc/opt-out-cancelled": "notice-sent",
  "risc/opt-out-effective": "notice-sent",
  "risc/recovery-activated": "password-reset-requested",
  "risc/recovery-information-changed": "mail-added",
  "risc/sessions-revoked": "notice-sent",
};

function fromToken(value: Json): Json | undefined {
  const events = value["events"];
  if (typeof value["iss"] !== "string" || !isMap(events)) return undefined;
  const types = Object.keys(events);
  const type =
    types.find((each) => (ownWord(each) ?? wordOfType(each, mapIn(events, each))) !== undefined) ?? types[0];
  if (type === undefined) return undefined;
  const event = mapIn(events, type);
  const word = ownWord(type);
  const subject = [value["sub_id"], event["subject"], value["sub"]].find((each) => each !== undefined);
  return {
    id: value["jti"],
    time: timeOf(event["event_timestamp"]) ?? timeOf(value["toe"]) ?? timeOf(value["iat"]),
    institution: hostOf(value["iss"]),
    person: nameOfSubject(subject),
    kind: word ?? wordOfType(type, event) ?? type,
    device: nameOfSubject(mapIn(subject)["device"]) ?? textIn(event, "fp_ua"),
    initiator: textIn(event, "initiating_entity"),
    ...(word === undefined ? {} : Object.fromEntries(ownFields.map((name) => [name, event[name]]))),
  };
}

/** Where the words of docs/reference/events.md are types of a SET: what no standard has a type for. */
const ownEventTypes = "urn:chainbreak:event-type:";
/** What such an event says in our words; who, when and which institution the token itself says. */
const ownFields = [
  ...["flow", "phase", "state", "things", "proofs", "amount", "currency", "payee", "device", "initiator"],
  ...["channel", "place", "count", "known"],
];

const ownWord = (type: string): string | undefined => {
  if (!type.startsWith(ownEventTypes)) return undefined;
  const word = type.slice(ownEventTypes.length);
  // What another of our services decided is news, and nobody's act.
  return word === "decision" ? "notice-sent" : word;
};

function wordOfType(type: string, event: Json): string | undefined {
  const short = /\/(caep|risc)\/event-type\/([a-z-]+)$/.exec(type);
  const name = short === null ? "" : `${short[1]}/${short[2]}`;
  if (name !== "caep/credential-change")
    return Object.hasOwn(tokenWords, name) ? tokenWords[name] : undefined;
  const what = textIn(event, "credential_type") ?? "password";
  const how = textIn(event, "change_type") ?? "update";
  if (how === "revoke" || how === "delete") return "notice-sent";
  return what === "password" || what === "pin"
    ? "password-changed"
    : what.startsWith("phone")
      ? "mail-added"
      : "device-added";
}

/** Of the formats of RFC 9493, whichever says who; of a complex subject, its user. */
function nameOfSubject(subject: unknown): string | undefined {
  if (typeof subject === "string") return subject;
  if (!isMap(subject)) return undefined;
  const of = isMap(subject["user"]) ? subject["user"] : subject;
  for (const key of ["sub", "id", "email", "phone_number", "uri", "url", "identifier"]) {
    const found = textIn(of, key);
    // A number is one number, however it is spaced.
    if (found !== undefined) return key === "phone_number" ? found.replace(/[\s().-]/g, "") : found;
  }
  return textIn(of, "identifiers", "email") ?? textIn(of, "identifiers", "id");
}

// --- OCSF: account change (3001) and authentication (3002) ---

const ocsfWords: Readonly<Record<string, string>> = {
  "300101": "account-opened",
  "300102": "account-unfrozen",
  "300103": "password-changed",
  "300104": "password-reset",
  "300105": "account-frozen",
  "300106": "account-deleted",
  "300107": "limit-raised",
  "300108": "notice-sent",
  "300109": "account-frozen",
  "300110": "device-added",
  // A second factor is gone: what kept others out.
  "300111": "account-unfrozen",
  "300112": "account-unfrozen",
  "300201": "sign-in",
  "300202": "notice-sent",
  "300203": "app-open",
  "300204": "app-open",
  "300205": "app-open",
};

/** `factor_type_id` of an authentication factor. */
const ocsfProofs: readonly (string | undefined)[] = [
  undefined,
  "sms",
  "security-answer",
  "call",
  "fingerprint",
  "approval-on-known-device",
  "authenticator-code",
  "authenticator-code",
  "email",
  "passkey",
  "passkey",
  "password",
];

function fromOcsf(value: Json): Json | undefined {
  const { class_uid: group, activity_id: activity, type_uid: type } = value;
  if (group !== 3_001 && group !== 3_002) return undefined;
  const number = typeof type === "number" ? type : group * 100 + Number(activity ?? 0);
  const isFailed = value["status_id"] === 2;
  const person =
    textIn(value, "user", "uid") ?? textIn(value, "user", "name") ?? textIn(value, "user", "email_addr");
  const actor = textIn(value, "actor", "user", "uid") ?? textIn(value, "actor", "user", "name");
  const factors = Array.isArray(value["auth_factors"]) ? value["auth_factors"] : [];
  const shown = factors.flatMap(
    (factor: unknown) => ocsfProofs[Number(textIn(factor, "factor_type_id") ?? 0)] ?? [],
  );
  return {
    id: textIn(value, "metadata", "uid"),
    time: timeOf(value["time"]),
    institution:
      textIn(value, "metadata", "tenant_uid") ??
      textIn(value, "service", "name") ??
      textIn(value, "metadata", "product", "name"),
    person,
    kind: isFailed ? "sign-in-failed" : (ocsfWords[String(number)] ?? `ocsf.${number}`),
    device: textIn(value, "device", "uid") ?? textIn(value, "src_endpoint", "uid"),
    place: textIn(value, "src_endpoint", "location", "country"),
    ...(shown.length > 0 ? { proofs: shown } : {}),
    ...(actor !== undefined && person !== undefined && actor !== person ? { initiator: "admin" } : {}),
  };
}

// --- ISO 20022, as JSON: credit transfers asked and reported ---

function fromIso20022(value: Json): Json | undefined {
  const root = isMap(value["Document"]) ? value["Document"] : value;
  if (isMap(root["FIToFICstmrCdtTrf"])) return transfer(root["FIToFICstmrCdtTrf"], "CdtTrfTxInf");
  if (isMap(root["CstmrCdtTrfInitn"])) return transfer(root["CstmrCdtTrfInitn"], "PmtInf", "CdtTrfTxInf");
  if (!isMap(root["FIToFIPmtSts"])) return undefined;
  const report = root["FIToFIPmtSts"];
  const about = mapIn(report, "TxInfAndSts");
  return {
    id: textIn(about, "StsId") ?? textIn(report, "GrpHdr", "MsgId"),
    time: textIn(report, "GrpHdr", "CreDtTm"),
    institution: agentIn(about, "InstgAgt") ?? agentIn(mapIn(about, "OrgnlTxRef"), "DbtrAgt"),
    person: accountIn(mapIn(about, "OrgnlTxRef"), "DbtrAcct"),
    kind: "notice-sent",
  };
}

function transfer(message: Json, ...path: readonly string[]): Json {
  const one = mapIn(message, ...path);
  // An initiation says the debtor once for all of its payments.
  const debtor = path.length > 1 ? mapIn(message, path[0] ?? "") : one;
  const sum = valueIn(one, "IntrBkSttlmAmt") ?? valueIn(one, "InstdAmt") ?? valueIn(one, "Amt", "InstdAmt");
  const inner = isMap(sum) && isMap(sum["Amt"]) ? sum["Amt"] : sum;
  const amount = isMap(inner)
    ? (textIn(inner, "Amt") ?? textIn(inner, "value") ?? textIn(inner, "#text") ?? textIn(inner, "$value"))
    : textIn({ inner }, "inner");
  return {
    id:
      textIn(one, "PmtId", "TxId") ??
      textIn(one, "PmtId", "EndToEndId") ??
      textIn(message, "GrpHdr", "MsgId"),
    time: textIn(message, "GrpHdr", "CreDtTm"),
    institution: agentIn(debtor, "DbtrAgt") ?? agentIn(one, "InstgAgt"),
    person: accountIn(debtor, "DbtrAcct"),
    kind: "transfer",
    state: "request",
    amount: amount === undefined ? undefined : plainNumber(amount),
    currency: textIn(inner, "Ccy") ?? textIn(inner, "@Ccy") ?? textIn(inner, "currency"),
    payee: accountIn(one, "CdtrAcct"),
  };
}

/** `31020.89` stays as it is; what is no decimal is left to be complained of. */
const plainNumber = (text: string): string =>
  /^\d+\.\d+$/.test(text) ? text : text.replace(/^(\d+)$/, "$1.00");

const accountIn = (of: Json, key: string): string | undefined =>
  textIn(of, key, "Id", "IBAN") ?? textIn(of, key, "Id", "Othr", "Id") ?? textIn(of, key, "Prxy", "Id");

const agentIn = (of: Json, key: string): string | undefined =>
  textIn(of, key, "FinInstnId", "BICFI") ??
  textIn(of, key, "FinInstnId", "ClrSysMmbId", "MmbId") ??
  textIn(of, key, "FinInstnId", "Othr", "Id");
