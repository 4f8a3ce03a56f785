/**
 * The founding case on one page: what could be lost, by which way, what would have stopped it, how long blocks hold,
 * and what all of it rests on. The order is the order in which somebody frightened wants to know.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Lang } from "../../src/report/index.ts";
import { Cut } from "./cut/cut.tsx";
import { useEngine } from "./engine/use-engine.ts";
import { Head } from "./head.tsx";
import { Holding } from "./holding.tsx";
import { Honest } from "./honest.tsx";
import { languageTag, useLanguage } from "./language.ts";
import { Losses } from "./losses.tsx";
import { type Telling, TellingProvider } from "./telling.ts";
import { WayIn } from "./way/way-in.tsx";
import { wordsFor } from "./words.ts";

const nothing: ReadonlySet<string> = new Set();

export function Page() {
  const [lang, setLang] = useLanguage();
  const [{ data, base, now, alone, isFailed }, ask] = useEngine();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(nothing);
  // Two switches thrown before the page is drawn again must both count.
  const latest = useRef<ReadonlySet<string>>(nothing);
  const [selected, select] = useState<string | undefined>(undefined);
  const words = wordsFor(lang);

  useEffect(() => {
    document.documentElement.lang = languageTag(lang);
    document.title = words.documentTitle;
  }, [lang, words]);

  const choose = useCallback(
    (measures: Iterable<string>) => {
      const next = new Set(measures);
      latest.current = next;
      setChosen(next);
      ask([...next]);
    },
    [ask],
  );
  const toggle = useCallback(
    (measure: string) => {
      const next = new Set(latest.current);
      if (!next.delete(measure)) next.add(measure);
      choose(next);
    },
    [choose],
  );

  const telling = useMemo<Telling | undefined>(
    () => (data === undefined || base === undefined ? undefined : { lang, words, data, base: base.audit }),
    [lang, words, data, base],
  );
  if (telling === undefined || base === undefined || now === undefined)
    return <Waiting lang={lang} setLang={setLang} isFailed={isFailed} />;

  const reached = [...telling.base.losses]
    .filter(({ reachable }) => reachable)
    .sort((a, b) => (a.earliestMinutes ?? 0) - (b.earliestMinutes ?? 0));
  const shown =
    telling.base.losses.find(({ goal, reachable }) => goal === selected && reachable) ?? reached[0];
  return (
    <TellingProvider value={telling}>
      <Head setLang={setLang} first={reached[0]} now={now} chosen={chosen.size} />
      <main>
        <Losses now={now.audit} shown={shown?.goal} select={select} />
        {shown === undefined ? null : (
          <WayIn
            key={shown.goal}
            loss={shown}
            now={now}
            inReach={base.inReach}
            chosen={chosen}
            toggle={toggle}
          />
        )}
        <Cut now={now} alone={alone} chosen={chosen} toggle={toggle} choose={choose} />
        <Holding conditions={now.audit.conditions} />
        <Honest />
      </main>
    </TellingProvider>
  );
}

/** Before the first answer there is no title of the case yet: only the wait, in the reader's language. */
function Waiting({
  lang,
  setLang,
  isFailed,
}: {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  readonly isFailed: boolean;
}) {
  const words = wordsFor(lang);
  return (
    <main className="waiting">
      <p role={isFailed ? "alert" : "status"}>{isFailed ? words.failed : words.opening}</p>
      {isFailed ? (
        <button
          type="button"
          className="plain"
          lang={lang === "zh" ? "en" : "zh-Hans"}
          onClick={() => setLang(lang === "zh" ? "en" : "zh")}
        >
          {lang === "zh" ? "English" : "中文"}
        </button>
      ) : null}
    </main>
  );
}
