/**
 * The chain of one person as the picture the audit draws: what was seen is solid, the shortest way that is left before a loss
 * is dashed. Where there is no room for a picture it is told from top to bottom.
 */
import { useMemo } from "react";
import { decisionWords, type Lang, sayShortDuration } from "../../../src/report/index.ts";
import { useLang, useWords } from "../app/speaking.tsx";
import { useNarrow } from "../app/use-narrow.ts";
import { type DrawnStep, StepsPicture } from "../chain/steps-picture.tsx";
import type { Happened, Names, OwnHappened } from "./asking.ts";
import { actCalled, called } from "./called.ts";
import { clock, shortClock } from "./clock.ts";
import { watchingWords } from "./words.ts";

interface ChainShown {
  readonly happened: readonly Happened[];
  readonly looked: OwnHappened;
  readonly names: Names;
}

interface Link {
  readonly key: string;
  readonly institution: string;
  readonly institutionName: string;
  readonly title: string;
  readonly atMinutes: number;
  /** When, or that it was not seen. */
  readonly top: string;
  /** The same for a card. */
  readonly topOfCard: string;
  readonly below: string;
  readonly isSeen: boolean;
  readonly isStopped: boolean;
}

export function ChainPart({ happened, looked, names }: ChainShown) {
  const lang = useLang();
  const words = useWords(watchingWords);
  const told = useWords(decisionWords);
  const isNarrow = useNarrow();
  const links = useMemo(
    () => linksOf({ happened, looked, names }, { lang, words, decided: told.decided }),
    [happened, looked, names, lang, words, told],
  );
  const drawn = useMemo(() => links.map(drawnLink), [links]);
  if (!links.some(({ isSeen }) => isSeen)) return null;
  const isWhole = looked.chain.every((id) => happened.some(({ event }) => event === id));
  return (
    <section className="watching-panel">
      <h3>{words.chain}</h3>
      <p className="watching-soft">{words.chainLook}</p>
      {isWhole ? null : <p className="watching-soft">{words.chainEarlier}</p>}
      {isNarrow ? (
        <ol className="watching-chain">
          {links.map((link) => (
            <li key={link.key} className={lookOf(link)}>
              <span className="watching-soft">{link.top}</span>
              <b>{link.title}</b>
              <span>{link.institutionName}</span>
              {link.below === "" ? null : <span className="watching-soft">{link.below}</span>}
            </li>
          ))}
        </ol>
      ) : (
        <StepsPicture steps={drawn} label={words.chain} look="watching-picture" />
      )}
    </section>
  );
}

const lookOf = ({ isSeen, isStopped }: Link): string =>
  isSeen ? (isStopped ? "watching-link watching-link-stopped" : "watching-link") : "watching-link-left";

interface Saying {
  readonly lang: Lang;
  readonly words: ReturnType<typeof useWords<typeof watchingWords>>;
  readonly decided: (decision: string) => string;
}

function linksOf({ happened, looked, names }: ChainShown, { lang, words, decided }: Saying): readonly Link[] {
  const chained = happened.filter(({ event }) => looked.chain.includes(event));
  const isOneDay = new Set(chained.map(({ time }) => new Date(time).toDateString())).size === 1;
  const seen = chained.map((each): Link => {
    const atMinutes = minuteOf(each.time);
    const topOfCard = shortClock(each.time, lang, isOneDay);
    const common = { key: each.event, atMinutes, top: clock(each.time, lang), topOfCard, isSeen: true };
    if (each.kind === "elsewhere")
      return {
        ...common,
        institution: "elsewhere",
        institutionName: words.elsewhere,
        title: names[each.word ?? ""]?.[lang] ?? words.groupOf(each.group),
        below: "",
        isStopped: false,
      };
    const isStopped = each.decision !== "allow";
    return {
      ...common,
      institution: each.institution,
      institutionName: called(names, each.institution, lang),
      title: actCalled(names, each, lang) ?? words.groupOf(each.group),
      below: isStopped ? decided(each.decision) : "",
      isStopped,
    };
  });
  const after = looked.stage.after;
  const from = seen.at(-1)?.atMinutes ?? minuteOf(looked.time);
  const left = looked.left.map((flow, i, all): Link => {
    const [institution = ""] = flow.split("/");
    const isLast = i === all.length - 1;
    const top =
      isLast && after !== null ? words.soonest(sayShortDuration(after.minutes, lang)) : words.notSeen;
    return {
      key: `left ${flow}`,
      institution,
      institutionName: called(names, institution, lang),
      title: names[flow]?.[lang] ?? flow,
      atMinutes: from + ((after?.minutes ?? 0) * (i + 1)) / all.length,
      top,
      topOfCard: isLast && after !== null ? words.atLeast(sayShortDuration(after.minutes, lang)) : top,
      below: isLast && after !== null ? called(names, after.loss, lang) : "",
      isSeen: false,
      isStopped: false,
    };
  });
  return [...seen, ...left];
}

const minuteOf = (moment: string): number => Date.parse(moment) / 60_000;

/** Which of them opened which is not told: each follows the one before it. */
const drawnLink = (link: Link, i: number): DrawnStep => ({
  institution: link.institution,
  institutionName: link.institutionName,
  fromMinutes: link.atMinutes,
  toMinutes: link.atMinutes,
  top: link.topOfCard,
  title: link.title,
  below: link.below,
  look: lookOf(link),
  rests: i === 0 ? [] : [i - 1],
  isSure: link.isSeen,
});
