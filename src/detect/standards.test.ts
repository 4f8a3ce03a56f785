/** Events as the standards' own documents write them, read as ours. */
import { expect, test } from "vitest";
import { readWholeFolder } from "../catalog/index.ts";
import { readEvent } from "./read-event.ts";

const { catalog } = readWholeFolder({ folder: "catalog", from: "", stories: false });

/** The only place in this file that knows how an event is read. */
function read(value: unknown) {
  const { event, complaints } = readEvent(JSON.stringify(value), { catalog, place: { file: "s" } });
  const { id, at, institution, person, word, proofs, amount, currency, payee, device, initiator } =
    event ?? {};
  const time = at === undefined ? undefined : new Date(at * 60_000).toISOString();
  const all = { id, time, institution, person, word, amount, currency, payee, device, initiator };
  return {
    ...Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined)),
    ...(proofs !== undefined && proofs.length > 0 ? { proofs } : {}),
    ...(complaints.length > 0 ? { complaints: complaints.map(({ message }) => message) } : {}),
  };
}

test("a notification of CAMARA: the line is the person, the network says nothing of who did it", () => {
  const swapped = {
    id: "123655",
    source: "supertelco.notificationSendServer12",
    type: "org.camaraproject.sim-swap-subscriptions.v0.swapped",
    specversion: "1.0",
    datacontenttype: "application/json",
    data: { phoneNumber: "+123456788", subscriptionId: "2ghy-55gg-7iup-yuo9" },
    time: "2023-01-18T13:18:23.682Z",
  };
  expect(read(swapped)).toEqual({
    id: "123655",
    time: "2023-01-18T13:18:23.682Z",
    institution: "supertelco.notificationSendServer12",
    person: "+123456788",
    word: "sim-changed",
    initiator: "customer",
  });
  const ended = { ...swapped, type: "org.camaraproject.sim-swap-subscriptions.v0.subscription-ended" };
  expect(read(ended)).toMatchObject({ word: "notice-sent" });
  expect(read({ ...swapped, subject: "p7", institution: "ee" })).toMatchObject({
    person: "p7",
    institution: "ee",
  });
});

test("answers of CAMARA that were asked for count from when the change was", () => {
  const asked = { id: "a", time: "2024-09-20T10:00:00Z", institution: "ee", person: "p" };
  expect(read({ ...asked, data: { latestDeviceChange: "2024-09-18T07:37:53.471829447Z" } })).toMatchObject({
    word: "device-changed",
    time: "2024-09-18T07:37:53.471Z",
  });
  expect(read({ ...asked, data: { latestSimChange: "2024-09-18T07:37:53Z" } })).toMatchObject({
    word: "sim-changed",
  });
  const forwarding = "org.camaraproject.call-forwarding-signal.v0.unconditional-call-forwardings";
  expect(read({ ...asked, type: forwarding, data: { active: true } })).toMatchObject({
    word: "call-forwarding-set",
  });
  expect(read({ ...asked, type: forwarding, data: { active: false } })).toMatchObject({
    word: "call-forwarding-cleared",
  });
  expect(read({ ...asked, data: { phoneNumberRecycled: true } })).toMatchObject({
    word: "number-reassigned",
  });
});

test("tokens of OpenID SSF: CAEP and RISC, whatever format the subject has", () => {
  const token = (type: string, event: object, subject: object) => ({
    iss: "https://idp.example.com/123456789/",
    jti: "24c63fb56e5a2d77a6b512616ca9fa24",
    iat: 1_615_305_159,
    aud: "https://sp.example.com/caep",
    txn: "8675309",
    sub_id: subject,
    events: { [`https://schemas.openid.net/secevent/${type}`]: event },
  });
  const fido = { event_timestamp: 1_615_304_991, change_type: "create", credential_type: "fido2-roaming" };
  expect(
    read(
      token(
        "caep/event-type/credential-change",
        { ...fido, initiating_entity: "user" },
        { format: "iss_sub", iss: "https://idp.example.com/", sub: "jane" },
      ),
    ),
  ).toEqual({
    id: "24c63fb56e5a2d77a6b512616ca9fa24",
    time: "2021-03-09T15:49:51.000Z",
    institution: "idp.example.com",
    person: "jane",
    word: "device-added",
    initiator: "customer",
  });
  expect(
    read(
      token(
        "caep/event-type/credential-change",
        { change_type: "update", credential_type: "password", initiating_entity: "admin" },
        { format: "complex", user: { format: "opaque", id: "u1" }, device: { format: "opaque", id: "d1" } },
      ),
    ),
  ).toMatchObject({ word: "password-changed", person: "u1", device: "d1", initiator: "institution" });
  expect(
    read(
      token("risc/event-type/identifier-recycled", {}, { format: "phone_number", phone_number: "+1206555" }),
    ),
  ).toMatchObject({ word: "number-reassigned", person: "+1206555", time: "2021-03-09T15:52:39.000Z" });
  const old = token("risc/event-type/account-disabled", { reason: "hijacking" }, {});
  const { sub_id: _, ...rest } = old;
  const subject = { subject_type: "iss-sub", iss: "https://idp.example.com/", sub: "7375626A656374" };
  const [type] = Object.keys(old.events);
  expect(read({ ...rest, events: { [type ?? ""]: { subject, reason: "hijacking" } } })).toMatchObject({
    word: "account-frozen",
    person: "7375626A656374",
  });
  expect(read(token("caep/event-type/made-up", {}, { format: "opaque", id: "x" }))).toMatchObject({
    complaints: ["s: no kind of event `https://schemas.openid.net/secevent/caep/event-type/made-up`"],
  });
});

