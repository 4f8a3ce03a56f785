/**
 * Random catalogues and persons, as the YAML text somebody might write: every form of the notation, few words, few
 * things, so that they meet. What is made here reads without an error; the tests of the readers break it on purpose.
 *
 * It lies in test/kit and not in src/testing, because src/testing is shipped and fast-check is not.
 */
import fc from "fast-check";
import { parse, stringify } from "yaml";

/** Texts as `readCatalog` and `readPerson` take them. */
export interface WorldText {
  readonly institutions: readonly string[];
  readonly measures: string | undefined;
  readonly person: string;
  /** Numbers to choose by: what is held, which measures are in force. Each test takes them modulo what there is. */
  readonly picks: readonly number[];
}

type Body = Record<string, unknown>;

const variables = ["person", "line", "sim", "device", "card", "account", "mailbox", "document"] as const;
type Variable = (typeof variables)[number];

/** Ways to speak of a thing of each kind: the variable itself most often, now and then a relation of another. */
const paths: Readonly<Record<Variable, readonly string[]>> = {
  person: ["person"],
  line: ["line", "line", "line", "card.reserved-line", "account.line", "sim.line", "device.lines"],
  sim: ["sim", "sim", "line.sim", "device.sims"],
  device: ["device", "device", "account.devices", "account.trusted", "line.device", "account.authenticator"],
  card: ["card", "card", "card", "account.cards", "line.cards"],
  account: [
    "account",
    "account",
    "account",
    "account.recovery",
    "account.via",
    "mailbox.account",
    "line.accounts",
    "card.accounts",
    "device.account",
  ],
  mailbox: ["mailbox", "mailbox", "account.mailbox", "account.mailboxes"],
  document: ["document", "device.documents"],
};

const capabilities: readonly (readonly [string, readonly (readonly Variable[])[]])[] = [
  ["possess", [["sim", "device", "card", "document"]]],
  ["unlock", [["device"]]],
  ["receive-sms", [["line"]]],
  ["receive-sms", [["line"]]],
  ["read-mail", [["mailbox"]]],
  ["enter", [["account"]]],
  ["enter", [["account"]]],
  ["operate", [["card"]]],
  ["pay-with", [["account"], ["card"]]],
  ["charge", [["card"]]],
  ["charge", [["card"]]],
  ["drain", [["account"]]],
  ["drain", [["account"]]],
  ["show-face", [["person"]]],
  ["receive-call", [["line"]]],
  ["send-sms", [["line"]]],
  ["use-data", [["line"]]],
  ["control", [["line"]]],
  ["borrow", [["account"]]],
  ["cash-out", [["account"]]],
  ["spend-credit", [["account"]]],
  ["skim", [["card"]]],
  ["move-to", [["account"], ["card", "account"]]],
];
const secrets: readonly (readonly [Variable, readonly string[]])[] = [
  ["person", ["id-number", "name"]],
  ["line", ["number"]],
  ["card", ["number", "pin"]],
  ["card", ["number"]],
  ["account", ["password"]],
  ["sim", ["pin"]],
];
const conditions: readonly (readonly [string, readonly Variable[]])[] = [
  ["suspended", ["line"]],
  ["outgoing-barred", ["line"]],
  ["sms-off", ["line"]],
  ["forwarded", ["line"]],
  ["texts-copied", ["line"]],
  ["texts-diverted", ["line"]],
  ["frozen", ["account"]],
  ["blocked", ["card"]],
  ["money-held", ["account", "card"]],
  ["lost-mode", ["device"]],
];

const anyPath = (kinds: readonly Variable[]) =>
  fc.constantFrom(...kinds).chain((kind) => fc.constantFrom(...paths[kind]));
const anySecret = fc
  .constantFrom(...secrets)
  .chain(([kind, names]) =>
    fc
      .tuple(fc.constantFrom(...paths[kind]), fc.constantFrom(...names))
      .map(([path, name]) => `know(${path}.${name})`),
  );
const anyCapability = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...capabilities)
      .chain(([kind, of]) =>
        fc.tuple(...of.map(anyPath)).map((subjects) => `${kind}(${subjects.join(", ")})`),
      ),
  },
  { weight: 2, arbitrary: anySecret },
);
const anyCondition = fc
  .constantFrom(...conditions)
  .chain(([kind, of]) => anyPath(of).map((path) => `${kind}(${path})`));

