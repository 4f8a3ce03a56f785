/**
 * Letters, filled in as far as the records allow: to every institution whose flow was run in the owner's name, that keeps
 * what is still open, or whose card or account was charged; and to the police of the country, where the catalogue knows one.
 *
 * A letter says what is in that institution's own records, asks it to close, to keep and to send, and names the term of law
 * the catalogue knows for its kind and country. Names and signatures are left to be written by hand.
 */
import { type Clock, compareText, type Institution, physics } from "../model/index.ts";
import { type CaseEvent, type CaseQuestion, caseEvents } from "./case-events.ts";
import { list, page, paragraph, table } from "./html.ts";
import { inOrder } from "./investigate-words.ts";
import { clock, openItem, sayExport } from "./pack-report.ts";
import { type Both, both, type Lang } from "./words.ts";

export interface Letter {
  readonly institution: string;
  readonly html: string;
}

const words = {
  subject: both("Transactions and changes I did not make", "非本人操作的交易和变更"),
  to: both("To", "致"),
  from: both(
    "From (name, ID number, phone; write by hand): ______________",
    "来函人（姓名、证件号、电话，请手写）：______________",
  ),
  contacts: both("Known contacts", "已知联系方式"),
  intro: both(
    (name: string) =>
      `On the days below somebody used my phone number, accounts or cards at ${name} without my consent. By my own records these are the acts that concern you:`,
    (name: string) =>
      `在下列时间，有人未经我同意，在${name}使用了我的手机号、账户或银行卡。根据我手里的记录，和贵方有关的是：`,
  ),
  police: both(
    "Somebody took over accounts in my name. By my own records this is what happened:",
    "有人盗用我的身份、侵入我名下的账户。根据我手里的记录，经过如下：",
  ),
  when: both("When", "时间"),
  what: both("What", "做了什么"),
  how: both("Shown by", "依据"),
  unseen: both("no record of mine shows it; it follows from the rest", "我手里没有记录，由其余记录推出"),
  unsure: both("not certain that it was not me or my family", "不能确定是否本人或家人所为"),
  losses: both("Sums taken", "被转走或消费的金额"),
  close: both(
    "Please end what is still open in my name, and confirm in writing:",
    "请关闭仍以我名义存在的下列事项，并书面答复：",
  ),
  keep: both(
    "Please keep, and send me or the police: the time, channel, device, network address, number or account used for each act; which proof of identity was asked and given; who approved it.",
    "请保存并提供给我或公安机关：每一次操作的时间、渠道、设备、网络地址、所用号码或账户，要求并通过了哪些身份验证，由谁审批。",
  ),
  also: both("In particular:", "尤其需要："),
  law: both("Terms that run (check before you rely on them)", "相关期限（使用前请再核对）"),
  source: both("source", "出处"),
  sign: both("Date and signature: ______________", "日期、签名：______________"),
  attached: both(
    "Attached: copies of the records cited. Their SHA-256 hashes are in manifest.sha256.",
    "附：所引记录的复印件；它们的 SHA-256 值见 manifest.sha256。",
  ),
} as const;

/** Which records an institution of a kind keeps. */
const exportsOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  carrier: ["carrier-service-records", "carrier-imei-history"],
  bank: ["bank-bound-payers", "bank-statement"],
};
const usualExports = ["service-access-log"];

export function packLetters(question: CaseQuestion): readonly Letter[] {
  const { answer, world } = question;
  const events = caseEvents(question).filter(({ actor }) => actor === "intruder" || actor === "unknown");
  if (events.length === 0 && answer.open.length === 0) return [];
  const keeperOf = (thing: string) => world.wiring.things.get(thing)?.institution;
  const concerned = new Set<string>();
  for (const { flow, things } of events) {
    const id = flow.split("/")[0] ?? "";
    if (id !== physics) concerned.add(id);
    for (const thing of things) if (thing.startsWith("card.")) concerned.add(keeperOf(thing) ?? "");
  }
  for (const { what, things } of answer.open) {
    concerned.add(what);
    for (const thing of things) concerned.add(keeperOf(thing) ?? "");
  }
  const police = [...world.catalog.institutions.values()].filter(
    ({ kind, regions }) => kind === "police" && regions.includes(world.person.region ?? ""),
  );
  for (const { id } of police) concerned.add(id);
  return [...concerned].sort(compareText).flatMap((id): readonly Letter[] => {
    const institution = world.catalog.institutions.get(id);
    if (institution === undefined || institution.isArchetype) return [];
    return [{ institution: id, html: letterTo(institution, events, question) }];
  });
}

