/** The page: which place the reader is at, in which language, and what stands there. */
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { AnswerPage } from "../answer/answer-page.tsx";
import { FoundingCase } from "../case/founding-case.tsx";
import { OwnCase } from "../case/own-case.tsx";
import { Views } from "../case/views.tsx";
import { caseWords } from "../case/words.ts";
import { HomePage } from "../home/home-page.tsx";
import { Gate } from "../people/gate.tsx";
import { PeopleProvider, usePeople } from "../people/people-context.tsx";
import { Bar } from "./bar.tsx";
import { Falls } from "./fallen.tsx";
import { goTo, usePlace } from "./going.ts";
import { type CaseView, languageTag, type OwnView, type Place, type Route } from "./route.ts";
import { LangProvider, Link, useLang, useWords } from "./speaking.tsx";
import { useScroll } from "./use-scroll.ts";
import { appWords } from "./words.ts";

const ChainPage = lazy(async () => ({ default: (await import("../chain/chain-page.tsx")).ChainPage }));
const NightPage = lazy(async () => ({ default: (await import("../night/night-page.tsx")).NightPage }));
const ListPage = lazy(async () => ({ default: (await import("../list/list-page.tsx")).ListPage }));
const LockedOutPage = lazy(async () => ({
  default: (await import("../locked-out/locked-out-page.tsx")).LockedOutPage,
}));
const RedCardPage = lazy(async () => ({ default: (await import("../list/red-card-page.tsx")).RedCardPage }));
const PeoplePage = lazy(async () => ({ default: (await import("../things/people-page.tsx")).PeoplePage }));
const ThingsPage = lazy(async () => ({ default: (await import("../things/things-page.tsx")).ThingsPage }));
const NowPage = lazy(async () => ({ default: (await import("../now/now-page.tsx")).NowPage }));
const HappenedPage = lazy(async () => ({
  default: (await import("../happened/happened-page.tsx")).HappenedPage,
}));
const KeepingPage = lazy(async () => ({ default: (await import("../people/keeping-page.tsx")).KeepingPage }));
const WhatIfPage = lazy(async () => ({ default: (await import("../what-if/what-if-page.tsx")).WhatIfPage }));

export function App() {
  const place = usePlace();
  return (
    <LangProvider value={place.lang}>
      <PeopleProvider>
        <Page place={place} />
      </PeopleProvider>
    </LangProvider>
  );
}

function Page({ place }: { readonly place: Place }) {
  const { lang, route } = place;
  const words = useWords(appWords);
  const title = useTitle(route);
  useEffect(() => {
    document.documentElement.lang = languageTag(lang);
    document.title = title === undefined ? words.title : `${title} · ${words.name}`;
  }, [lang, words, title]);
  useScroll(placeKey(route));
  return (
    <>
      <button type="button" className="skip" onClick={skipToMain}>
        {words.skip}
      </button>
      <Bar place={place} />
      {route.at === "home" || route.at === "now" ? null : (
        <nav aria-label={words.now} className="now-strip">
          <Link to={{ at: "now" }}>{words.now}</Link>
        </nav>
      )}
      <Falls key={route.at}>
        <Suspense fallback={<Waiting />}>
          <At route={route} />
        </Suspense>
      </Falls>
    </>
  );
}

/** What a view is called in a row of tabs; a person is not named there, for others see it too. */
function useTitle(route: Route): string | undefined {
  const views = useWords(caseWords);
  const words = useWords(appWords);
  switch (route.at) {
    case "home":
      return undefined;
    case "founding":
      return `${views[route.view]} · ${words.founding}`;
    case "happened":
    case "people":
    case "keeping":
      return words[route.at];
    case "person":
      return route.view === "night" ? views.ownNight : views[route.view];
  }
}

/** A case keeps what was opened when another of its views is looked at. */
function At({ route }: { readonly route: Route }) {
  switch (route.at) {
    case "home":
      return <HomePage />;
    case "now":
      return <NowPage />;
    case "founding":
      return (
        <>
          <Views view={route.view} />
          <Falls>
            <FoundingCase isWholeNight={route.view === "night"}>
              <Later view={route.view}>
                <CaseViewOf view={route.view} />
              </Later>
            </FoundingCase>
          </Falls>
        </>
      );
    case "happened":
      return <HappenedPage />;
    case "what-if":
      return <WhatIfPage />;
    case "people":
      return (
        <Gate>
          <PeoplePage />
        </Gate>
      );
    case "keeping":
      return <KeepingPage />;
    case "person":
      return (
        <Gate>
          <OfPerson id={route.id} view={route.view} />
        </Gate>
      );
  }
}

function OfPerson({ id, view }: { readonly id: string; readonly view: OwnView }) {
  const { state, people } = usePeople();
  const lang = useLang();
  const person = people.get(id);
  const isGone = person === undefined && (state === "open" || state === "unkept");
  useEffect(() => {
    if (isGone) goTo({ lang, route: { at: "people" } }, { replacing: true });
  }, [isGone, lang]);
  if (person === undefined) return <PeoplePage />; // For the moment until the reader is there.
  return (
    <>
      <Views own={id} view={view} />
      <Falls key={view === "things" ? `things ${id}` : `case ${id}`}>
        {view === "things" ? (
          <ThingsPage key={id} id={id} person={person} />
        ) : (
          <OwnCase key={id} id={id} person={person}>
            <Later view={view}>{view === "red-card" ? <RedCardPage /> : <CaseViewOf view={view} />}</Later>
          </OwnCase>
        )}
      </Falls>
    </>
  );
}

function CaseViewOf({ view }: { readonly view: CaseView }) {
  switch (view) {
    case "answer":
      return <AnswerPage />;
    case "chain":
      return <ChainPage />;
    case "night":
      return <NightPage />;
    case "list":
      return <ListPage />;
    case "locked-out":
      return <LockedOutPage />;
  }
}

/** What is still on its way, or has failed, does not take away what stands around it. */
const Later = ({ view, children }: { readonly view: OwnView; readonly children: ReactNode }) => (
  <Falls key={view}>
    <Suspense fallback={<Waiting />}>{children}</Suspense>
  </Falls>
);

function Waiting() {
  const words = useWords(appWords);
  return (
    <main className="waiting">
      <p role="status">{words.waiting}</p>
    </main>
  );
}

function skipToMain(): void {
  const main = document.querySelector("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
}

const placeKey = (route: Route): string =>
  Object.values(route)
    .map((part) => String(part))
    .join("/");