const listOf = <T>(item: fc.Arbitrary<T>, maxLength: number, minLength = 0) =>
  fc.array(item, { minLength, maxLength });
/** A key that is there so many times in ten. */
const sometimes = <T>(value: fc.Arbitrary<T>, tenths = 5): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 10 - tenths, arbitrary: fc.constant(undefined) }, { weight: tenths, arbitrary: value });

const anyAsks: fc.Arbitrary<unknown> = fc.letrec<{ asks: unknown; leaf: unknown }>((tie) => ({
  leaf: anyCapability,
  asks: fc.oneof(
    { maxDepth: 2, depthIdentifier: "asks" },
    { weight: 6, arbitrary: tie("leaf") },
    { weight: 2, arbitrary: listOf(tie("asks"), 2) },
    { weight: 2, arbitrary: listOf(tie("asks"), 3, 1).map((any) => ({ any })) },
    { weight: 1, arbitrary: listOf(tie("asks"), 2).map((all) => ({ all })) },
    {
      weight: 1,
      // The same word twice is one, and of one nobody can ask for two.
      arbitrary: fc
        .uniqueArray(tie("asks"), { minLength: 2, maxLength: 3, selector: (each) => JSON.stringify(each) })
        .map((of) => ({ "at-least": of.length - 1, of })),
    },
    // Two of what one word names.
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("possess(account.devices)", "unlock(account.trusted)", "know(account.cards.number)")
        .chain((several) =>
          fc
            .constantFrom(several, [several], [several, "receive-sms(account.line)"])
            .map((of) => ({ "at-least": 2, of })),
        ),
    },
  ),
})).asks;

/** Where variables can run; the pairs of one flow are chosen so that no `for` goes in a circle. */
const ranges: readonly (readonly [Variable, readonly (string | readonly string[])[]])[] = [
  [
    "account",
    [
      "new",
      "new",
      "own",
      "own",
      "own",
      "person.accounts",
      "line.accounts",
      "card.accounts",
      "mailbox.account",
      ["device.accounts", "device.account"],
    ],
  ],
  ["card", ["person.cards", "account.cards", "line.cards"]],
  ["line", ["new", "person.lines", "account.line", "device.lines", ["account.line", "card.reserved-line"]]],
  ["device", ["person.devices", "account.trusted", ["account.trusted", "line.device"], "account.passkeys"]],
  ["sim", ["person.sims", "device.sims"]],
  ["mailbox", ["account.mailboxes", "person.mailboxes"]],
];
const anyFor = fc
  .uniqueArray(
    // Accounts most often: new ones and own ones have rules of their own.
    fc
      .constantFrom(...ranges, ...ranges.slice(0, 1), ...ranges.slice(0, 1), ...ranges.slice(0, 1))
      .chain(([variable, over]) => fc.constantFrom(...over).map((range) => [variable, range] as const)),
    { minLength: 1, maxLength: 2, selector: ([variable]) => variable },
  )
  .filter((chosen) => !goesInCircle(chosen));

function goesInCircle(chosen: readonly (readonly [Variable, string | readonly string[]])[]): boolean {
  const starts = new Map(
    chosen.map(([variable, over]) => [
      variable as string,
      [over].flat().map((path) => path.split(".")[0] ?? ""),
    ]),
  );
  return chosen.some(([variable]) => {
    const queue = [...(starts.get(variable) ?? [])];
    for (const next of queue)
      for (const further of starts.get(next) ?? []) if (!queue.includes(further)) queue.push(further);
    return queue.includes(variable);
  });
}

const attributes: readonly (readonly [string, readonly string[]])[] = [
  ["sim.pin", ["none", "set"]],
  ["sim.kind", ["physical", "esim"]],
  ["line.sim.pin", ["none", "set"]],
  ["device.lock", ["none", "passcode"]],
  ["card.kind", ["debit", "credit", "prepaid"]],
  ["account.liveness", ["none", "strong"]],
  ["account.second-factor", ["none", "sms"]],
  ["document.kind", ["id-card", "passport"]],
  ["card.reserved-line.sim.kind", ["esim"]],
];
const anyWhen = fc
  .constantFrom(...attributes)
  .chain(([attribute, values]) =>
    fc
      .oneof(
        fc.constantFrom(...values),
        fc.uniqueArray(fc.constantFrom(...values, "unknown"), { minLength: 1, maxLength: 2 }),
      )
      .map((value) => ({ [attribute]: value })),
  );

