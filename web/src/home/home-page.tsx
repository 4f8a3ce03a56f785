/** The doors, in the words of somebody who has never heard of any of this. One for each question that works. */
import { useMemo } from "react";
import type { Route } from "../app/route.ts";
import { Link, useLang, useWords } from "../app/speaking.tsx";
import { telAddress } from "../app/tel.ts";
import type { AtOnce } from "./numbers.ts";
import { callListHere } from "./numbers-here.ts";
import { homeWords } from "./words.ts";

export function HomePage() {
  const words = useWords(homeWords);
  const { carriers, money, police } = useMemo(callListHere, []);
  return (
    <main className="home">
      <h1>{words.question}</h1>
      <section className="home-happening" aria-labelledby="happening">
        <h2 id="happening">{words.happening}</h2>
        <p>{words.stopNumberFirst}</p>
        <Numbers list={carriers} isLarge />
        <Link to={{ at: "now" }} className="home-guide">
          {words.guide}
        </Link>
        <ol className="home-steps">
          {words.happeningSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="home-numbers-title">{words.numbers}</p>
        <Numbers list={[...police, ...money]} />
      </section>
      <p className="lead">{words.lead}</p>
      <ul className="doors">
        <li>
          <Door to={{ at: "people" }} name={words.before} text={words.beforeText} call={words.beforeCall} />
        </li>
        <li>
          <Door
            to={{ at: "founding", view: "answer" }}
            name={words.founding}
            text={words.foundingText}
            call={words.foundingCall}
          />
        </li>
        <li>
          <Door to={{ at: "happened" }} name={words.after} text={words.afterText} call={words.afterCall} />
        </li>
        <li>
          <Door to={{ at: "what-if" }} name={words.whatIf} text={words.whatIfText} call={words.whatIfCall} />
        </li>
      </ul>
      <section className="home-promises" aria-labelledby="promises">
        <h2 id="promises">{words.promises}</h2>
        <ul>
          <li>{words.promiseHere}</li>
          <li>{words.promiseSecrets}</li>
          <li>{words.promiseOffline}</li>
          <li>{words.promiseLimits}</li>
        </ul>
      </section>
    </main>
  );
}

interface DoorProps {
  readonly to: Route;
  readonly name: string;
  readonly text: string;
  readonly call: string;
}

function Door({ to, name, text, call }: DoorProps) {
  return (
    <Link to={to} className="door">
      <span className="door-name">{name}</span>
      <span className="door-text">{text}</span>
      <span className="door-call">{call}</span>
    </Link>
  );
}

function Numbers({
  list,
  isLarge = false,
}: {
  readonly list: readonly AtOnce[];
  readonly isLarge?: boolean;
}) {
  const lang = useLang();
  return (
    <ul className={isLarge ? "home-numbers large" : "home-numbers"}>
      {list.map(({ institution, name, tel }) => (
        <li key={institution}>
          <a href={telAddress(tel)}>
            {name[lang]} <strong>{tel}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}
