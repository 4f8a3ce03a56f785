/**
 * The rows a night would have left, mixed into a month of ordinary life: what the owner's side could have in its hands
 * afterwards, each row with the truth of whose act it was. Reconstruction is judged on these.
 *
 * A text stands in the carrier's list with its sender and without its words, unless `texts` asks for them; money stands in
 * the statement of its card or in the bill of an account the owner knows of; what an institution keeps is a row of its
 * service records. A new account's own bill is nobody's to show. Chance comes in as a seed; the same question gives the
 * same rows, to the byte.
 */
import { meaningOf, momentOf, type RecordFile, type Row } from "../evidence/index.ts";
import { agrees, type Grounded, type GroundTrace, type Step } from "../ground/index.ts";
import { chanceFrom, compareText, type Sign } from "../model/index.ts";

/** One execution of a step, in minutes from the beginning. */
export interface StepRun {
  readonly step: Step;
  readonly actor: string;
  readonly from: number;
  readonly to: number;
  /** What it moved, where that is known; absent: a sum is drawn. */
  readonly amount?: number | undefined;
}

export interface RecordsQuestion {
  readonly world: Grounded;
  readonly runs: readonly StepRun[];
  /** The moment of minute 0, ISO 8601 with offset. */
  readonly beginsAt: string;
  readonly zoneMinutes: number;
  readonly seed: number;
  /** Days of ordinary life before the beginning. */
  readonly daysBefore: number;
  readonly daysAfter: number;
  /** Do the texts carry their words, as in a phone's own list? */
  readonly texts?: boolean;
  /** The share of the night's rows that are lost. */
  readonly dropped?: number;
}

export interface TrueRow {
  readonly row: Row;
  readonly actor: "owner" | "helper" | "intruder";
  /** The run that left it: index into `runs`; absent: ordinary life. */
  readonly run?: number;
}

export interface Told {
  readonly at: string;
  readonly by: string;
  readonly says: string;
}

export interface Records {
  /** By file and time. */
  readonly rows: readonly TrueRow[];
  /** What reached the owner's side on a screen, which no file holds. */
  readonly told: readonly Told[];
  /** Every file with what it says of its own period; a bill without a row is a file all the same. */
  readonly files: readonly RecordFile[];
}

export function recordsOf(question: RecordsQuestion): Records {
  const { runs, dropped = 0 } = question;
  const chance = chanceFrom(question.seed);
  const office = officeOf(question);
  const drafts: Draft[] = [];
  const told: Told[] = [];
  for (const [run, { step, actor, from, to, amount }] of runs.entries()) {
    // One run moves one sum, in whatever files it stands.
    const sum = amount ?? step.flow.amount ?? Math.floor(chance() * 200_000) / 100 + 1;
    const whose = actor === "intruder" ? "intruder" : actor.startsWith("helper:") ? "helper" : "owner";
    for (const left of step.leaves) {
      if (!agrees(left.guard, office.nothingChosen)) continue;
      const at =
        office.beginning +
        (left.kind === "sms" || left.kind === "call" ? from + (to - from) / 2 : to) +
        (left.late ?? 0);
      const isLost = chance() < dropped;
      if (left.kind === "notice" || left.kind === "kick-off") {
        if (!isLost && office.isOwners(left))
          told.push({
            at: office.moment(at),
            by: "owner",
            says: `${left.kind} ${step.institution} ${left.about ?? ""}`.trim(),
          });
        continue;
      }
      const row = office.rowOf(step, left, { chance, sum });
      if (row === undefined || isLost) continue;
      drafts.push({ ...row, at, actor: whose, run });
      const bill = left.kind === "row" ? office.ownBillOf(step) : undefined;
      const { card: _card, ...paid } = row;
      // What a card pays for one's own wallet stands in the wallet's bill as well.
      if (bill !== undefined && bill.file !== row.file && chance() >= dropped)
        drafts.push({ ...paid, ...bill, at, actor: whose, run });
    }
  }
  drafts.push(...ordinaryLife(question, office, chance));
  const rows = numbered(drafts, office);
  return { rows, told, files: filesOf(question, office, rows) };
}

type Draft = Omit<Row, "at"> & {
  readonly at: number;
  readonly actor: TrueRow["actor"];
  readonly run?: number;
};