const anyMinutes = fc.integer({ min: 0, max: 9 }).map((minutes) => `${minutes}m`);
const anyTakes = fc.oneof(
  anyMinutes,
  anyMinutes.map((min) => ({ min, likely: "10m", max: "20m" })),
);
const anyHours = fc.constantFrom(
  "always",
  "09:00-17:00",
  "mon-fri 09:00-17:00, sat 10:00-14:00",
  "22:00-06:00",
  "sun 23:00-01:00",
  "never",
);
const anySets = fc.oneof(
  anyCondition,
  fc
    .tuple(anyCondition, fc.constantFrom("30m", "1h", "3h"))
    .map(([condition, expires]) => ({ condition, expires })),
);
const anyDelay = fc.constantFrom<Body>(
  { min: "5m" },
  { min: "1h", tells: ["account.devices"] },
  { min: "1h", tells: ["account.devices"], late: "30m", "cancelled-by": "f-1" },
  { min: "10m", likely: "20m", max: "1h", tells: ["line", "mailbox"], "cancelled-by": "f-0" },
);
const anyLimit = fc.constantFrom<unknown>(
  { times: 1, per: "1h" },
  { times: 2, per: "30m" },
  { times: 3, per: "24h" },
  { amount: 60, per: "1h" },
  { amount: 90, per: "30m", of: "account" },
  { times: 3, amount: 70, per: "2h", of: "card" },
  { times: 1, per: "ever" },
  { amount: 80, per: "ever" },
  { amount: 120, per: "2h", of: "card" },
  { amount: { from: 40, to: 110 }, per: "2h" },
);
/** One limit, or several of different owners that all hold. */
const anyMost = fc.oneof(
  { weight: 2, arbitrary: anyLimit },
  { weight: 1, arbitrary: fc.uniqueArray(anyLimit, { minLength: 1, maxLength: 3 }) },
);
const anyDiscretion = fc.constantFrom<unknown>(true, { chance: 0.5 }, { chance: 0, en: "no", zh: "不" });
/** A flow hangs on one yes at most: an agent's, the owner's, an insider's. */
const anyYes = (tenths: number) =>
  sometimes(
    fc
      .tuple(fc.constantFrom("discretion", "consent", "insider"), anyDiscretion)
      .map(([key, said]): Body => ({ [key]: said })),
    tenths,
  );
const anyEach = fc.constantFrom<unknown>(50, 200, { from: 30, to: 60 });
const anyTrace = fc.constantFrom<Body>(
  { sms: { to: "line", from: "10000", about: "something" } },
  { sms: { to: "line", about: "something", late: "40m" } },
  { call: { to: "line", from: 10000, about: "something", late: "5m" } },
  { mail: { to: "mailbox", from: "somebody", about: "something", late: "2h" } },
  { notice: { to: "account", about: "something" } },
  { notice: { to: "device", from: "somebody", late: "10m" } },
  { row: { in: "card", from: "somebody", about: "something", late: "1h" } },
  { "kick-off": { of: "account", about: "something" } },
  { record: { at: "line", about: "something" } },
  { letter: { to: "person", about: "something" } },
);

/** The keys of a flow that a measure may replace too. */
const changeable = {
  asks: anyAsks,
  gives: listOf(anyCapability, 3, 1),
  when: anyWhen,
  for: anyFor.map((chosen) => Object.fromEntries(chosen)),
  unless: listOf(anyCondition, 2, 1),
  clears: listOf(anyCondition, 2, 1),
  takes: anyTakes,
  hours: anyHours,
  delay: anyDelay,
  sets: listOf(anySets, 2, 1),
  "at-most": anyMost,
  each: anyEach,
};

