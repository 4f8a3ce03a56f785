/** A response in lines: one thing to do now, who to call, what to say; the rest below it. */
import type { Incident, Response } from "../respond/index.ts";
import type { ActionTold } from "./action-told.ts";
import { inBrackets, listed, marks } from "./marks.ts";
import { paintWith } from "./paint.ts";
import { aboutContact } from "./respond-contacts.ts";
import { sayWhatWasSeen } from "./respond-places.ts";
import { respondWords } from "./respond-words.ts";
import { sayCapabilityName } from "./say.ts";
import { sayDuration } from "./say-amounts.ts";
import { sayChannel, tellResponse } from "./tell-response.ts";
import { laid } from "./telling.ts";
import type { Lang } from "./words.ts";

export interface RespondShown {
  readonly lang: Lang;
  readonly columns: number;
  readonly colour: boolean;
}

/** Of what the other side has, no more than somebody reads in the night. */
const beliefsShown = 8;

export function renderRespond(response: Response, incident: Incident, shown: RespondShown): string {
  const { lang, columns, colour } = shown;
  const words = respondWords(lang);
  const paint = paintWith(colour);
  const answer = tellResponse(response, incident, lang);
  const say = (text: string, indent = "  ") => laid(text, { columns, indent });
  const nameOf = (helper: string) => {
    const known = response.world.person.helpers.get(helper);
    return helper === "owner" ? words.ownerName : (known?.[lang] ?? helper);
  };
  const full = (action: ActionTold): readonly string[] => [
    ...laid(`${action.title}${marks[lang].open}${whereOf(action, lang)}${marks[lang].shut}`, {
      columns,
      indent: "  ",
      paint: paint.strong,
    }),
    ...contactLines(action, lang).flatMap((line) => say(line, "    ")),
    ...(action.say !== action.title ? say(`${words.say}${marks[lang].colon}${action.say}`, "    ") : []),
    ...(action.theyAsk.length === 0
      ? []
      : say(
          (action.isReadThere ? words.theyAsk : words.usuallyAsk)(namesOf(response, action.theyAsk, lang)),
          "    ",
        )),
    ...(action.insteadOf.length === 0
      ? []
      : say(
          words.doubtful(
            namesOf(
              response,
              action.insteadOf.map(({ capability }) => capability),
              lang,
            ),
          ),
          "    ",
        )),
    ...(action.because === "" ? [] : say(action.because, "    ")),
  ];
  const [first, ...others] = answer.next;
  const lines = [
    ...answer.before.flatMap((each) => [...laid(each, { columns, paint: paint.title }), ""]),
    ...(first === undefined
      ? say(words.nothing, "")
      : [
          paint.title(words.now),
          ...full(first),
          ...(first.channel === undefined
            ? []
            : [...say(words.refused, "    "), ...say(words.write, "    ")]),
        ]),
    ...others.flatMap((other) => ["", paint.title(words.meanwhile(nameOf(other.helper))), ...full(other)]),
    // Before the rest: what was misread puts the wrong thing first.
    ...[...answer.asked, ...answer.taken, ...answer.notUnderstood].flatMap(({ says }) => [
      "",
      ...say(says, ""),
    ]),
    ...(answer.then.length === 0 ? [] : ["", paint.title(words.after)]),
    ...answer.then.flatMap((action, i) => [
      ...say(`${i + 1}. ${action.title}${marks[lang].open}${whereOf(action, lang)}${marks[lang].shut}`),
      ...(action.because === ""
        ? []
        : laid(action.because, { columns, indent: "     ", paint: paint.quiet })),
    ]),
    ...(answer.beliefs.length === 0 ? [] : ["", paint.title(words.beliefs)]),
    ...answer.beliefs.slice(0, beliefsShown).flatMap(({ capability, probability, because }) => {
      const name = sayCapabilityName(response.world, capability, lang);
      const share = `${Math.min(99, Math.round(probability * 100))}${marks[lang].percent}`;
      const why = because.length === 0 ? "" : `${marks[lang].comma}${words.because(listed(because, lang))}`;
      return say(`${share}  ${name}${why}`);
    }),
    ...(answer.contradictions.length === 0 ? [] : ["", paint.title(words.contradictions)]),
    ...answer.contradictions.flatMap(({ says }) => say(says)),
    "",
    ...answer.coverage.unknownWords.flatMap((each) =>
      say(
        each.sign === undefined
          ? words.unread(wordAt(incident, each))
          : words.leftByNothing(sayWhatWasSeen(response.world, each.sign, lang)),
        "",
      ),
    ),
    ...(answer.coverage.namesNotRead.length === 0
      ? []
      : say(words.notRead(listed(answer.coverage.namesNotRead, lang)), "")),
    ...(answer.coverage.actsWithoutEffect.length === 0
      ? []
      : say(words.withoutEffect(answer.coverage.actsWithoutEffect.length), "")),
    ...(answer.coverage.person === "described" ? [] : say(words.undescribed, "")),
    ...(answer.coverage.isCutShort ? say(words.cutShort, "") : []),
    ...(answer.coverage.assumedSums.length === 0 ? [] : say(words.assumedSums, "")),
    ...laid(words.limits, { columns, paint: paint.quiet }),
  ];
  return lines.join("\n");
}

const whereOf = (action: ActionTold, lang: Lang): string =>
  [
    action.institutionName,
    sayChannel(action, lang),
    respondWords(lang).minutes(sayDuration(action.minutes, lang)),
  ]
    .filter((part) => part !== "")
    .join(marks[lang].comma);

function contactLines({ contact, channel, because }: ActionTold, lang: Lang): readonly string[] {
  const words = respondWords(lang);
  const urls = contact.flatMap(({ url }) => (url === undefined ? [] : [url]));
  if (channel !== "phone" && urls.length > 0) return urls;
  const tels = contact.flatMap((each) => {
    if (each.tel === undefined) return [];
    const about = aboutContact(each, lang);
    const reach = channel === "sms" ? words.textTo : words.call;
    return [reach(each.tel) + (about === "" ? "" : inBrackets(about, lang))];
  });
  const isOthers = contact.every(({ tel, of }) => tel === undefined || of !== undefined);
  // It is said once.
  return isOthers && channel === "phone" && !because.includes(words.noContact)
    ? [words.noContact, ...tels]
    : tels;
}

const namesOf = ({ world }: Response, texts: readonly string[], lang: Lang): string =>
  listed(
    texts.map((text) => sayCapabilityName(world, text, lang)),
    lang,
  );

function wordAt(
  { done, gone, leaked = [] }: Incident,
  { list, index }: Response["coverage"]["unknownWords"][number],
): string {
  if (list === "gone") return gone[index] ?? "";
  if (list === "leaked") return leaked[index] ?? "";
  return done.find((each) => each.index === index)?.action ?? "";
}
