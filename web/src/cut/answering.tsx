/** What answering a notice in time stops: an act while it happens, apart from what is done beforehand. */

import type { Notice } from "../../../src/questions/index.ts";
import {
  type AnsweredAlike,
  answeredAlike,
  sayInPart,
  sayLossTitles,
  sayNotice,
} from "../../../src/report/index.ts";
import { capitalised, useTelling } from "../telling.ts";
import { wordsOfCut } from "./saying.ts";

export function Answering() {
  const { base, lang } = useTelling();
  const words = wordsOfCut(lang);
  const groups = answeredAlike(base);
  const isOpen = base.answering === "open";
  if (groups.length === 0 && !isOpen) return null;
  return (
    <section className="answering" aria-labelledby="answering">
      <h3 id="answering">{words.answering}</h3>
      <p className="section-lead">{isOpen ? words.answeringOpen : words.answeringLead}</p>
      {groups.map((group) => (
        <Group key={group.losses.map(({ goal }) => goal).join()} group={group} />
      ))}
    </section>
  );
}

function Group({ group: { losses, notices, ...how } }: { readonly group: AnsweredAlike }) {
  const { base, data, lang } = useTelling();
  const words = wordsOfCut(lang);
  const inPart = sayInPart({ lang, currency: base.currency }, how);
  return (
    <div className="side">
      <p className="side-title">{capitalised(sayLossTitles({ world: data, lang }, losses))}</p>
      {inPart === undefined ? null : <p>{capitalised(inPart)}</p>}
      {notices.length > 1 ? <p>{words.answerAll}</p> : null}
      <ul className="side-measures">
        {notices.map((notice) => (
          <Told key={JSON.stringify(notice)} notice={notice} />
        ))}
      </ul>
    </div>
  );
}

function Told({ notice }: { readonly notice: Notice }) {
  const { data, lang } = useTelling();
  const [waits = "", call = "", from = "", hours] = sayNotice({ world: data, lang }, notice);
  return (
    <li>
      <p>{waits}</p>
      <p className="proved">{capitalised(call)}</p>
      <p className="measure-notes">{capitalised(from)}</p>
      {hours === undefined ? null : <p>{capitalised(hours)}</p>}
    </li>
  );
}