const anyFlow: fc.Arbitrary<Body> = fc
  .record({
    asks: sometimes(changeable.asks, 9),
    gives: sometimes(changeable.gives, 9),
    when: sometimes(changeable.when, 2),
    for: sometimes(changeable.for, 3),
    unless: sometimes(changeable.unless, 2),
    while: sometimes(anyCondition, 1),
    sets: sometimes(changeable.sets, 2),
    clears: sometimes(changeable.clears, 2),
    takes: sometimes(changeable.takes, 8),
    hours: sometimes(changeable.hours, 1),
    delay: sometimes(changeable.delay, 1),
    valid: sometimes(
      fc.constantFrom({ until: "2020-06" }, { from: "2020-07" }, { from: 2019, until: 2021 }),
      1,
    ),
    measures: sometimes(fc.subarray(["m-one", "m-two", "m-three", "c-world", "c-each", "c-person"]), 5),
    amount: sometimes(fc.constantFrom<unknown>(0, 100, { from: 20, to: 80 }), 1),
    revokes: sometimes(listOf(anyCapability, 2, 1), 2),
    "at-most": sometimes(changeable["at-most"], 1),
    each: sometimes(changeable.each, 2),
    yes: anyYes(1),
    leaves: sometimes(listOf(anyTrace, 2, 1), 2),
  })
  .map(withYes)
  .map(withoutIdleAmount);

/** A sum on a flow that only moves what lies there is complained of. */
function withoutIdleAmount({ amount, ...body }: Body): Body {
  const gives = (body["gives"] as string[] | undefined) ?? [];
  const isIdle =
    gives.some((each) => each.startsWith("move-to(")) &&
    !gives.some((each) => /^(charge|drain|cash-out|spend-credit|skim)\(/.test(each));
  return present({ ...body, amount: isIdle ? undefined : amount });
}

function withYes({ yes, ...body }: Body & { readonly yes?: Body | undefined }): Body {
  return present({ ...body, ...yes });
}

function present(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

const anyEffort = fc.constantFrom<unknown>("low", "medium", "high", 2);
const anyChange = fc
  .constantFrom(...attributes)
  .chain(([attribute, values]) =>
    fc.constantFrom(...values, "unknown").map((value) => ({ [attribute]: value })),
  );
const anyFlowChange = fc
  .record({
    asks: sometimes(changeable.asks, 3),
    gives: sometimes(changeable.gives, 1),
    takes: sometimes(anyTakes, 1),
    unless: sometimes(changeable.unless, 2),
    hours: sometimes(anyHours, 1),
    for: sometimes(changeable.for, 3),
    when: sometimes(changeable.when, 1),
    sets: sometimes(changeable.sets, 1),
    clears: sometimes(changeable.clears, 1),
    delay: sometimes(changeable.delay, 1),
    "at-most": sometimes(changeable["at-most"], 1),
    each: sometimes(changeable.each, 1),
    amount: sometimes(fc.constantFrom<unknown>(0, 30, 500, { from: 10, to: 60 }), 1),
    yes: anyYes(1),
  })
  .map(withYes);
const anyLessMoney = fc
  .constantFrom("card.credit", "card.balance", "account.balance", "account.credit", "account.loan-offer")
  .chain((attribute) => fc.constantFrom(0, 40, 5_000).map((sum) => ({ [attribute]: sum })));

/** What one measure says: one or two of the keys there are. `flows` are those it may name. */
const anyMeasure = (flows: readonly string[]): fc.Arbitrary<Body> => {
  const keys: readonly fc.Arbitrary<Body>[] = [
    listOf(anyAsks, 2, 1).map((asks) => ({ "asks-more": asks })),
    listOf(anyCapability, 2, 1).map((gives) => ({ "gives-less": gives })),
    fc.constantFrom("24h", "10m").map((delays) => ({ delays })),
    anyHours.map((hours) => ({ "only-hours": hours })),
    anyChange.map((changes) => ({ changes })),
    anyLessMoney.map((changes) => ({ changes })),
    listOf(anySets, 2, 1).map((sets) => ({ sets })),
    fc.constantFrom(...flows).map((flow) => ({ removes: [flow] })),
    listOf(anySecret, 2, 1).map((renews) => ({ renews })),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...flows), anyFlowChange), {
        minLength: 1,
        maxLength: 2,
        selector: ([flow]) => flow,
      })
      .map((changes) => ({ replaces: Object.fromEntries(changes) })),
  ];
  const anyKey = fc.nat(keys.length - 1).chain((i) => keys[i] ?? fc.constant({}));
  return fc
    .record({
      by: fc.constantFrom("person", "institution"),
      effort: anyEffort,
      valid: sometimes(fc.constantFrom({ from: "2020-07" }, { until: 2019 }), 1),
      keys: listOf(anyKey, 2, 1),
    })
    .map(({ by, effort, valid, keys: said }) => present(Object.assign({ by, effort, valid }, ...said)));
};