/** Files are sorted by time and their rows counted from two: the first line is the header. */
function numbered(drafts: readonly Draft[], office: Office): readonly TrueRow[] {
  const next = new Map<string, number>();
  return [...drafts]
    .sort((a, b) => compareText(a.file, b.file) || a.at - b.at)
    .map(({ at, actor, run, ...row }): TrueRow => {
      const place = next.get(row.file) ?? 2;
      next.set(row.file, place + 1);
      return {
        row: { ...row, time: office.moment(at), at: { row: place } },
        actor,
        ...(run === undefined ? {} : { run }),
      };
    });
}

/** The files with rows, and the bills of the accounts the owner knows of. */
function filesOf(
  { daysBefore, daysAfter, world }: RecordsQuestion,
  office: Office,
  rows: readonly TrueRow[],
): readonly RecordFile[] {
  const counts = new Map<string, { source: string; rows: number }>();
  for (const { id, institution, kind } of office.owned)
    if (kind === "account" && world.catalog.institutions.get(institution)?.kind === "wallet")
      counts.set(`${id}.csv`, { source: institution, rows: 0 });
  for (const { row } of rows)
    counts.set(row.file, { source: row.source, rows: (counts.get(row.file)?.rows ?? 0) + 1 });
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([file, { source, rows: count }]) => ({
      file,
      source,
      from: office.moment(office.beginning - (daysBefore + 1) * 1440),
      to: office.moment(office.beginning + (daysAfter + 1) * 1440),
      rows: count,
      complaints: 0,
    }));
}

interface Made {
  readonly chance: () => number;
  readonly sum: number;
}

interface Office {
  readonly beginning: number;
  readonly nothingChosen: Uint8Array;
  readonly owned: readonly { readonly id: string; readonly kind: string; readonly institution: string }[];
  moment(minute: number): string;
  isOwners(left: GroundTrace): boolean;
  nameOf(institution: string): string;
  senderOf(institution: string): string;
  /** The bill of the owner's own wallet that the step was run in. */
  ownBillOf(step: Step): Pick<Row, "file" | "source"> | undefined;
  rowOf(step: Step, left: GroundTrace, made: Made): Omit<Row, "at"> | undefined;
}

function officeOf({ world, beginsAt, zoneMinutes, texts = false }: RecordsQuestion): Office {
  const meaning = meaningOf(world.catalog);
  const { person, catalog, wiring } = world;
  const isChinese = person.region === "cn";
  const nameOf = (institution: string): string => {
    const name = catalog.institutions.get(institution)?.name;
    const text = (isChinese ? name?.zh : name?.en) ?? institution;
    return text.replace(/\s*[（(].*?[)）]\s*/g, "");
  };
  const senderOf = (institution: string): string => {
    const known = catalog.institutions.get(institution);
    const numbers = [...(known?.also ?? []), ...(known?.contacts ?? []).map(({ tel }) => tel ?? "")];
    return numbers.find((text) => /^\d{4,6}$/.test(text)) ?? nameOf(institution);
  };
  const wordOf = (sign: Sign | undefined): string | undefined =>
    sign?.words.find((word) => /[一-鿿]/.test(word) === isChinese) ?? sign?.words[0];
  const owned = [...person.things.values()]
    .filter(({ of, institution }) => of === undefined && institution !== undefined)
    .map(({ id, kind, institution = "" }) => ({ id, kind, institution }))
    .sort((a, b) => compareText(a.id, b.id));
  const isOwned = (thing: string | undefined) => owned.some(({ id }) => id === thing);
  return {
    beginning: Date.parse(beginsAt) / 60_000,
    nothingChosen: new Uint8Array(world.choices.length),
    owned,
    moment: (minute) => momentOf(minute, zoneMinutes),
    isOwners: ({ thing }) => thing !== undefined && person.things.has(thing),
    nameOf,
    senderOf,
    ownBillOf({ institution, things, leaves }) {
      if (catalog.institutions.get(institution)?.kind !== "wallet") return undefined;
      const account = [...things.values()].find(
        (thing) => isOwned(thing) && wiring.things.get(thing)?.kind === "account",
      );
      const isThere = leaves.some(({ kind, thing }) => kind === "row" && thing === account);
      return account === undefined || isThere ? undefined : { file: `${account}.csv`, source: institution };
    },
    rowOf({ institution, things }, left, { chance, sum }) {
      const sign = left.about === undefined ? undefined : meaning.signAbout(left.about);
      const word = wordOf(sign);
      const said = word === undefined ? {} : { description: word };
      const thing = left.thing ?? "";
      if (left.kind === "sms" || left.kind === "call") {
        if (!isOwned(thing)) return undefined;
        const sender = /^\d{4,}$/.test(left.from ?? "") ? (left.from ?? "") : senderOf(institution);
        const description =
          texts && word !== undefined ? { description: `【${nameOf(institution)}】${word}` } : {};
        const list = left.kind === "sms" ? "sms" : "calls";
        return {
          file: `${thing}-${list}.csv`,
          source: `carrier-${list}`,
          counterparty: sender,
          direction: "in",
          ...description,
        };
      }
      if (left.kind === "mail")
        return { file: `${thing}.mbox`, source: "mail", counterparty: nameOf(institution), ...said };
      if (left.kind === "record" || left.kind === "letter") {
        const about = thing === "" ? [...things.values()].filter((each) => each !== "person") : [thing];
        if (!about.every((each) => isOwned(each) || wiring.things.get(each)?.institution === undefined))
          return undefined;
        const line = about.find((each) => each.startsWith("line."));
        if (sign?.isOutgoing === true)
          return {
            file: `${line}-sms.csv`,
            source: "carrier-sms",
            counterparty: `139${Math.floor(chance() * 1e8)}`,
            direction: "out",
          };
        return { file: `${institution}-service.csv`, source: `${institution}-service-records`, ...said };
      }
      if (!isOwned(thing)) return undefined;
      const direction = sign?.direction ?? "out";
      const keeper = wiring.things.get(thing)?.institution ?? institution;
      const party =
        keeper === institution
          ? {}
          : { counterparty: `${nameOf(institution)}-${Math.floor(chance() * 1e6)}` };
      const type = wiring.things.get(thing)?.attributes.get("kind") ?? "";
      return {
        file: `${thing}.csv`,
        source: [keeper, type].filter((part) => part !== "").join("-"),
        card: thing,
        amount: sum.toFixed(2),
        currency: person.currency ?? "CNY",
        direction,
        ...party,
        ...said,
      };
    },
  };
}