test("OCSF: a failed logon is no sign-in, and factors are proofs", () => {
  const logon = {
    class_uid: 3002,
    activity_id: 1,
    type_uid: 300_201,
    status_id: 1,
    time: 1_700_000_000_000,
    metadata: { uid: "o1", version: "1.3.0", product: { name: "our-idp" } },
    user: { uid: "u9", name: "jo" },
    device: { uid: "dev-1" },
    auth_factors: [{ factor_type_id: 11 }, { factor_type_id: 1 }],
  };
  expect(read(logon)).toEqual({
    id: "o1",
    time: "2023-11-14T22:13:20.000Z",
    institution: "our-idp",
    person: "u9",
    word: "sign-in",
    device: "dev-1",
    proofs: ["password", "sms"],
    initiator: "customer",
  });
  expect(read({ ...logon, status_id: 2 })).toMatchObject({ word: "sign-in-failed" });
  const reset = {
    ...logon,
    class_uid: 3001,
    activity_id: 4,
    type_uid: 300_104,
    actor: { user: { uid: "root" } },
  };
  expect(read(reset)).toMatchObject({ word: "password-reset", initiator: "institution" });
  expect(read({ ...logon, type_uid: 300_299 })).toMatchObject({
    complaints: ["s: no kind of event `ocsf.300299`"],
  });
});

test("ISO 20022 as JSON: a transfer is asked for by the debtor's account", () => {
  const transfer = {
    TxTp: "pacs.008.001.10",
    FIToFICstmrCdtTrf: {
      GrpHdr: { MsgId: "m1", CreDtTm: "2024-03-10T10:00:00.000Z" },
      CdtTrfTxInf: {
        PmtId: { InstrId: "i1", EndToEndId: "e2e-1" },
        IntrBkSttlmAmt: { Amt: { Amt: 31_020.89, Ccy: "USD" } },
        DbtrAcct: { Id: { Othr: [{ Id: "+27730975224" }] } },
        DbtrAgt: { FinInstnId: { ClrSysMmbId: { MmbId: "fsp001" } } },
        CdtrAcct: { Id: { IBAN: "GB33BUKB20201555555555" } },
      },
    },
  };
  expect(read(transfer)).toEqual({
    id: "e2e-1",
    time: "2024-03-10T10:00:00.000Z",
    institution: "fsp001",
    person: "+27730975224",
    word: "transfer",
    amount: 31_020.89,
    currency: "USD",
    payee: "GB33BUKB20201555555555",
    initiator: "customer",
  });
  const report = {
    FIToFIPmtSts: {
      GrpHdr: { MsgId: "m2", CreDtTm: "2024-03-10T10:00:01Z" },
      TxInfAndSts: {
        OrgnlEndToEndId: "e2e-1",
        TxSts: "ACCC",
        InstgAgt: { FinInstnId: { BICFI: "ABCDGB2L" } },
      },
    },
  };
  expect(read({ Document: report, person: "p" })).toMatchObject({ word: "notice-sent", person: "p" });
  expect(read(report)).toEqual({ complaints: ["s: `person` is missing"] });
});

test("an event in our own words is not taken for a standard's", () => {
  const own = { id: "e", time: "2024-03-10T10:00:00Z", institution: "ee", kind: "sim-changed", person: "p" };
  expect(read(own)).toMatchObject({ word: "sim-changed" });
  expect(read({ ...own, events: {}, iss: 5, class_uid: "3001", data: [] })).toMatchObject({
    word: "sim-changed",
  });
});