const institutionIds = ["alpha", "beta"] as const;
/** What the person's things may be run by; nobody has described `nowhere`. */
const runners = [...institutionIds, "nowhere"];

const anyProvides = fc.constantFrom<readonly Variable[]>(
  ["account"],
  ["account"],
  ["card"],
  ["line"],
  ["account", "card"],
  ["card", "account"],
  ["line", "account"],
  ["account", "line"],
  ["device", "account"],
  ["mailbox"],
  ["sim"],
  ["document"],
  [],
);

interface InstitutionBody {
  readonly body: Body;
  readonly setting: string | undefined;
}

const anyInstitutionBody = (id: string): fc.Arbitrary<InstitutionBody> =>
  fc
    .record({
      provides: anyProvides,
      flows: listOf(anyFlow, 5, 2),
      measures: listOf(anyMeasure(["f-0", "f-1", `${id}/f-0`]), 3),
      regions: sometimes(fc.constantFrom(["cn"], ["us"]), 3),
      setting: sometimes(fc.constantFrom("line", "card", "account", "device", "mailbox", "mailbox"), 3),
      settingValue: fc.constantFrom("off", "on"),
      defaults: sometimes(
        fc.constantFrom(
          { account: { liveness: "strong" } },
          { card: { kind: "credit" }, account: { balance: 0 } },
        ),
        1,
      ),
    })
    .map(({ provides, flows, measures, regions, setting, settingValue, defaults }) => {
      const own = ["m-one", "m-two", "m-three"].slice(0, measures.length);
      const ids = new Set([...own, "c-world", "c-each", "c-person"]);
      const named = flows.map((flow, i) => {
        const listed = (flow["measures"] as string[] | undefined)?.filter((measure) => ids.has(measure));
        const when =
          setting === undefined || i > 0
            ? flow["when"]
            : { ...(flow["when"] as Body | undefined), [`${setting}.guard`]: settingValue };
        return [`f-${i}`, present({ ...flow, measures: listed, when })] as const;
      });
      const body = present({
        institution: id,
        provides: provides.length === 0 ? undefined : provides.length === 1 ? provides[0] : [...provides],
        regions,
        settings:
          setting === undefined
            ? undefined
            : { guard: { of: setting, values: ["off", "on"], en: "Guard", zh: "锁" } },
        defaults,
        flows: Object.fromEntries(named),
        measures:
          measures.length === 0
            ? undefined
            : Object.fromEntries(measures.map((measure, i) => [own[i] ?? "", measure])),
      });
      return { body, setting };
    });

/** Measures of the common file: one that binds all, one of each institution, one of the person. */
const anyCommonMeasures = fc
  .tuple(anyMeasure(["alpha/f-0", "beta/f-1"]), anyMeasure(["f-0", "alpha/f-0"]), anyMeasure(["f-0", "f-1"]))
  .map(([world, each, person]) => ({
    measures: {
      "c-world": { ...world, by: "institution", per: "world" },
      "c-each": { ...each, by: "institution" },
      "c-person": { ...person, by: "person" },
    },
  }));

// --- persons ---------------------------------------------------------------------------------------------------------

const names: Readonly<Record<string, readonly string[]>> = {
  line: ["l-1", "l-2", "l-3"],
  device: ["d-1", "d-2"],
  card: ["k-1", "k-2", "k-3"],
  account: ["a-1", "a-2", "a-3"],
  mailbox: ["p-1", "p-2"],
  document: ["o-1"],
};

type Counts = Readonly<Record<string, number>>;

const anyCounts: fc.Arbitrary<Counts> = fc.record({
  line: fc.integer({ min: 1, max: 3 }),
  device: fc.integer({ min: 0, max: 2 }),
  card: fc.integer({ min: 0, max: 3 }),
  account: fc.integer({ min: 1, max: 3 }),
  mailbox: fc.integer({ min: 0, max: 2 }),
  document: fc.integer({ min: 0, max: 1 }),
});

const namesOf = (counts: Counts, kind: string) => (names[kind] ?? []).slice(0, counts[kind] ?? 0);
/** One of the things of a kind, or that there is none, or that nobody knows. */
const anyOne = (counts: Counts, kind: string) =>
  fc.constantFrom(...namesOf(counts, kind), ...namesOf(counts, kind), "none", "unknown");