/** Codes, purchases, advertisements and texts of a month in which nothing happened; by day, and by daylight. */
function ordinaryLife(
  { world, daysBefore, daysAfter }: RecordsQuestion,
  office: Office,
  chance: () => number,
): readonly Draft[] {
  const { owned, beginning } = office;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(chance() * items.length)];
  const lines = owned.filter(({ kind }) => kind === "line");
  const cards = owned.filter(
    ({ id, kind }) =>
      kind === "card" && world.person.things.get(id)?.attributes.get("seen-by-owner") !== "false",
  );
  const accounts = owned.filter(({ kind }) => kind === "account");
  const drafts: Draft[] = [];
  for (let day = -daysBefore; day <= daysAfter; day++) {
    if (day >= 0 && day < daysAfter) continue; // The days of the night have rows of their own.
    const at = () => beginning + day * 1440 - 600 + chance() * 900;
    const line = pick(lines);
    const actor = "owner" as const;
    const text = (counterparty: string, direction: "in" | "out"): void => {
      if (line === undefined) return;
      drafts.push({
        at: at(),
        actor,
        file: `${line.id}-sms.csv`,
        source: "carrier-sms",
        counterparty,
        direction,
      });
    };
    if (chance() < 0.4) text(office.senderOf(pick(accounts)?.institution ?? "x"), "in");
    if (chance() < 0.5) text(`1069${Math.floor(chance() * 1e6)}`, "in");
    if (chance() < 0.5) text(`138${Math.floor(chance() * 1e8)}`, "out");
    for (const { id, institution } of cards) {
      if (chance() > 0.6) continue;
      const wallet = pick(
        accounts.filter((account) => world.catalog.institutions.get(account.institution)?.kind === "wallet"),
      );
      const type = world.person.things.get(id)?.attributes.get("kind") ?? "";
      const paid = {
        at: at(),
        actor,
        amount: (chance() * 300 + 1).toFixed(2),
        currency: world.person.currency ?? "CNY",
        direction: "out",
        description: world.person.region === "cn" ? "消费" : "purchase",
      } as const;
      const party =
        wallet === undefined
          ? undefined
          : `${office.nameOf(wallet.institution)}-${Math.floor(chance() * 1e6)}`;
      drafts.push({
        ...paid,
        file: `${id}.csv`,
        source: [institution, type].filter((part) => part !== "").join("-"),
        card: id,
        ...(party === undefined ? {} : { counterparty: party }),
      });
      if (wallet !== undefined)
        drafts.push({ ...paid, file: `${wallet.id}.csv`, source: wallet.institution });
    }
  }
  return drafts;
}
