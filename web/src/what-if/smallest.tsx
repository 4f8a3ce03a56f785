/** The smallest person for whom the change opens something, with the way drawn as everywhere. */
import { useMemo } from "react";
import { useWords } from "../app/speaking.tsx";
import { useNarrow } from "../app/use-narrow.ts";
import { type DrawnStep, StepsPicture } from "../chain/steps-picture.tsx";
import { saveFile } from "../people/save-file.ts";
import type { SmallestFound, SmallestSaid, StepSaid } from "./asking.ts";
import { Steps } from "./steps.tsx";
import { whatIfWords } from "./words.ts";

export function Smallest({ found }: { readonly found: SmallestFound }) {
  const words = useWords(whatIfWords);
  return (
    <>
      <h2>{words.smallest}</h2>
      {found === "none" ? (
        <p>{words.nothingOpened}</p>
      ) : found === "open" ? (
        <p>{words.smallestOpen}</p>
      ) : (
        <Shown found={found} />
      )}
    </>
  );
}

function Shown({ found }: { readonly found: SmallestSaid }) {
  const words = useWords(whatIfWords);
  const isNarrow = useNarrow();
  const drawn = useMemo(() => found.way.map(drawnStep), [found.way]);
  return (
    <>
      <p>
        <strong>{found.what}</strong>
        {words.smallestWhen(found.before, found.after)}
      </p>
      <p>{words.smallestHas(found.things)}</p>
      <p>{words.smallestHeld(found.held)}</p>
      <p className="quiet">
        {found.isProved ? words.smallestProved : words.smallestNotProved}
        {found.openedFor === undefined ? words.smallestOfNobody : words.smallestOf(found.openedFor)}
      </p>
      {isNarrow ? null : <StepsPicture steps={drawn} label={words.picture} look="what-if-picture" />}
      <Steps way={found.way} />
      <button className="what-if-story" type="button" onClick={() => save(found.story)}>
        {words.saveStory}
      </button>
      <p className="quiet">
        {words.saveStoryHelp} <code lang="en">chainbreak test {storyFile}</code>
      </p>
    </>
  );
}

const storyFile = "what-if-story.yaml";
const save = (story: string) =>
  saveFile(storyFile, "text/yaml;charset=utf-8", new TextEncoder().encode(story));

const drawnStep = (step: StepSaid): DrawnStep => ({
  institution: step.institution,
  institutionName: step.institutionName,
  fromMinutes: step.fromMinutes,
  toMinutes: step.toMinutes,
  top: step.at,
  title: step.flow,
  below: step.gives === "" ? "" : `→ ${step.gives}`,
  look: `step holds${step.isSure ? "" : " doubted"}${step.isChanged ? " what-if-changed" : ""}`,
  rests: step.rests,
  isSure: step.isSure,
});