const anyMany = (counts: Counts, kind: string) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.subarray([...namesOf(counts, kind)]) },
    { weight: 1, arbitrary: fc.constant("unknown" as const) },
  );
const anyOf = fc.constantFrom(undefined, undefined, undefined, "helper");
const anyRunner = fc.constantFrom(...runners, ...institutionIds, ...institutionIds);
const anyGuard = sometimes(fc.constantFrom("off", "on", "unknown"), 3);
const anyMoney = sometimes(fc.constantFrom<unknown>(0, 500, "unknown", { from: 200, to: 500 }), 1);

interface ThingBody {
  readonly guard?: string | undefined;
}

const thing = (shape: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ ...shape, of: anyOf, guard: anyGuard }).map(present) as fc.Arbitrary<Body & ThingBody>;

const thingsOfKind = (counts: Counts): Readonly<Record<string, fc.Arbitrary<Body & ThingBody>>> => ({
  line: thing({
    carrier: anyRunner,
    sim: fc.oneof(
      fc.constant(null),
      fc.constantFrom("esim", "unknown"),
      fc
        .record({
          in: sometimes(anyOne(counts, "device"), 3),
          pin: sometimes(fc.constantFrom("none", "set", "unknown")),
          kind: sometimes(fc.constantFrom("physical", "esim")),
        })
        .map(present),
    ),
  }),
  device: thing({
    vendor: sometimes(anyRunner),
    kind: sometimes(fc.constantFrom("phone", "computer", "unknown"), 3),
    "lock-screen": sometimes(fc.constantFrom("shows-codes", "hides-codes"), 1),
    os: sometimes(fc.constant("old"), 1),
    lock: sometimes(fc.constantFrom("none", "passcode", "unknown")),
    account: sometimes(anyOne(counts, "account")),
  }),
  card: thing({
    bank: anyRunner,
    kind: sometimes(fc.constantFrom("debit", "credit", "unknown")),
    "reserved-line": sometimes(anyOne(counts, "line"), 8),
    "seen-by-owner": sometimes(fc.constantFrom<unknown>(true, false, "unknown"), 1),
    last4: sometimes(fc.constant("1234"), 1),
    balance: anyMoney,
    credit: anyMoney,
  }),
  account: thing({
    "pays-into": sometimes(anyOne(counts, "account"), 1),
    passkeys: sometimes(anyMany(counts, "device"), 1),
    "kept-in": sometimes(anyOne(counts, "account"), 1),
    "loan-offer": anyMoney,
    service: anyRunner,
    line: sometimes(anyOne(counts, "line"), 8),
    mailbox: sometimes(anyOne(counts, "mailbox"), 7),
    cards: sometimes(anyMany(counts, "card"), 7),
    devices: sometimes(anyMany(counts, "device"), 7),
    trusted: sometimes(anyMany(counts, "device"), 3),
    authenticator: sometimes(anyOne(counts, "device"), 1),
    recovery: sometimes(anyOne(counts, "account"), 1),
    via: sometimes(anyOne(counts, "account"), 1),
    liveness: sometimes(fc.constantFrom("none", "strong", "unknown")),
    "second-factor": sometimes(fc.constantFrom("none", "sms")),
    "sign-in-name": sometimes(fc.constantFrom("phone", "mail"), 1),
    balance: anyMoney,
    credit: anyMoney,
  }),
  mailbox: thing({
    provider: sometimes(anyRunner),
    account: sometimes(anyOne(counts, "account"), 7),
    domain: sometimes(anyOne(counts, "account"), 2),
  }),
  document: thing({
    kind: sometimes(fc.constantFrom("id-card", "other")),
    device: sometimes(anyOne(counts, "device")),
  }),
});

/** Kinds that may have settings of whoever runs them, with the key that says who. */
const runnerKeys: Readonly<Record<string, string>> = {
  line: "carrier",
  card: "bank",
  account: "service",
  device: "vendor",
  mailbox: "provider",
};