function letterTo(institution: Institution, events: readonly CaseEvent[], question: CaseQuestion): string {
  const { answer, world, lang } = question;
  const say = ({ [lang]: text }: Both<string>): string => text;
  const isPolice = institution.kind === "police";
  const keepsAny = (things: readonly string[]) =>
    things.some((thing) => world.wiring.things.get(thing)?.institution === institution.id);
  const own = isPolice
    ? events
    : events.filter(
        ({ flow, things }) =>
          flow.startsWith(`${institution.id}/`) ||
          keepsAny(things.filter((thing) => thing.startsWith("card."))),
      );
  const open = inOrder(answer.open).filter(
    ({ what, things }) => isPolice || what === institution.id || keepsAny(things),
  );
  const ownFiles = new Set(
    own.flatMap(({ place }) => (place === undefined ? [] : [`${place.file}:${place.row}`])),
  );
  const losses = answer.losses.filter(
    ({ evidence }) => isPolice || evidence.some(({ file, row }) => ownFiles.has(`${file}:${row}`)),
  );
  const exports = [...(exportsOf[institution.kind] ?? []), ...usualExports];
  return page(lang, say(words.subject), [
    paragraph(`${say(words.to)}: ${institution.name[lang]}`),
    paragraph(say(words.from)),
    contactsOf(institution, lang, say(words.contacts)),
    paragraph(isPolice ? say(words.police) : words.intro[lang](institution.name[lang])),
    table(
      [words.when, words.what, words.how].map(say),
      own.map((event) => actOf(event, say)),
    ),
    losses.length === 0 ? "" : paragraph(say(words.losses)),
    list(
      losses.map(
        ({ at, amount, currency, evidence }) =>
          `${clock(at)}: ${amount?.toFixed(2) ?? "?"} ${currency ?? ""} (${evidence.map(({ file, row }) => `${file}:${row}`).join(", ")})`,
      ),
    ),
    open.length === 0 || isPolice ? "" : paragraph(say(words.close)),
    list(open.map((each) => openItem(each, say))),
    isPolice ? "" : paragraph(say(words.keep)),
    isPolice ? "" : paragraph(say(words.also)),
    isPolice ? "" : list(exports.map((each) => sayExport(each, lang))),
    lawOf(institution, question, say),
    paragraph(say(words.attached)),
    paragraph(say(words.sign)),
  ]);
}

const actOf = (
  { at, until, actor, institution, title, place, row, isUnseen }: CaseEvent,
  say: (text: Both<string>) => string,
): readonly string[] => [
  isUnseen ? `${clock(at)} – ${clock(until)}` : clock(at),
  `${institution}: ${title}${row?.amount === undefined ? "" : ` · ${row.amount} ${row.currency ?? ""}`}${actor === "unknown" ? ` (${say(words.unsure)})` : ""}`,
  place === undefined ? say(words.unseen) : `${place.file}:${place.row}`,
];

function contactsOf({ contacts }: Institution, lang: Lang, title: string): string {
  const known = contacts.map(({ tel, url, note }) =>
    [tel ?? url ?? "", note?.[lang] ?? ""].filter(Boolean).join(" · "),
  );
  return known.length === 0 ? "" : paragraph(`${title}: ${known.join("; ")}`);
}

function lawOf(
  institution: Institution,
  { world, lang }: CaseQuestion,
  say: (text: Both<string>) => string,
): string {
  const { catalog, person } = world;
  const clocks: readonly Clock[] = [...catalog.clocks.values()].filter(
    ({ regions, kinds }) =>
      regions.includes(person.region ?? "") && (kinds.length === 0 || kinds.includes(institution.kind)),
  );
  if (clocks.length === 0) return "";
  const sourceOf = ({ basis }: Clock) => {
    const source = catalog.sources.get(basis.source);
    return source === undefined ? "" : ` (${say(words.source)}: ${source.url ?? basis.source})`;
  };
  return [paragraph(say(words.law)), list(clocks.map((each) => `${each.title[lang]}${sourceOf(each)}`))].join(
    "\n",
  );
}