const anyPersonBody = (counts: Counts): fc.Arbitrary<Body> => {
  const kinds = Object.keys(names);
  const sections = kinds.map((kind) =>
    fc.tuple(...namesOf(counts, kind).map(() => thingsOfKind(counts)[kind] ?? fc.constant({}))),
  );
  const lines = namesOf(counts, "line");
  const cards = namesOf(counts, "card");
  const accounts = namesOf(counts, "account");
  const secretWords = [
    ...cards.flatMap((card) => [`${card}.pin`, `card.${card}.number`]),
    ...accounts.map((account) => `account.${account}.password`),
    "person.id-number",
  ];
  /** What lies in one bag: phones, cards, papers. */
  const carriable = ["device", "card", "document"].flatMap((kind) => [...namesOf(counts, kind)]);
  const feared: readonly Body[] = [
    { goal: "know(person.id-number)", amount: { from: 5, to: 40 }, harm: "money" },
    { goal: "know(person.name)", harm: "facts" },
    ...lines.map((line) => ({ goal: `receive-sms(line.${line})` })),
    ...accounts.map((account) => ({ goal: `enter(account.${account})` })),
  ];
  const conditionWords = [
    ...lines.map((line) => `suspended(line.${line})`),
    ...cards.map((card) => `blocked(${card})`),
    ...accounts.map((account) => `frozen(account.${account})`),
  ];
  const anySet =
    conditionWords.length === 0
      ? undefined
      : fc.oneof(
          fc.constantFrom(...conditionWords),
          fc
            .tuple(fc.constantFrom(...conditionWords), fc.constantFrom("1h", "2h"))
            .map(([condition, expires]) => ({ condition, expires })),
        );
  const moves = [
    ...cards.flatMap((card) =>
      lines.map((line) => ({ moves: { [`card.${card}.reserved-line`]: `line.${line}` } })),
    ),
    ...accounts.flatMap((account) => lines.map((line) => ({ moves: { [`account.${account}.line`]: line } }))),
    ...accounts.flatMap((account) =>
      namesOf(counts, "device").map((device) => ({ moves: { [`account.${account}.devices`]: device } })),
    ),
    ...cards.map((card) => ({ changes: { [`card.${card}.kind`]: "prepaid" } })),
    ...accounts.map((account) => ({ changes: { [`account.${account}.liveness`]: "strong" } })),
    ...accounts.map((account) => ({ moves: { [`account.${account}.line`]: "none" } })),
    ...cards.map((card) => ({ renews: `know(card.${card}.pin)` })),
    ...accounts.map((account) => ({ renews: [`know(account.${account}.password)`] })),
  ];
  const anyOwnMeasure: fc.Arbitrary<Body> = fc.oneof(
    ...(moves.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom<Body>(...moves) }]),
    { weight: 1, arbitrary: anySet === undefined ? fc.constant({}) : anySet.map((sets) => ({ sets })) },
  );
  return fc
    .record({
      region: sometimes(fc.constantFrom("cn", "us"), 7),
      asOf: sometimes(fc.constantFrom("2020-06-30", "2020-07-01", "2020-07", 2020)),
      sections: fc.tuple(...sections),
      same: sometimes(
        fc.uniqueArray(fc.constantFrom(...secretWords), { minLength: 2, maxLength: 3 }),
        secretWords.length > 1 ? 3 : 0,
      ),
      conditions: anySet === undefined ? fc.constant(undefined) : sometimes(listOf<unknown>(anySet, 2, 1), 3),
      measures: listOf(anyOwnMeasure, 2),
      losses: sometimes(listOf(fc.constantFrom<Body>(...feared), 2, 1), 2),
      bag:
        carriable.length < 2
          ? fc.constant(undefined)
          : sometimes(fc.subarray(carriable, { minLength: 2 }), 3),
      forgotten: sometimes(fc.constantFrom(...secretWords.map((word) => `know(${word})`)), 1),
    })
    .map(({ region, asOf, sections: things, same, conditions: initial, measures, losses, bag, forgotten }) =>
      present({
        person: present({ id: "somebody", region, "as-of": asOf, currency: "EUR" }),
        helpers: { helper: {} },
        ...Object.fromEntries(
          kinds.map((kind, i) => [
            kind === "mailbox" ? "mailboxes" : `${kind}s`,
            Object.fromEntries(namesOf(counts, kind).map((name, j) => [name, things[i]?.[j] ?? {}])),
          ]),
        ),
        "same-secret": same === undefined || same.length < 2 ? undefined : [same],
        conditions: initial,
        measures:
          measures.length === 0
            ? undefined
            : Object.fromEntries(
                measures.map((measure, i) => [
                  `own-${i}`,
                  { effort: "low", ...(i > 0 ? { by: "institution" } : {}), ...measure },
                ]),
              ),
        losses,
        carried: bag === undefined ? undefined : { bag },
        forgotten: forgotten === undefined ? undefined : [forgotten],
        "none-at": forgotten === undefined ? undefined : ["elsewhere"],
      }),
    );
};

/** A setting is written down only where whoever runs the thing has it. */
function withSettings(person: Body, settings: ReadonlyMap<string, string>): Body {
  const done: Body = { ...person };
  for (const kind of Object.keys(names)) {
    const section = kind === "mailbox" ? "mailboxes" : `${kind}s`;
    const things = (person[section] ?? {}) as Readonly<Record<string, Body & ThingBody>>;
    done[section] = Object.fromEntries(
      Object.entries(things).map(([name, { guard, ...body }]) => {
        const runner = String(body[runnerKeys[kind] ?? ""] ?? "");
        return [
          name,
          guard !== undefined && settings.get(runner) === kind ? { ...body, settings: { guard } } : body,
        ];
      }),
    );
  }
  return done;
}

/** Two institutions, a person with up to three of everything, common measures now and then. */
export const anyWorldText: fc.Arbitrary<WorldText> = fc
  .record({
    institutions: fc.tuple(anyInstitutionBody("alpha"), anyInstitutionBody("beta")),
    common: anyCommonMeasures,
    person: anyCounts.chain(anyPersonBody),
    picks: fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 }),
  })
  .map(({ institutions, common, person, picks }) => {
    const settings = new Map(
      institutions.flatMap(({ body, setting }) =>
        setting === undefined ? [] : [[String(body["institution"]), setting] as const],
      ),
    );
    return {
      institutions: institutions.map(({ body }) => stringify(body)),
      measures: stringify(common),
      person: stringify(withSettings(person, settings)),
      picks,
    };
  });

/** Worlds with more to lose and more that would help: the first flow takes money, every flow lists the first measure. */
export const anyContestedText: fc.Arbitrary<WorldText> = anyWorldText.map(
  ({ institutions, person, picks }) => ({
    institutions: institutions.map((text, i) => stringify(contested(parse(text) as Body, picks[i] ?? 0))),
    measures: undefined,
    person,
    picks,
  }),
);

function contested(body: Body, number: number): Body {
  const guard = [
    { "asks-more": ["show-face(person)"] },
    { "gives-less": ["charge(card)"] },
    { removes: ["f-0"] },
  ][number % 3];
  const measures = {
    "m-one": { by: number % 2 === 0 ? "person" : "institution", effort: 2, ...guard },
    ...(body["measures"] as Body | undefined),
  };
  const flows = Object.entries(body["flows"] as Readonly<Record<string, Body>>).map(
    ([id, { valid: _valid, hours: _hours, ...flow }]) => {
      const gives = [
        ...((flow["gives"] as string[] | undefined) ?? []),
        ...(id === "f-0" ? ["charge(card)", "drain(account)"] : []),
      ];
      const listed = ["m-one", "m-two", "m-three"]
        .filter(
          (measure) =>
            measure === "m-one" || ((flow["measures"] as string[] | undefined) ?? []).includes(measure),
        )
        .filter((measure) => Object.hasOwn(measures, measure));
      return [id, { ...flow, gives: [...new Set(gives)], measures: listed }] as const;
    },
  );
  return { ...body, flows: Object.fromEntries(flows), measures };
}

/** One institution alone. */
export const anyInstitutionText: fc.Arbitrary<string> = anyInstitutionBody("alpha").map(({ body }) =>
  stringify(withoutCommon(body)),
);

/** One person alone, of institutions nobody has described. */
export const anyPersonText: fc.Arbitrary<string> = anyCounts
  .chain(anyPersonBody)
  .map((person) => stringify(withSettings(person, new Map())));

function withoutCommon(body: Body): Body {
  const flows = Object.entries((body["flows"] ?? {}) as Readonly<Record<string, Body>>).map(([id, flow]) => {
    const listed = (flow["measures"] as string[] | undefined)?.filter((measure) => measure.startsWith("m-"));
    return [id, present({ ...flow, measures: listed })] as const;
  });
  return { ...body, flows: Object.fromEntries(flows) };
}
